import { fill } from "#app/locales/language.ts";
import type { ItemResult } from "#app/results/view.ts";
import { percent } from "../studio/amount.ts";
import { TableBox } from "../studio/table-box.tsx";
import type { Order } from "./address.ts";
import type { Differences } from "./differences.ts";
import { type Groups, type Item, isPlain, ordered, type Reader } from "./figures.ts";
import { fixed, hiddenText, rangeText, shareText } from "./numbers.ts";

interface ItemTableProps {
  title: string;
  groups: Groups<readonly Item[]>;
  order: Order;
  reader: Reader;
  differences?: Differences["items"];
  /** Whether the items' theme has a score. */
  scored: boolean;
}

/** The same numbers as the chart above it, and those the chart has no room for. */
export function ItemTable({ title, groups, order, reader, differences, scored }: ItemTableProps) {
  const { messages, language, k } = reader;
  const { items: words, themes } = messages.results;
  const { groupA, groupB } = messages.results.filters;
  const comparing = groups.length > 1;
  const points = groups.flat().flatMap((item) => (item.result.shown ? [item.result.points] : []))[0] ?? [];
  const caption = fill(words.caption, { theme: title });
  const plain = groups[0].filter(isPlain).length;
  const heads = plain === 0 ? words.heads.favour : words.heads[plain === groups[0].length ? "plain" : "both"];
  const columns = 8 + points.length + (differences ? 1 : 0);
  return (
    <TableBox label={caption} wide>
      <table className="results-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.statement}</th>
            {comparing ? <th scope="col">{words.group}</th> : null}
            <th scope="col" className="number">
              {heads.up}
            </th>
            <th scope="col" className="number">
              {themes.interval}
            </th>
            {differences ? (
              <th scope="col" className="number">
                {words.difference}
              </th>
            ) : null}
            <th scope="col" className="number">
              {words.neutral}
            </th>
            <th scope="col" className="number">
              {heads.down}
            </th>
            <th scope="col" className="number">
              {words.n}
            </th>
            {points.map((point) => (
              <th scope="col" className="number" key={point.value}>
                {point.label[language]}
              </th>
            ))}
            <th scope="col" className="number">
              {words.notApplicable}
            </th>
            <th scope="col" className="number">
              {words.skipped}
            </th>
            <th scope="col" className="number">
              {words.median}
            </th>
            <th scope="col" className="number">
              {words.meanSd}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered(groups[0], order).flatMap((item) =>
            groups.map((items, group) => {
              const { result } = items.find((one) => one.code === item.code) ?? item;
              const difference = differences?.[item.code];
              return (
                <tr key={`${item.code} ${group === 0 ? "a" : "b"}`}>
                  {group === 0 ? (
                    <th scope="row" rowSpan={groups.length}>
                      {item.text[language]}
                      {[
                        item.reverse && !isPlain(item) ? words.reversed : undefined,
                        isPlain(item) ? words.plain : undefined,
                        scored && !item.scored ? words.notScored : undefined,
                      ].map((mark) =>
                        mark ? (
                          <span className="results-reversed" key={mark}>
                            {" "}
                            {mark}
                          </span>
                        ) : null,
                      )}
                    </th>
                  ) : null}
                  {comparing ? <td>{group === 0 ? groupA : groupB}</td> : null}
                  {result.shown ? (
                    <Figures
                      result={result}
                      reader={reader}
                      difference={
                        differences
                          ? group === 0 && difference
                            ? `${signed(difference.estimate)} (${signed(difference.low)} … ${signed(difference.high)})`
                            : ""
                          : undefined
                      }
                    />
                  ) : (
                    <td className="quiet" colSpan={columns}>
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

/** Percentage points with their sign. */
const signed = (fraction: number) => `${fraction > 0 ? "+" : ""}${fixed(fraction * 100, 0)}`;

function Figures({
  result,
  reader,
  difference,
}: {
  result: ItemResult;
  reader: Reader;
  difference?: string;
}) {
  const { messages, language } = reader;
  const { favourable, neutral, unfavourable, n, points, notApplicable, skipped, median, mean, sd } = result;
  return (
    <>
      <td className="number results-strong">{shareText(favourable.share, messages, language)}</td>
      <td className="number">
        {rangeText(favourable.low, favourable.high, (share) => percent(language, share))}
      </td>
      {difference === undefined ? null : <td className="number">{difference}</td>}
      <td className="number">{shareText(neutral, messages, language)}</td>
      <td className="number">{shareText(unfavourable, messages, language)}</td>
      <td className="number">{n}</td>
      {points.map((point) => (
        <td className="number" key={point.value}>
          {shareText(point.share, messages, language)}
        </td>
      ))}
      <td className="number">{notApplicable}</td>
      <td className="number">{skipped}</td>
      <td className="number">{median}</td>
      <td className="number">
        {mean === undefined ? "" : fixed(mean, 2)}
        {sd === undefined ? "" : ` (${fixed(sd, 2)})`}
      </td>
    </>
  );
}
