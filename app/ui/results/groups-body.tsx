import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import { mostPaired } from "#app/results/tested.ts";
import type { Asked } from "./address.ts";
import { ExhibitBody, ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import type { GroupsData } from "./groups-data.ts";
import { type GroupsPart, groupsParts } from "./groups-exhibits.ts";
import { hiddenWords, orderWords, shownGroups, variableName } from "./groups-words.ts";
import { sentences } from "./numbers.ts";
import { ThemeNav } from "./theme-nav.tsx";
import "./groups.css";

interface GroupsBodyProps {
  data: GroupsData;
  asked: Asked;
  reader: Reader;
}

/** Groups side by side: the scores of all themes, then the statements of one. */
export function GroupsBody({ data, asked, reader }: GroupsBodyProps) {
  const { shown, choices, theme } = data;
  const { groups: words } = reader.messages;
  const { language } = reader;
  const hidden = hiddenWords(shown, reader);
  const { scores, items } = groupsParts(data, reader);
  const title = choices.find(({ code }) => code === theme)?.title[language] ?? "";
  return (
    <>
      {hidden ? <p className="results-notes">{hidden}</p> : null}
      {scores ? (
        <section className="studio-section" aria-labelledby="scores">
          <h2 id="scores">{words.scores.title}</h2>
          <p className="results-reading">{words.openSample}</p>
          <p className="results-notes">
            {sentences(language, [words.scores.lead, words.scores.note, orderWords(shown, reader)])}
          </p>
          <Part part={scores} data={data} reader={reader} />
        </section>
      ) : null}
      {items ? (
        <section className="studio-section" aria-labelledby="items">
          <h2 id="items">{fill(words.items.title, { theme: title })}</h2>
          <ThemeNav choices={choices} theme={theme} asked={asked} reader={reader} />
          <p className="results-notes">
            {sentences(language, [words.items.note, orderWords(shown, reader)])}
          </p>
          <Part part={items} data={data} reader={reader} legend />
        </section>
      ) : null}
    </>
  );
}

interface PartProps {
  part: GroupsPart;
  data: GroupsData;
  reader: Reader;
  legend?: boolean;
}

function Part({
  part: { figures, tests, pairs, trend },
  data: { shown },
  reader,
  legend = false,
}: PartProps) {
  const words = reader.messages.groups;
  const variable = variableName(shown, reader);
  const many = shownGroups(shown).length > mostPaired;
  return (
    <>
      <div className="groups-multiples">
        {figures.map((exhibit, at) => (
          // Another variable or another theme is another figure under the same code.
          <ExhibitSection
            key={`${shown.variable.code} ${exhibit.code}`}
            exhibit={exhibit}
            reader={reader}
            level={3}
            legend={legend && at === 0}
          />
        ))}
      </div>
      <ExhibitSection exhibit={tests} reader={reader} level={3} />
      {pairs ? (
        <Fold summary={fill(words.pairs.fold, { m: pairs.table?.rows.length ?? 0 })}>
          <ExhibitBody exhibit={pairs} reader={reader} />
        </Fold>
      ) : null}
      {many ? <p className="results-notes">{fill(words.pairs.tooMany, { n: mostPaired })}</p> : null}
      {trend ? (
        <Fold summary={fill(words.trend.fold, { variable })}>
          <ExhibitBody exhibit={trend} reader={reader} />
        </Fold>
      ) : null}
    </>
  );
}

function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="results-numbers groups-fold">
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
