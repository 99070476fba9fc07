import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { readTrend } from "#app/http/results-trend.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { HiddenFields } from "#app/ui/results/groups-form.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { TrendBody } from "#app/ui/results/trend-body.tsx";
import { trendLead } from "#app/ui/results/trend-words.ts";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.trend.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns || head.refused) return data({ head }, { status: head.refused ? 400 : 200 });
  const page = await readTrend(room);
  const everybody = Object.keys(head.asked.first).length === 0 && !head.asked.withoutSuspects;
  if (page.trend && !page.trend.base.shown && everybody)
    return { head: { ...head, empty: "nobody" as const } };
  return { head: { ...head, asked: { ...head.asked, more: { theme: page.theme ?? "" } } }, page };
}

export default function OverTime() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k } = head;
  const base = page?.trend?.base;
  const why = refused ?? (base && !base.shown ? base.why : undefined);
  return (
    <ResultsPage head={head} tab="trend" lead={page ? <p>{trendLead(page, reader)}</p> : null}>
      {page?.trend || refused ? (
        <FilterForm asked={asked} variables={variables} refused={refused !== undefined}>
          <HiddenFields more={asked.more} />
        </FilterForm>
      ) : null}
      {why ? <Refused why={why} k={k} /> : null}
      {page && !why ? <TrendBody page={page} study={head.study} asked={asked} reader={reader} /> : null}
    </ResultsPage>
  );
}
