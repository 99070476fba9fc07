import { fill } from "#app/locales/language.ts";
import type { MarginTable, Weighted, WeightsMade } from "#app/results/weighted.ts";
import { grouped } from "../studio/amount.ts";
import { hiddenCell, shareCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { fixed, signed } from "./numbers.ts";
import type { WeightsData } from "./weights-exhibits.ts";
import { aboutSources, sourcesText, weightedMethod } from "./weights-words.ts";

/** The sample beside the population, variable by variable. */
export function marginsExhibit(data: WeightsData, { base, margins }: Weighted, reader: Reader): Exhibit {
  const { margins: words } = reader.messages.weights;
  return {
    code: "margins",
    about: aboutSources(data, reader),
    title: words.title,
    lead: words.lead,
    ...(base.shown && { n: base.n }),
    table: {
      caption: words.caption,
      head: [
        { text: words.variable },
        { text: words.category },
        ...[words.population, words.sample, words.weighted, words.difference].map((text) => ({
          text,
          number: true,
        })),
      ],
      rows: margins.flatMap((margin) => rowsOf(margin, base.shown ? base.n : 0, reader)),
      notes: notesOf(data, margins, reader),
    },
    method: weightedMethod(data, reader, "weights"),
  };
}

function rowsOf({ name, state, rows }: MarginTable, n: number, reader: Reader): Cell[][] {
  const { messages, language } = reader;
  const { states } = messages.weights.margins;
  const variable = { text: name[language], detail: states[state] };
  if (rows.length === 0) return [[variable, { hidden: states[state] }]];
  return rows.map(({ label, population, sample, weighted }): Cell[] => [
    variable,
    label[language],
    shareCell(population, n, reader),
    ...(sample.shown
      ? [
          shareCell(sample.share, n, reader),
          weighted === undefined ? { text: "–" } : shareCell(weighted, n, reader),
          {
            text: signed((sample.share - population) * 100, 0),
            value: sample.share - population,
          },
        ]
      : [hiddenCell(sample.why, reader)]),
  ]);
}

/** Where the figures come from, and who is not covered by them. */
function notesOf(data: WeightsData, margins: readonly MarginTable[], reader: Reader): string {
  const { messages, language } = reader;
  const { margins: words, lead } = messages.weights;
  const sources = sourcesText(data, reader);
  const apart = margins.flatMap(({ name, apart = 0, uncovered, state }) => {
    const variable = name[language];
    const categories = uncovered.map((label) => label[language]).join(lead.join);
    return [
      ...(uncovered.length > 0 ? [fill(words.uncovered, { variable, categories })] : []),
      ...(state === "used" && apart > 0
        ? [fill(words.apart, { variable, n: grouped(language, apart) })]
        : []),
    ];
  });
  return [...(sources ? [fill(words.sources, { sources })] : []), ...apart].join(words.semicolon);
}

/** What the weights are like, and what they cost. */
export function weightsExhibit(data: WeightsData, weights: WeightsMade, reader: Reader): Exhibit {
  const { made: words } = reader.messages.weights;
  const count = (value: number) => ({ text: grouped(reader.language, Math.round(value)), value });
  const digits = (value: number) => ({ text: fixed(value, 2), value });
  return {
    code: "weights",
    about: aboutSources(data, reader),
    title: words.title,
    n: weights.n,
    table: {
      caption: words.caption,
      head: [{ text: words.quantity }, { text: words.value, number: true }, { text: words.meaning }],
      rows: [
        [words.n, count(weights.n), words.nMeaning],
        [words.effective, count(weights.effective), words.effectiveMeaning],
        [words.deff, digits(weights.designEffect), words.deffMeaning],
        [words.least, digits(weights.least), words.weightMeaning],
        [words.most, digits(weights.most), words.weightMeaning],
        [words.trimmed, count(weights.trimmed), words.trimmedMeaning],
        [words.rounds, count(weights.rounds), weights.converged ? words.converged : words.approximate],
      ],
    },
    method: weightedMethod(data, reader, "weights"),
  };
}
