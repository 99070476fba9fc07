import { fill } from "#app/locales/language.ts";
import type { MarginTable, Weighted, WeightsMade } from "#app/results/weighted.ts";
import { grouped } from "../studio/amount.ts";
import { hiddenCell, shareCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { digitsFor, fixed, sentences, signed } from "./numbers.ts";
import type { WeightsData } from "./weights-exhibits.ts";
import { aboutSources, isPooled, weightedMethod } from "./weights-words.ts";

/** The sample beside the population, along one variable. */
export function marginExhibit(
  data: WeightsData,
  { base }: Weighted,
  margin: MarginTable,
  reader: Reader,
): Exhibit {
  const { messages, language } = reader;
  const { margins: words } = messages.weights;
  const title = fill(words.title, { variable: margin.name[language] });
  const n = base.shown ? base.n : 0;
  return {
    code: `margin-${margin.code.replace(/[^\w-]/g, "-").toLowerCase()}`,
    about: data.sources
      .filter(({ code }) => code === margin.code)
      .map(({ source, asOf }) => [
        words.sourcesHead,
        fill(words.source, { variable: margin.name[language], source, asOf }),
      ]),
    title,
    lead: words.states[margin.state],
    ...(base.shown && { n }),
    ...(margin.rows.length > 0 && {
      table: {
        caption: title,
        head: [
          { text: words.category },
          ...[words.population, words.sample, words.weighted, words.difference].map((text) => ({
            text,
            number: true,
          })),
        ],
        rows: margin.rows.map((row) => rowOf(row, n, reader)),
        notes: notesOf(data, margin, reader),
      },
    }),
    method: weightedMethod(data, reader, "weights"),
  };
}

function rowOf(
  { label, population, sample, weighted }: MarginTable["rows"][number],
  n: number,
  reader: Reader,
) {
  const cells: Cell[] = [label[reader.language], shareCell(population, n, reader)];
  if (!sample.shown) return [...cells, hiddenCell(sample.why, reader)];
  const apart = sample.share - population;
  return [
    ...cells,
    shareCell(sample.share, n, reader),
    weighted === undefined ? { text: "–" } : shareCell(weighted, n, reader),
    { text: signed(apart * 100, digitsFor(n, 0)), value: apart },
  ];
}

/** Where the figures come from, and who is not covered by them. */
function notesOf(data: WeightsData, { code, state, apart, uncovered }: MarginTable, reader: Reader): string {
  const weights = data.weighted?.weights;
  const { messages, language } = reader;
  const { margins: words, lead } = messages.weights;
  const own = data.sources.find((one) => one.code === code);
  const categories = uncovered.map((label) => label[language]).join(lead.join);
  return sentences(language, [
    own && fill(words.own, { source: own.source, asOf: own.asOf }),
    categories ? fill(words.uncovered, { categories }) : undefined,
    apart ? fill(words.apart, { n: grouped(language, apart) }) : undefined,
    state === "used" && weights?.made && isPooled(weights) ? words.nearly : undefined,
  ]);
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
        weights.pooled.shown
          ? [words.pooled, count(weights.pooled.n), words.pooledMeaning]
          : [words.pooled, hiddenCell(weights.pooled.why, reader)],
        [words.trimmed, count(weights.trimmed), words.trimmedMeaning],
        [words.rounds, count(weights.rounds), weights.converged ? words.converged : words.approximate],
      ],
    },
    method: weightedMethod(data, reader, "weights"),
  };
}
