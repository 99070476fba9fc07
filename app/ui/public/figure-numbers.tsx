import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { isShown, type RowFigure } from "../charts/figure.ts";
import { count, meanText, percent } from "../charts/words.ts";

/** The numbers of a chart as a table, folded away: for screen readers, for copying, and where pictures do not load. */
export function FigureNumbers({ figure, language }: { figure: RowFigure; language: Language }) {
  const { publicPage } = messagesIn(language);
  const { heads, rows } = cellsOf(figure, language);
  return (
    <details className="numbers">
      <summary>{fill(publicPage.numbers, { title: figure.title })}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone scrolls inside, by keyboard too. */}
      <div className="scroll" role="region" aria-label={figure.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, hidden, cells }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {hidden ? (
                  <td colSpan={heads.length - 1} className="why">
                    {hidden}
                  </td>
                ) : (
                  cells.map((cell, index) => <td key={heads[index + 1]}>{cell}</td>)
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface Row {
  label: string;
  hidden?: string;
  cells: string[];
}

function cellsOf(figure: RowFigure, language: Language): { heads: string[]; rows: Row[] } {
  const { brief } = messagesIn(language);
  const { table } = brief;
  const between = (low: number | undefined, high: number | undefined, text: (value: number) => string) =>
    low === undefined || high === undefined ? "–" : `${text(low)}–${text(high)}`;
  if (figure.kind === "diverging") {
    const shown = figure.rows.filter(isShown);
    const plain = shown.length > 0 && shown.every((row) => row.plain);
    const [high, low] = plain ? [brief.agree, brief.disagree] : [brief.favourable, brief.unfavourable];
    return {
      heads: [table.item, high, table.interval, brief.neutral, low, table.n],
      rows: figure.rows.map((row) =>
        isShown(row)
          ? {
              label: [
                row.label,
                row.reversed && !row.plain ? brief.reversed : "",
                row.plain && !plain ? ` (${brief.agree} / ${brief.disagree})` : "",
              ].join(""),
              cells: [
                row.words?.favourable ?? percent(row.favourable),
                between(row.low, row.high, percent),
                row.words ? "–" : percent(row.shares[2]),
                row.words?.unfavourable ?? percent(row.unfavourable),
                count(row.n),
              ],
            }
          : { label: row.label, hidden: row.hidden, cells: [] },
      ),
    };
  }
  if (figure.kind === "bars") {
    return {
      heads: [table.answer, table.share, table.interval, table.n],
      rows: figure.rows.map((row) =>
        isShown(row)
          ? {
              label: row.label,
              cells: [row.words ?? percent(row.share), between(row.low, row.high, percent), count(row.n)],
            }
          : { label: row.label, hidden: row.hidden, cells: [] },
      ),
    };
  }
  const mean = (value: number) => meanText(value, figure.axis);
  return {
    heads: [table.group, table.mean, table.interval, table.n],
    rows: figure.rows.map((row) =>
      isShown(row)
        ? { label: row.label, cells: [mean(row.mean), between(row.low, row.high, mean), count(row.n)] }
        : { label: row.label, hidden: row.hidden, cells: [] },
    ),
  };
}
