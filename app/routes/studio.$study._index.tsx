import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { overviewOf } from "../http/overview.server.ts";
import { requireMember } from "../http/session.server.ts";
import { useMessages } from "../ui/language.tsx";
import { AnswersOverTimeSection } from "../ui/studio/answers-over-time.tsx";
import { DoorsSection } from "../ui/studio/doors.tsx";
import { FunnelSection } from "../ui/studio/funnel.tsx";
import { GroupsSection } from "../ui/studio/groups.tsx";
import { InstrumentSwitch } from "../ui/studio/instrument-switch.tsx";
import { OverviewLead } from "../ui/studio/overview-lead.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study);
  return {
    account: { name: account.name },
    study: studyHead(study),
    overview: await overviewOf(study, new URL(request.url).searchParams),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studio.overview.title);

export default function OverviewPage() {
  const { account, study, overview } = useLoaderData<typeof loader>();
  const { studio, studySettings } = useMessages();
  const { numbers } = overview;
  return (
    <StudioPage
      account={account}
      study={study}
      room="overview"
      title={studio.overview.title}
      lead={
        <>
          <OverviewLead overview={overview} />
          {study.role === "researcher" ? (
            <Link className="studio-back" to={`/studio/${study.slug}/settings`}>
              {studySettings.link}
            </Link>
          ) : null}
        </>
      }
    >
      <InstrumentSwitch choice={overview.choice} to={`/studio/${study.slug}`} />
      {numbers && numbers.received > 0 ? <AnswersOverTimeSection overTime={numbers.overTime} /> : null}
      <DoorsSection study={study.slug} doors={overview.doors} researcher={study.role === "researcher"} />
      {numbers && numbers.funnel.started > 0 ? <FunnelSection overview={numbers} /> : null}
      {numbers && numbers.received > 0 ? <GroupsSection groups={numbers.groups} k={numbers.staffK} /> : null}
    </StudioPage>
  );
}
