import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCross } from "#app/http/results-cross.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { CrossBody } from "#app/ui/results/cross-body.tsx";
import { crossLead } from "#app/ui/results/cross-words.ts";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { HiddenFields } from "#app/ui/results/groups-form.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.cross.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns) return { head };
  if (head.refused) return data({ head }, { status: 400 });
  const page = await readCross(room);
  const { row = "", column = "", problem, table } = page;
  const everybody = Object.keys(head.asked.first).length === 0 && !head.asked.withoutSuspects;
  if (table && !table.base.shown && everybody) return { head: { ...head, empty: "nobody" as const } };
  const asked = { ...head.asked, more: { row, column } };
  return data({ head: { ...head, asked }, page }, { status: problem ? 400 : 200 });
}

export default function Cross() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k } = head;
  const base = page?.table?.base;
  const why = refused ?? (base && !base.shown ? base.why : undefined);
  return (
    <ResultsPage
      head={head}
      tab="cross"
      lead={page?.table?.base.shown ? <p>{crossLead(page.table, reader)}</p> : null}
    >
      <FilterForm asked={asked} variables={variables} refused={refused !== undefined}>
        <HiddenFields more={asked.more} />
      </FilterForm>
      {page ? <CrossBody data={page} asked={asked} variables={variables} reader={reader} /> : null}
      {why ? <Refused why={why} k={k} /> : null}
    </ResultsPage>
  );
}
