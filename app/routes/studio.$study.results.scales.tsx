import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { readScales } from "#app/http/results-scales.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { ScalesBody } from "#app/ui/results/scales-body.tsx";
import { scalesLead } from "#app/ui/results/scales-summary.ts";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.scales.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns) return { head };
  if (head.refused) return data({ head }, { status: 400 });
  const page = await readScales(room);
  const { base } = page.quality;
  const everybody = Object.keys(head.asked.first).length === 0 && !head.asked.withoutSuspects;
  if (!base.shown && everybody) return { head: { ...head, empty: "nobody" as const } };
  const theme = room.search.get("theme");
  return { head: { ...head, asked: { ...head.asked, ...(theme && { more: { theme } }) } }, page };
}

export default function Scales() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k } = head;
  const why = refused ?? (page && !page.quality.base.shown ? page.quality.base.why : undefined);
  return (
    <ResultsPage
      head={head}
      tab="scales"
      lead={page?.quality.base.shown ? <p>{scalesLead(page.quality, reader)}</p> : null}
    >
      <FilterForm asked={asked} variables={variables} refused={refused !== undefined}>
        {asked.more?.theme ? <input type="hidden" name="theme" value={asked.more.theme} /> : null}
      </FilterForm>
      {why ? <Refused why={why} k={k} /> : null}
      {page ? <ScalesBody data={page} asked={asked} reader={reader} /> : null}
    </ResultsPage>
  );
}
