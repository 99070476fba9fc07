import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { responsePage } from "../http/response-page.server.ts";
import { requireMember } from "../http/session.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { amount } from "../ui/studio/amount.ts";
import { InstrumentSwitch } from "../ui/studio/instrument-switch.tsx";
import { ResponseFilters } from "../ui/studio/response-filters.tsx";
import { ResponseTable } from "../ui/studio/response-table.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  return {
    account: { name: account.name },
    study: studyHead(study),
    page: await responsePage(study, new URL(request.url).searchParams),
  };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.studio.responses.title);

export default function ResponsesPage() {
  const { account, study, page } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { overview, responses } = useMessages().studio;
  return (
    <StudioPage
      account={account}
      study={study}
      room="responses"
      title={responses.title}
      lead={
        <p>
          {amount(language, responses.lead, page.received)}
          {page.excluded > 0
            ? `${overview.comma}${amount(language, responses.leadExcluded, page.excluded)}`
            : ""}
          {overview.stop.trim()}
        </p>
      }
    >
      <InstrumentSwitch choice={page.choice} to={`/studio/${study.slug}/responses`} />
      {page.received > 0 ? (
        <>
          <ResponseFilters
            study={study.slug}
            doors={page.doors}
            languages={page.languages}
            chosen={page.query}
          />
          <ResponseTable
            study={study.slug}
            rows={page.rows}
            query={page.query}
            previous={page.previous}
            next={page.next}
          />
        </>
      ) : (
        <p>{responses.noneYet}</p>
      )}
    </StudioPage>
  );
}
