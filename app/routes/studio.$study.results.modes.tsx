import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readModes } from "#app/http/results-modes.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { examMode } from "#app/results/exam-mode.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { searchOf } from "#app/ui/results/address.ts";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { HiddenFields } from "#app/ui/results/groups-form.tsx";
import { ModesBody } from "#app/ui/results/modes-body.tsx";
import { comparable, modesLead } from "#app/ui/results/modes-words.ts";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.groups.modes.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns) return { head };
  if (head.refused) return data({ head }, { status: 400 });
  const page = await readModes(room);
  const everybody = Object.keys(head.asked.first).length === 0 && !head.asked.withoutSuspects;
  if (page.report?.overall.withheld && everybody) return { head: { ...head, empty: "nobody" as const } };
  const more = { theme: room.search.get("theme") ?? "" };
  return { head: { ...head, asked: { ...head.asked, more } }, page };
}

export default function ExamModes() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, variables, refused, k, study } = head;
  const { modes } = messages.groups;
  const report = page?.report;
  const withheld = report?.overall.withheld ?? report?.within.withheld;
  const why = refused ?? (withheld && withheld !== "too-many" ? withheld : undefined);
  const shown = report && !why && comparable(report) ? report : undefined;
  return (
    <ResultsPage head={head} tab="modes" lead={shown ? <p>{modesLead(shown, reader)}</p> : null}>
      {page && !report ? (
        <section className="studio-section" aria-labelledby="needs">
          <h2 id="needs">{modes.needs.title}</h2>
          <p>{modes.needs.body}</p>
        </section>
      ) : (
        <FilterForm asked={asked} variables={variables} refused={refused !== undefined}>
          <HiddenFields more={asked.more} />
        </FilterForm>
      )}
      {why ? <Refused why={why} k={k} /> : null}
      {report && !why && !shown ? <p className="results-look">{modes.one}</p> : null}
      {shown ? (
        <>
          <ModesBody report={shown} asked={asked} reader={reader} />
          <p>
            <Link
              className="results-way"
              to={`/studio/${study.slug}/results/groups${searchOf({ ...asked, more: { by: examMode.mode } })}`}
            >
              {modes.report}
            </Link>
          </p>
        </>
      ) : null}
    </ResultsPage>
  );
}
