import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { languageOf } from "../http/cookies.server.ts";
import { studyBegun } from "../http/new-study-done.server.ts";
import { requireMember } from "../http/session.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { NextSteps } from "../ui/studio/new-study/next-steps.tsx";
import "../ui/studio/new-study/new-study.css";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { DoorLink } from "../ui/studio/waves/door-link.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const slug = new URL(request.url).searchParams.get("study") ?? "";
  const { account, study } = await requireMember(request, slug, "researcher");
  return {
    account: { name: account.name, email: account.email },
    study: studyHead(study),
    ...(await studyBegun(study, languageOf(request))),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.newStudy.title);

export default function NewStudyDonePage() {
  const { account, study, doors, draft, opens } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { done } = useMessages().newStudy;
  const lead = () => {
    if (doors.length === 0) return draft ? done.draft : done.import;
    if (opens) return fill(done.early, { opens });
    return doors.length > 1 ? done.openMany : done.open;
  };
  const title = fill(done.title, { title: study.title[language] });
  return (
    <StudioPage account={account} study={study} room="overview" title={title} lead={<p>{lead()}</p>}>
      {doors.length === 0 ? (
        <p className="wave-actions">
          <Link className="button" to={`/studio/${study.slug}/instruments/${draft ?? "import"}`}>
            {draft ? done.toEditor : done.toImport}
          </Link>
        </p>
      ) : null}
      {doors.map(({ wave, ...door }) => (
        <div key={door.slug}>
          {doors.length > 1 ? <h2 className="new-study-wave">{wave[language]}</h2> : null}
          <DoorLink study={study.slug} door={door} />
        </div>
      ))}
      <NextSteps study={study.slug} instrument={draft} wave={doors.length > 0} email={account.email} />
    </StudioPage>
  );
}
