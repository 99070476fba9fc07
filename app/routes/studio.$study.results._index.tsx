import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readOverview } from "#app/http/results-overview.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { respondentSearch } from "#app/instrument/instrument-choice.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { orders } from "#app/ui/results/address.ts";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { Lead } from "#app/ui/results/lead.tsx";
import { ModeCaution } from "#app/ui/results/mode-caution.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsBody } from "#app/ui/results/results-body.tsx";
import type { ResultsHead } from "#app/ui/results/results-head.ts";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.results.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study);
  const { head } = room;
  if (!room.columns) return data({ head, overview: undefined }, { status: head.refused ? 400 : 200 });
  const overview = await readOverview(room);
  if ("nobody" in overview) return data({ head: { ...head, empty: "nobody" as const }, overview: undefined });
  return data({ head, overview });
}

export default function Results() {
  const { head, overview } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const { results } = messages;
  const { asked, variables, k } = head;
  const reader = readerOf(head, messages, language);
  const order = asked.order ?? "instrument";
  const shown = overview && "views" in overview ? overview : undefined;
  const lead = shown ? (
    <Lead {...{ asked, variables, reader }} views={shown.views} differences={shown.differences} />
  ) : overview && "choose" in overview ? (
    <p>{results.lead.choose}</p>
  ) : null;
  return (
    <ResultsPage head={head} tab="overview" lead={lead}>
      <FilterForm asked={asked} variables={variables} comparable>
        <p className="studio-field results-order">
          <label htmlFor="order">{results.filters.order}</label>
          <select id="order" name="order" defaultValue={order}>
            {orders.map((one) => (
              <option key={one} value={one}>
                {results.filters.orders[one]}
              </option>
            ))}
          </select>
        </p>
      </FilterForm>
      {shown ? (
        <>
          <ModeCaution asked={asked} variables={variables} />
          <ResultsBody data={shown} reader={reader} quality={qualityPage(head)} files={filesPage(head)} />
        </>
      ) : null}
      {overview && "refused" in overview ? <Refused why={overview.refused} k={k} /> : null}
    </ResultsPage>
  );
}

/** Single responses, and so the quality page, are the researchers'. */
const qualityPage = ({ study, choice }: ResultsHead) =>
  study.role === "researcher"
    ? `/studio/${study.slug}/fieldwork/quality${respondentSearch(choice)}`
    : undefined;

/** So are data files. */
const filesPage = ({ study }: ResultsHead) =>
  study.role === "researcher" ? `/studio/${study.slug}/releases#exports` : undefined;
