import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm, refuse } from "../http/forms.server.ts";
import { isSurvey, makeStudy, openingDefaults, readOpening } from "../http/new-study.server.ts";
import { aboutSearch, aboutValues, readAbout } from "../http/new-study-about.server.ts";
import { requireAccount } from "../http/session.server.ts";
import { refuseForm } from "../http/wave-forms.server.ts";
import { useMessages } from "../ui/language.tsx";
import { opensAtOnce } from "../ui/studio/new-study/choices.ts";
import { OpeningForm } from "../ui/studio/new-study/opening-form.tsx";
import { StepPage } from "../ui/studio/new-study/step-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

/** What the first two steps said, still in order; else back to the one that is not. */
function earlier(request: Request) {
  const { searchParams } = new URL(request.url);
  const values = aboutValues(searchParams);
  const search = aboutSearch(values);
  const read = readAbout(values);
  if ("errors" in read) throw redirect(`/studio/new?${search}`);
  const survey = searchParams.get("survey");
  if (!isSurvey(survey)) throw redirect(`/studio/new/instrument?${search}`);
  return { about: read.about, survey, search: `${search}&survey=${survey}` };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const account = await requireAccount(request);
  const { about, survey, search } = earlier(request);
  const { timeZone } = about;
  return { account: { name: account.name }, timeZone, survey, search, values: openingDefaults(about) };
}

export async function action({ request }: ActionFunctionArgs) {
  const account = await requireAccount(request);
  const form = await readForm(request);
  if (form.get("make") !== "yes") return refuse(refuseForm(form, {}));
  const { about, survey } = earlier(request);
  const opening = opensAtOnce(survey) ? readOpening(form, about) : undefined;
  if (opening && !opening.ok) return refuse(opening.refused);
  const slug = await makeStudy(account, about, survey, opening?.data);
  throw redirect(`/studio/new/done?study=${slug}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.newStudy.title);

export default function NewStudyOpeningPage() {
  const { account, timeZone, survey, search, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { newStudy } = useMessages();
  return (
    <StepPage account={account} step="collector" lead={<p>{newStudy.lead}</p>}>
      <OpeningForm
        survey={survey}
        timeZone={timeZone}
        values={refused?.values ?? values}
        errors={refused?.errors ?? {}}
        action={`/studio/new/collector?${search}`}
        back={`/studio/new/instrument?${search}`}
      />
    </StepPage>
  );
}
