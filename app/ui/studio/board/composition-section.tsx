import type { BoardPage, CompositionVariable } from "#app/fieldwork/board-page.ts";
import { mostMissing } from "#app/fieldwork/composition.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import type { StudyHead } from "../study-head.ts";
import { TableBox } from "../table-box.tsx";
import { ToWaves } from "./to-waves.tsx";

interface CompositionProps {
  composition: BoardPage["composition"];
  wave: BoardPage["chosen"];
  study: StudyHead;
  /** Fewest people behind a number of the gate's. */
  k: number;
}

const percentOf = (language: Language, n: number) =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(n / 100);
const pointsOf = (language: Language, n: number) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(n);

/** Who is in the sample beside who should be. */
export function CompositionSection({ composition, wave, study, k }: CompositionProps) {
  const { composition: says } = useMessages().board;
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      {composition === undefined ? <p>{says.allWaves}</p> : null}
      {composition?.variables.length === 0 ? (
        <>
          <p>
            {says.none} {says.noneNext}
          </p>
          <ToWaves study={study} to={`/${wave}/targets`} words={says.toWave} />
        </>
      ) : null}
      {composition && composition.variables.length > 0 ? (
        <>
          <Missing variables={composition.variables} />
          <p className="quiet-text">{fill(says.lead, { step: composition.step })}</p>
          {composition.variables.map((variable) => (
            <VariableTable key={variable.code} variable={variable} k={k} />
          ))}
          <p className="studio-hint">
            {says.order} {hasAbout(composition.variables) ? fill(says.aboutNote, { k }) : null}
          </p>
        </>
      ) : null}
    </section>
  );
}

const hasAbout = (variables: CompositionVariable[]) =>
  variables.some(({ rows }) => rows.some(({ achieved }) => "about" in achieved && achieved.about));

function Missing({ variables }: { variables: CompositionVariable[] }) {
  const language = useLanguage();
  const { composition: says } = useMessages().board;
  const most = mostMissing(variables.flatMap(({ text, rows }) => rows.map((row) => ({ ...row, text }))));
  if (!most || "hidden" in most.achieved) return <p>{says.near}</p>;
  return (
    <p>
      {fill(says.missing, {
        variable: most.text[language],
        group: most.label[language],
        target: percentOf(language, most.target ?? 0),
        achieved: percentOf(language, most.achieved.percent),
      })}
    </p>
  );
}

function VariableTable({ variable, k }: { variable: CompositionVariable; k: number }) {
  const language = useLanguage();
  const { common, board } = useMessages();
  const { composition: says } = board;
  const { text, rows, base } = variable;
  const why = (hidden: string) =>
    variable.code.startsWith("cohort.")
      ? says.doorsHidden
      : fill((common.hidden as Record<string, string>)[hidden] ?? common.hidden.few, { k });
  return (
    <TableBox label={text[language]} wide>
      <table className="studio-cards">
        <caption>
          {text[language]}
          <span className="studio-beside">
            {base === undefined ? null : amount(language, says.base, base)}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{says.group}</th>
            {[says.target, says.achieved, says.difference, says.number].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CategoryRow key={row.code} row={row} why={why} language={language} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

interface CategoryRowProps {
  row: CompositionVariable["rows"][number] & { label: Text };
  why(hidden: string): string;
  language: Language;
}

function CategoryRow({ row, why, language }: CategoryRowProps) {
  const { composition: says } = useMessages().board;
  const { achieved, target, difference } = row;
  return (
    <tr className={difference !== undefined && difference <= -5 ? "board-short" : undefined}>
      <th scope="row" className="whole">
        {row.label[language]}
      </th>
      <td className="number" data-label={says.target}>
        {target === undefined ? "–" : percentOf(language, target)}
      </td>
      {"hidden" in achieved ? (
        <td className="quiet number" colSpan={3}>
          {why(achieved.hidden)}
        </td>
      ) : (
        <>
          <td className="number" data-label={says.achieved}>
            {percentOf(language, achieved.percent)}
          </td>
          <td className="number" data-label={says.difference}>
            {difference === undefined ? "–" : fill(says.points, { n: pointsOf(language, difference) })}
          </td>
          <td className="number" data-label={says.number}>
            {achieved.about ? `${says.about} ` : null}
            {grouped(language, achieved.n)}
          </td>
        </>
      )}
    </tr>
  );
}
