import { fill } from "#app/locales/language.ts";
import type { Weightable, Weighted, WeightsMade } from "#app/results/weighted.ts";
import { grouped } from "../studio/amount.ts";
import type { Method } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { fixed, sentences } from "./numbers.ts";
import type { WeightsData } from "./weights-exhibits.ts";

/** Where the figures come from that weights rest on: printed wherever weights are used. */
export function sourcesText({ sources, weighted }: WeightsData, { messages, language }: Reader): string {
  const { source, semicolon } = messages.weights.margins;
  return sources
    .flatMap(({ code, ...one }) => {
      const margin = weighted?.margins.find((margin) => margin.code === code);
      return margin?.state === "used" ? [fill(source, { variable: margin.name[language], ...one })] : [];
    })
    .join(semicolon);
}

/** The same as a sentence of its own, under charts and tables. */
export const sourcesNote = (data: WeightsData, reader: Reader): string =>
  fill(reader.messages.weights.margins.sources, { sources: sourcesText(data, reader) });

/** The same for files. */
export const aboutSources = (data: WeightsData, reader: Reader): [string, string][] => [
  [reader.messages.weights.margins.sourcesHead, sourcesText(data, reader)],
];

/** What is going on, in a few sentences. */
export function weightsLead(weighted: Weighted, reader: Reader, isResearcher: boolean): string {
  const { messages, language } = reader;
  const { lead, emptyOf, merge, margins: words } = messages.weights;
  const { base, weights, margins } = weighted;
  if (!base.shown) return "";
  if (!weights.made) {
    if (weights.why === "none")
      return sentences(language, [lead.none, isResearcher ? lead.noneResearcher : lead.noneReader]);
    if (weights.why === "unseen") return lead.unseen;
    if (weights.why === "pooled") return lead.tooMany;
    const empty = weights.empty.map(({ name, labels }) =>
      fill(emptyOf, {
        variable: name[language],
        categories: labels.map((label) => label[language]).join(lead.join),
      }),
    );
    const end = language === "en" ? "." : "。";
    return sentences(language, [lead.empty, `${empty.join(words.semicolon)}${end}`, merge]);
  }
  const used = margins.filter(({ state }) => state === "used").map(({ name }) => name[language]);
  const moved = mostMoved(weighted);
  return sentences(language, [
    fill(isPooled(weights) ? lead.nearly : lead.made, {
      n: grouped(language, weights.n),
      variables: used.join(lead.join),
    }),
    pooledText(weights, reader),
    fill(lead.effective, { effective: grouped(language, Math.round(weights.effective)) }),
    moved === undefined ? undefined : fill(lead.moved, { points: fixed(moved, 1) }),
    weights.converged ? undefined : fill(messages.weights.notConverged, { rounds: weights.rounds }),
  ]);
}

/** How many people are not weighted, if any. */
function pooledText({ pooled }: WeightsMade, { messages, language, k }: Reader): string | undefined {
  const { lead } = messages.weights;
  if (!pooled.shown) return fill(lead.pooledFew, { k });
  return pooled.n > 0 ? fill(lead.pooled, { n: grouped(language, pooled.n) }) : undefined;
}

/** Whether some people keep weight 1. */
export const isPooled = ({ pooled }: WeightsMade): boolean => !pooled.shown || pooled.n > 0;

/** Why a number has no weighted one. */
export function withheld(
  why: Extract<Weightable<object>, { shown: false }>["why"],
  { messages, k }: Reader,
): string {
  const { weights, results } = messages;
  if (why === "alike") return results.hidden.alike;
  return why === "pooled" ? weights.withheldPooled : fill(weights.withheld, { k });
}

/** How many of the people behind a number keep weight 1, where it is more than of everybody. */
export function atOne(here: number, { weighted }: WeightsData, { messages, language }: Reader): string {
  const weights = weighted?.weights;
  const everywhere = weights?.made && weights.pooled.shown ? weights.pooled.n : 0;
  return here > everywhere ? fill(messages.weights.atOne, { n: grouped(language, here) }) : "";
}

/** The largest change of a theme's score, out of a hundred; rounded up, so that it is a bound. */
function mostMoved({ themes }: Weighted): number | undefined {
  const moves = themes.flatMap(({ result }) =>
    result?.shown && result.weighted.shown
      ? [Math.abs(result.weighted.score.estimate - result.plain.score.estimate)]
      : [],
  );
  return moves.length > 0 ? Math.ceil(Math.max(...moves) * 10) / 10 : undefined;
}

/** How a weighted exhibit was computed. */
export function weightedMethod(data: WeightsData, reader: Reader, of: "share" | "mean" | "weights"): Method {
  const { method } = reader.messages.weights;
  const sources = fill(method.population, { sources: sourcesText(data, reader) });
  const formulas = {
    share: { statistics: ["rake", "weightedMean", "wilson"], formula: [method.share, method.kish] },
    mean: { statistics: ["rake", "weightedMean", "scaleScore"], formula: [method.mean, method.kish] },
    weights: { statistics: ["rake", "weightedMean"], formula: [method.kish] },
  } as const;
  return {
    statistics: formulas[of].statistics,
    formula: [method.rake, method.pool, ...formulas[of].formula, sources],
    base: fill(method.base, { k: reader.k }),
    missing: method.missing,
  };
}
