import { fill } from "#app/locales/language.ts";
import type { VariableBlock } from "#app/results/view.ts";
import { FigureChart } from "../charts/figure-chart.tsx";
import { amount, grouped, percent } from "../studio/amount.ts";
import { TableBox } from "../studio/table-box.tsx";
import { barsFigure, type Groups, orderedOptions, type Reader } from "./figures.ts";
import { GroupKey } from "./group-key.tsx";
import { hiddenText, rangeText, shareText } from "./numbers.ts";

/** One closed question that is no statement: bars, its base, and the table. */
export function VariableFigure({ blocks, reader }: { blocks: Groups<VariableBlock>; reader: Reader }) {
  const { messages, language, k } = reader;
  const { filters, table } = messages.results;
  if (blocks.every((block) => !block.base.shown)) {
    return blocks[0].base.shown ? null : (
      <p className="results-hidden">{hiddenText(blocks[0].base.why, messages, k)}</p>
    );
  }
  return (
    <>
      {blocks.map((block, group) => (
        <p className="results-notes" key={group === 0 ? "a" : "b"}>
          {blocks.length > 1 ? `${group === 0 ? filters.groupA : filters.groupB}${filters.colon}` : ""}
          {baseText(block, reader)}
        </p>
      ))}
      <GroupKey reader={reader} />
      <FigureChart figure={barsFigure(blocks, reader)} lang={language} legend={false} />
      <details className="results-numbers">
        <summary>{table}</summary>
        <OptionTable blocks={blocks} reader={reader} />
      </details>
    </>
  );
}

function baseText({ base }: VariableBlock, { messages, language, k }: Reader): string {
  if (!base.shown) return hiddenText(base.why, messages, k);
  const { choices } = messages.results;
  const parts = [amount(language, choices.base, base.n)];
  if (base.skipped) parts.push(fill(choices.skipped, { n: grouped(language, base.skipped) }));
  if (base.notAsked) parts.push(fill(choices.notAsked, { n: grouped(language, base.notAsked) }));
  return parts.join(choices.join);
}

function OptionTable({ blocks, reader }: { blocks: Groups<VariableBlock>; reader: Reader }) {
  const { messages, language, k } = reader;
  const { choices, themes, items, filters } = messages.results;
  const [block] = blocks;
  const comparing = blocks.length > 1;
  const label = block.text[language];
  return (
    <TableBox label={label}>
      <table className="results-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{choices.option}</th>
            {comparing ? <th scope="col">{items.group}</th> : null}
            <th scope="col" className="number">
              {choices.share}
            </th>
            <th scope="col" className="number">
              {themes.interval}
            </th>
            <th scope="col" className="number">
              {choices.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {orderedOptions(block).flatMap((option) =>
            blocks.map((one, group) => {
              const { base } = one;
              const result = one.options.find((other) => other.code === option.code)?.result;
              const why = !base.shown ? base.why : result && !result.shown ? result.why : undefined;
              return (
                <tr key={`${option.code} ${group === 0 ? "a" : "b"}`}>
                  {group === 0 ? (
                    <th scope="row" rowSpan={blocks.length}>
                      {option.label[language]}
                    </th>
                  ) : null}
                  {comparing ? <td>{group === 0 ? filters.groupA : filters.groupB}</td> : null}
                  {result?.shown && base.shown ? (
                    <>
                      <td className="number results-strong">{shareText(result.share, messages, language)}</td>
                      <td className="number">
                        {rangeText(result.low, result.high, (share) => percent(language, share))}
                      </td>
                      <td className="number">
                        {result.count === undefined ? "" : grouped(language, result.count)}
                      </td>
                    </>
                  ) : (
                    <td className="quiet" colSpan={3}>
                      {hiddenText(why ?? "few", messages, k)}
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
