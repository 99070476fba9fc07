import { fill } from "#app/locales/language.ts";
import type { ThemeBlock } from "#app/results/view.ts";
import { FigureChart } from "../charts/figure-chart.tsx";
import type { Order } from "./address.ts";
import type { Differences } from "./differences.ts";
import { type Groups, itemsFigure, type Reader } from "./figures.ts";
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
  const figure = itemsFigure(title, items, order, reader);
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
            }),
            difference.low > 0 || difference.high < 0
              ? results.themes.differenceClear
              : results.themes.differenceUnclear,
          ])}
        </p>
      ) : null}
      {figure ? <FigureChart figure={figure} lang={language} legend={legend} /> : null}
      <details className="results-numbers">
        <summary>{results.table}</summary>
        <ItemTable
          title={title}
          groups={items}
          order={order}
          reader={reader}
          differences={differences?.items}
        />
      </details>
    </section>
  );
}
