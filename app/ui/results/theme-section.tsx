import { fill } from "#app/locales/language.ts";
import type { ThemeBlock } from "#app/results/view.ts";
import { FigureChart } from "../charts/figure-chart.tsx";
import { percent } from "../studio/amount.ts";
import type { Order } from "./address.ts";
import type { Differences } from "./differences.ts";
import { type Groups, type Item, itemsFigure, type Reader } from "./figures.ts";
import { GroupKey } from "./group-key.tsx";
import { ItemTable } from "./item-table.tsx";
import { fixed, hiddenText, sentences } from "./numbers.ts";
import { ThemeFacts } from "./theme-facts.tsx";

/** A theme with a score, or (without `result`) a set of items that form none. */
export type Section = Pick<ThemeBlock, "code" | "title" | "items"> & Partial<Pick<ThemeBlock, "result">>;

interface ThemeSectionProps {
  groups: Groups<Section>;
  order: Order;
  reader: Reader;
  legend: boolean;
  differences?: Differences;
}

export function ThemeSection({ groups, order, reader, legend, differences }: ThemeSectionProps) {
  const { messages, language, k } = reader;
  const { results } = messages;
  const [first] = groups;
  const title = first.title[language];
  const items = (groups.length === 1 ? [groups[0].items] : [groups[0].items, groups[1].items]) as Groups<
    Section["items"]
  >;
  const scored = first.result !== undefined;
  const figure = itemsFigure(title, items, order, reader, scored);
  const differenceCount = differences ? first.items.filter((item) => differences.items[item.code]).length : 0;
  const skipped = skippedText(items, reader);
  const difference = differences?.themes[first.code];
  return (
    <section className="studio-section" id={`theme-${first.code}`} aria-labelledby={`title-${first.code}`}>
      <h2 id={`title-${first.code}`}>{title}</h2>
      <div className={groups.length > 1 ? "results-pair" : undefined}>
        {groups.map((group, index) => (
          <div key={index === 0 ? "a" : "b"}>
            {groups.length > 1 ? (
              <h3>{index === 0 ? results.filters.groupA : results.filters.groupB}</h3>
            ) : null}
            {group.result === undefined ? (
              index === 0 ? (
                <p>{results.unscored}</p>
              ) : null
            ) : group.result.shown ? (
              <ThemeFacts result={group.result} reader={reader} />
            ) : (
              <p className="results-hidden">{hiddenText(group.result.why, messages, k)}</p>
            )}
          </div>
        ))}
      </div>
      {difference ? (
        <p className="results-verdict">
          {sentences(language, [
            fill(results.themes.difference, {
              difference: fixed(difference.estimate, 2),
              low: fixed(difference.low, 2),
              high: fixed(difference.high, 2),
              p: probability(difference.p),
              adjusted: probability(difference.adjusted),
              m: differences?.tested ?? 0,
            }),
            difference.clear ? results.themes.differenceClear : results.themes.differenceUnclear,
          ])}
        </p>
      ) : null}
      <GroupKey reader={reader} />
      {figure ? <FigureChart figure={figure} lang={language} legend={legend} /> : null}
      {skipped ? <p className="results-look">{skipped}</p> : null}
      <details className="results-numbers">
        <summary>{results.table}</summary>
        <ItemTable
          title={title}
          groups={items}
          order={order}
          reader={reader}
          differences={differences?.items}
          scored={scored}
        />
        {differences && differenceCount > 0 ? (
          <p className="results-notes">{fill(results.items.unadjusted, { m: differenceCount })}</p>
        ) : null}
      </details>
    </section>
  );
}

const probability = (p: number) => (p < 0.001 ? "< 0.001" : `= ${p.toFixed(3)}`);

/** More than this share of those asked: what the others would have said may change the picture. */
const muchSkipped = 0.2;

/** Items many passed over, where the gate tells how many did. */
function skippedText(groups: Groups<readonly Item[]>, { messages, language }: Reader): string {
  const { items: words } = messages.results;
  const { groupA, groupB, and } = messages.results.filters;
  const often = groups.flatMap((items, group) =>
    items.flatMap(({ text, result }) => {
      if (!result.shown || result.skipped === undefined) return [];
      const share = result.skipped / (result.n + (result.notApplicable ?? 0) + result.skipped);
      const name = groups.length > 1 ? `${group === 0 ? groupA : groupB} · ` : "";
      return share > muchSkipped
        ? [fill(words.skippedItem, { text: name + text[language], share: percent(language, share) })]
        : [];
    }),
  );
  return often.length > 0 ? fill(words.skippedOften, { items: often.join(and) }) : "";
}
