import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { InstrumentSwitch } from "../studio/instrument-switch.tsx";
import { StudioPage } from "../studio/studio-page.tsx";
import { searchOf } from "./address.ts";
import { FilterForm } from "./filter-form.tsx";
import { Refused } from "./refused.tsx";
import type { ResultsHead } from "./results-head.ts";
import { ResultsPlace } from "./results-place.tsx";
import { type ResultsTab, resultsTabs } from "./results-tabs.ts";
import "./results.css";

interface ResultsPageProps {
  head: ResultsHead;
  tab: ResultsTab;
  /** The sentence that says what is going on. */
  lead?: ReactNode;
  children: ReactNode;
}

/** A page of the results room, with the way to the others; who is selected stays selected from page to page. */
export function ResultsPage({ head, tab, lead, children }: ResultsPageProps) {
  const { exhibits, results } = useMessages();
  const { study, account, asked, empty, k, choice } = head;
  // The page's own name, as in its tab; the room's name stands in the rail.
  const title = tab === "overview" ? results.title : exhibits.tabs[tab];
  const frame = { study, account, room: "results", title } as const;
  const whose = <InstrumentSwitch choice={choice} to={`/studio/${study.slug}/results${pathOf(tab)}`} />;
  if (empty)
    return (
      <StudioPage {...frame} lead={<p>{fill(results.lead[empty], { k })}</p>}>
        {whose}
      </StudioPage>
    );
  const { respondent, first, withoutSuspects } = asked;
  const search = searchOf({ ...(respondent && { respondent }), first, withoutSuspects });
  const ofMain = resultsTabs.filter((one) => !respondent || !("mainOnly" in one) || one.tab === "mirrors");
  return (
    <StudioPage
      {...frame}
      lead={
        <>
          {lead}
          {asked.withoutSuspects ? <LeftOut head={head} /> : null}
          <ImportedWaves waves={head.imported} />
        </>
      }
    >
      {tab === "mirrors" ? null : whose}
      <nav className="room-tabs" aria-label={exhibits.tabsLabel}>
        <ul>
          {ofMain.map((one) => (
            <li key={one.tab}>
              <Link
                to={`/studio/${study.slug}/results${one.path}${search === "." || (respondent && "mainOnly" in one) ? "" : search}`}
                aria-current={one.tab === tab ? "page" : undefined}
              >
                {exhibits.tabs[one.tab]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ResultsPlace value={{ head, tab }}>
        {head.refused ? (
          <>
            <FilterForm asked={asked} variables={head.variables} refused />
            <Refused why={head.refused} k={k} />
          </>
        ) : (
          children
        )}
      </ResultsPlace>
    </StudioPage>
  );
}

/** Pages that only the study's own instrument has lead to the overview of another. */
function pathOf(tab: ResultsTab): string {
  const page = resultsTabs.find((one) => one.tab === tab);
  return page && !("mainOnly" in page) ? page.path : "";
}

/** That some answers were given elsewhere. */
function ImportedWaves({ waves }: { waves: ResultsHead["imported"] }) {
  const language = useLanguage();
  const { answersImport, studio } = useMessages();
  if (!waves) return null;
  const names = waves.map((name) => name[language]).join(studio.overview.listComma);
  return <p className="studio-hint">{fill(answersImport.note, { waves: names })}</p>;
}

/** That suspects are left out changes every figure: it is said first, with the way back. */
function LeftOut({ head: { asked } }: { head: ResultsHead }) {
  const { suspects } = useMessages().exhibits;
  return (
    <p className="results-look">
      {suspects.lead}{" "}
      <Link to={searchOf({ ...asked, withoutSuspects: false })} preventScrollReset>
        {suspects.back}
      </Link>
    </p>
  );
}
