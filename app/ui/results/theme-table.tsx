import { fill } from "#app/locales/language.ts";
import type { ThemeBlock, View } from "#app/results/view.ts";
import { grouped } from "../studio/amount.ts";
import { TableBox } from "../studio/table-box.tsx";
import type { Groups, Reader } from "./figures.ts";
import { fixed, hiddenText, rangeText } from "./numbers.ts";
import { verdictWord } from "./verdict-words.ts";

/** All theme scores in one table, one row for each group. */
export function ThemeTable({ views, reader }: { views: Groups<View>; reader: Reader }) {
  const { messages, language, k } = reader;
  const { overview, themes, items, filters } = messages.results;
  const comparing = views.length > 1;
  const number = { scope: "col", className: "number" } as const;
  return (
    <TableBox label={overview} wide>
      <table className="results-table">
        <caption className="visually-hidden">{overview}</caption>
        <thead>
          <tr>
            <th scope="col">{themes.theme}</th>
            {comparing ? <th scope="col">{items.group}</th> : null}
            <th {...number}>{themes.score}</th>
            <th {...number}>{themes.interval}</th>
            <th {...number}>{themes.mean}</th>
            <th {...number}>{themes.interval}</th>
            <th {...number}>{themes.people}</th>
            <th {...number}>{themes.alpha}</th>
            <th scope="col">{themes.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {views[0].themes.flatMap((theme) =>
            views.map((view, group) => {
              const { result } = view.themes.find((one) => one.code === theme.code) ?? theme;
              return (
                <tr key={`${theme.code} ${group === 0 ? "a" : "b"}`}>
                  {group === 0 ? (
                    <th scope="row" rowSpan={views.length}>
                      {theme.title[language]}
                    </th>
                  ) : null}
                  {comparing ? <td>{group === 0 ? filters.groupA : filters.groupB}</td> : null}
                  {result.shown ? (
                    <Cells result={result} reader={reader} />
                  ) : (
                    <td className="quiet" colSpan={7}>
                      {hiddenText(result.why, messages, k)}
                    </td>
                  )}
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

type Result = Extract<ThemeBlock["result"], { shown: true }>;

function Cells({ result, reader }: { result: Result; reader: Reader }) {
  const { themes } = reader.messages.results;
  const { n, asked, mean, score, alpha } = result;
  const count = (people: number) => grouped(reader.language, people);
  return (
    <>
      <td className="number results-strong">{fixed(score.estimate, 0)}</td>
      <td className="number">
        {rangeText(Math.max(0, score.low), Math.min(100, score.high), (value) => fixed(value, 0))}
      </td>
      <td className="number">{fixed(mean.estimate, 2)}</td>
      <td className="number">{rangeText(mean.low, mean.high, (value) => fixed(value, 2))}</td>
      <td className="number">
        {asked === undefined ? count(n) : fill(themes.ofAsked, { n: count(n), asked: count(asked) })}
      </td>
      <td className="number">{alpha ? fixed(alpha.estimate, 2) : "–"}</td>
      <td>{verdictWord(themes.verdictWords, result)}</td>
    </>
  );
}
