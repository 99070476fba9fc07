import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import type { VariableBlock, View } from "#app/results/view.ts";
import { FigureChart } from "../charts/figure-chart.tsx";
import { percent } from "../studio/amount.ts";
import type { Order } from "./address.ts";
import type { Differences } from "./differences.ts";
import { type Groups, type Reader, themesFigure } from "./figures.ts";
import { GroupKey } from "./group-key.tsx";
import { fixed, sentences } from "./numbers.ts";
import { type Section, ThemeSection } from "./theme-section.tsx";
import { ThemeTable } from "./theme-table.tsx";
import { VariableFigure } from "./variable-section.tsx";

interface ResultsBodyProps {
  views: Groups<View>;
  order: Order;
  reader: Reader;
  differences?: Differences;
  /** What the headline would be without suspect responses; a part of its own. */
  without?: ReactNode;
}

/** All evidence of one selection, or of two side by side. */
export function ResultsBody({ views, order, reader, differences, without }: ResultsBodyProps) {
  const { messages, language, k } = reader;
  const { results } = messages;
  const [first] = views;
  /** The same part of each view, found by its code. */
  const beside = <T extends { code: string }>(one: T, of: (view: View) => T[]): Groups<T> =>
    views.length === 1 ? [one] : [one, of(views[1]).find((other) => other.code === one.code) ?? one];
  const variable = (wanted: (block: VariableBlock) => boolean) => first.variables.filter(wanted);
  const bipolar = variable((block) => block.measure === "bipolar");
  const multiple = variable((block) => block.measure === "several");
  const background = variable((block) => block.measure === "one" || block.measure === "year");
  const blocksOf = (block: VariableBlock) => beside(block, (view) => view.variables);
  return (
    <>
      <section className="studio-section" aria-labelledby="overview">
        <h2 id="overview">{results.overview}</h2>
        <GroupKey reader={reader} />
        <FigureChart figure={themesFigure(views, reader)} lang={language} />
        <details className="results-numbers">
          <summary>{results.table}</summary>
          <ThemeTable views={views} reader={reader} />
        </details>
        <h3>{results.reading.title}</h3>
        <p className="results-reading">
          {sentences(language, [fill(results.reading.body, { k }), bothScales(first, reader)])}
        </p>
      </section>
      {without}
      {first.themes.map((theme, index) => (
        <ThemeSection
          key={theme.code}
          groups={beside<Section>(theme, (view) => view.themes)}
          order={order}
          reader={reader}
          legend={index === 0}
          differences={differences}
        />
      ))}
      {first.unscored.map((theme) => (
        <ThemeSection
          key={theme.code}
          groups={beside<Section>(theme, (view) => view.unscored)}
          order={order}
          reader={reader}
          legend={false}
          differences={differences}
        />
      ))}
      {bipolar.map((block) => (
        <section className="studio-section" key={block.code} aria-labelledby={`title-${block.code}`}>
          <h2 id={`title-${block.code}`}>{results.difficulty.title}</h2>
          <p>
            {sentences(language, [
              views.length === 1 ? aboutRight(block, reader) : undefined,
              results.difficulty.note,
            ])}
          </p>
          <VariableFigure blocks={blocksOf(block)} reader={reader} />
        </section>
      ))}
      {multiple.length > 0 ? (
        <section className="studio-section" aria-labelledby="choices">
          <h2 id="choices">{results.choices.title}</h2>
          {multiple.map((block) => (
            <div className="results-choice" key={block.code}>
              <h3>{block.text[language]}</h3>
              <VariableFigure blocks={blocksOf(block)} reader={reader} />
            </div>
          ))}
        </section>
      ) : null}
      <section className="studio-section" aria-labelledby="background">
        <h2 id="background">{results.choices.background}</h2>
        <p>{results.choices.backgroundLead}</p>
        {background.map((block) => (
          <details className="results-background" key={block.code}>
            <summary>{block.short[language]}</summary>
            {block.short[language] === block.text[language] ? null : <p>{block.text[language]}</p>}
            <VariableFigure blocks={blocksOf(block)} reader={reader} />
          </details>
        ))}
      </section>
    </>
  );
}

/** How points of the questionnaire and points of a hundred belong together, on this page's own first score. */
function bothScales({ themes }: View, { messages }: Reader): string {
  const score = themes.flatMap(({ result }) => (result.shown ? [result] : []))[0];
  if (!score) return "";
  const [mean, hundred] = [fixed(score.mean.estimate, 2), fixed(score.score.estimate, 0)];
  return fill(messages.results.reading.scales, { mean, score: hundred });
}

/** "42% found it about right; …": the middle point and the two tails. Empty where the gate allows only bounds. */
function aboutRight(block: VariableBlock, { messages, language }: Reader): string {
  const shares = block.options.map(({ result }) =>
    result.shown && typeof result.share === "number" ? result.share : undefined,
  );
  if (!block.base.shown || shares.length !== 5 || shares.includes(undefined)) return "";
  const [a, b, right, c, d] = shares as [number, number, number, number, number];
  return fill(messages.results.difficulty.lead, {
    right: percent(language, right),
    easy: percent(language, a + b),
    hard: percent(language, c + d),
  });
}
