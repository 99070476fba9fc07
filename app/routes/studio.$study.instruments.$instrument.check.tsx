import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { checkReport } from "#app/http/check-report.server.ts";
import { languageOf } from "#app/http/cookies.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { CheckFindings } from "#app/ui/instrument/check/check-findings.tsx";
import { CheckLead } from "#app/ui/instrument/check/check-lead.tsx";
import { CheckLoad } from "#app/ui/instrument/check/check-load.tsx";
import { CheckPaths } from "#app/ui/instrument/check/check-paths.tsx";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.check);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { head, draft } = await instrumentRoom(request, params);
  return { head, report: checkReport(draft.definition, languageOf(request)) };
}

export default function Check() {
  const { head, report } = useLoaderData<typeof loader>();
  const editor = `/studio/${head.study.slug}/instruments/${head.instrument.code}`;
  return (
    <InstrumentPage head={head} tab="check" lead={<CheckLead findings={report.findings} />}>
      <CheckFindings findings={report.findings} editor={editor} />
      <CheckPaths paths={report.paths} />
      <CheckLoad data={report} editor={editor} />
    </InstrumentPage>
  );
}
