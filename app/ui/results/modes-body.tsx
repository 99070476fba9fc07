import { fill } from "#app/locales/language.ts";
import type { Asked } from "./address.ts";
import { ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { modesParts } from "./modes-exhibits.ts";
import { type ModesReport, yearsOf } from "./modes-words.ts";
import { ThemeNav } from "./theme-nav.tsx";

interface ModesBodyProps {
  report: ModesReport;
  asked: Asked;
  reader: Reader;
}

/** On-site and remote exams: how many in which year, scores within years, and the statements of one theme. */
export function ModesBody({ report, asked, reader }: ModesBodyProps) {
  const { modes } = reader.messages.groups;
  const { years, tests, scores, items } = modesParts(report, reader);
  const { used, out } = yearsOf(report, reader);
  const names = (some: typeof used) => some.map(({ label }) => label).join(modes.lead.join);
  return (
    <>
      <div className="results-caution">
        <p>{modes.caution}</p>
      </div>
      <ExhibitSection exhibit={years} reader={reader}>
        <p>{used.length > 0 ? fill(modes.years.lead, { used: names(used) }) : modes.years.leadNone}</p>
        {out.length > 0 ? (
          <p className="results-notes">
            {fill(modes.years.out, { out: names(out), least: report.tests.least })}
          </p>
        ) : null}
      </ExhibitSection>
      <ExhibitSection exhibit={tests} reader={reader} />
      {scores.map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} />
      ))}
      {items ? (
        <ExhibitSection key={items.code} exhibit={items} reader={reader}>
          <ThemeNav choices={report.choices} theme={report.theme} asked={asked} reader={reader} />
        </ExhibitSection>
      ) : null}
    </>
  );
}
