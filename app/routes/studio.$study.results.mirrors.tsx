import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readMirrors } from "#app/http/results-mirrors.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { MirrorsBody } from "#app/ui/results/mirrors-body.tsx";
import { mirrorsLead } from "#app/ui/results/mirrors-words.ts";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.mirrors.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study, "main");
  const { head } = room;
  if (!room.columns || head.refused) return data({ head }, { status: head.refused ? 400 : 200 });
  return { head, page: await readMirrors(room) };
}

export default function SideBySide() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k } = head;
  const students = page?.mirrors.bases[0]?.base;
  const filtered = Object.keys(asked.first).length > 0 || asked.withoutSuspects;
  const why = refused ?? (filtered && students && !students.shown ? students.why : undefined);
  const others = page && page.mirrors.bases.length > 1;
  return (
    <ResultsPage
      head={head}
      tab="mirrors"
      lead={page ? <p>{others ? mirrorsLead(page, reader) : messages.mirrors.none.lead}</p> : null}
    >
      {others || filtered || refused ? (
        <FilterForm asked={asked} variables={variables} refused={refused !== undefined} />
      ) : null}
      {why ? <Refused why={why} k={k} /> : null}
      {page && !why ? <MirrorsBody page={page} reader={reader} /> : null}
    </ResultsPage>
  );
}
