import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { changeSettings, settingsPage } from "../http/study-settings.server.ts";
import { useMessages } from "../ui/language.tsx";
import { SettingsForm } from "../ui/studio/settings/settings-form.tsx";
import { SettingsHistory } from "../ui/studio/settings/settings-history.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const saved = new URL(request.url).searchParams.has("saved");
  return {
    account: { name: account.name },
    study: studyHead(study),
    page: await settingsPage(study),
    saved,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const refused = await changeSettings(member, await readForm(request));
  if (refused) return refuse(refused);
  throw redirect(`/studio/${member.study.slug}/settings?saved=yes`, 303);
}

/** Also after a refusal: whoever was overtaken goes on from how things stand now. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studySettings.title);

export default function StudySettingsPage() {
  const { account, study, page, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { studySettings: words } = useMessages();
  const { form } = refused?.errors ?? {};
  const wrong = form === "changed" ? words.changed : form === "same" ? words.same : words.problem;
  return (
    <StudioPage
      account={account}
      study={study}
      room="overview"
      title={words.title}
      lead={<p>{words.lead}</p>}
    >
      <p>
        <Link className="studio-back" to={`/studio/${study.slug}`}>
          {words.back}
        </Link>
      </p>
      {refused ? (
        <div className="studio-says wrong" role="alert">
          <p>{wrong}</p>
        </div>
      ) : saved ? (
        <div className="studio-says" role="status">
          <p>{words.saved}</p>
        </div>
      ) : null}
      <SettingsForm
        values={refused?.values ?? page.values}
        errors={refused?.errors ?? {}}
        base={page.history.length}
        keepUntil={page.keepUntil}
      />
      <SettingsHistory study={study.slug} timeZone={page.timeZone} history={page.history} />
    </StudioPage>
  );
}
