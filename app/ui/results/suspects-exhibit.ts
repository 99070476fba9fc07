import { fill } from "#app/locales/language.ts";
import type { View, WithoutSuspects } from "#app/results/view.ts";
import type { HiddenRow, MeansRow } from "../charts/figure.ts";
import { amount, grouped } from "../studio/amount.ts";
import { countCell, hiddenCell, meanCell, shareCell } from "./cells.ts";
import type { Cell, Exhibit } from "./exhibit.ts";
import type { Item, Reader } from "./figures.ts";
import { digitsFor, fixed, hiddenText, sentences, signed } from "./numbers.ts";

/** The headline twice: with every response, and without those that are suspect for the way they were given. @param leftOut of the page */
export function suspectsExhibit(
  { base, themes }: WithoutSuspects,
  leftOut: boolean,
  reader: Reader,
): Exhibit {
  const { messages, language, k } = reader;
  const { without } = messages.quality;
  const { themes: words, items } = messages.results;
  const lead = !base.shown
    ? fill(without.hidden[base.why], { k })
    : base.suspects === 0
      ? without.none
      : sentences(language, [
          amount(language, leftOut ? without.leadOut : without.lead, base.suspects, {
            all: grouped(language, base.n),
          }),
          furthest(themes, without),
        ]);
  const about = {
    code: "without-suspects",
    title: without.title,
    lead,
    suspectsToo: true as const,
    method: method(reader),
  };
  if (!base.shown || base.suspects === 0) return about;
  const of = (who: string, what: string) => ({ text: `${who} · ${what}`, number: true });
  const [all, rest] = [without.all, without.without];
  return {
    ...about,
    n: base.n,
    figure: {
      kind: "means",
      axis: "0-100",
      title: without.caption,
      note: messages.results.overviewRule,
      rows: themes.flatMap(({ title, result }): (MeansRow | HiddenRow)[] =>
        result.shown
          ? [meansRow(`${title[language]} · ${all}`, result.all), meansRow(rest, result.without)]
          : [{ label: title[language], hidden: hiddenText(result.why, messages, k) }],
      ),
    },
    table: {
      caption: without.caption,
      head: [
        { text: words.theme },
        ...[of(all, words.score), of(rest, words.score), of(without.difference, words.score)],
        ...[of(all, words.mean), of(rest, words.mean), of(all, items.n), of(rest, items.n)],
      ],
      rows: themes.map(({ title, result }): Cell[] =>
        result.shown
          ? [
              title[language],
              meanCell(result.all.score.estimate, result.all.n, 1),
              { ...meanCell(result.without.score.estimate, result.without.n, 1), strong: true },
              change(result.without.score.estimate - result.all.score.estimate, result.all.n, 1),
              meanCell(result.all.mean.estimate, result.all.n),
              meanCell(result.without.mean.estimate, result.without.n),
              countCell(result.all.n, reader),
              countCell(result.without.n, reader),
            ]
          : [title[language], hiddenCell(result.why, reader)],
      ),
    },
  };
}

/** The favourable share of every statement with and without suspects, both as shown; made when the page leaves them out. */
export function suspectItemsExhibit(all: View, without: View, reader: Reader): Exhibit {
  const { messages, language } = reader;
  const { heads, statement, n } = messages.results.items;
  const { items: title, itemsLead } = messages.exhibits.overview.suspects;
  const words = messages.quality.without;
  const itemsOf = (view: View): readonly Item[] =>
    [...view.themes, ...view.unscored].flatMap((theme) => theme.items);
  const others = new Map(itemsOf(without).map((item) => [item.code, item.result]));
  const share = (who: string) => ({ text: `${who} · ${heads.both.up}`, number: true });
  return {
    code: "without-suspects-items",
    title,
    lead: itemsLead,
    suspectsToo: true,
    table: {
      caption: title,
      head: [
        { text: statement },
        ...[share(words.all), share(words.without), share(words.points)],
        { text: `${words.all} · ${n}`, number: true },
        { text: `${words.without} · ${n}`, number: true },
      ],
      rows: itemsOf(all).map((item): Cell[] => {
        const other = others.get(item.code);
        const name = item.text[language];
        if (!item.result.shown) return [name, hiddenCell(item.result.why, reader)];
        if (!other?.shown) return [name, hiddenCell(other?.why ?? "few", reader)];
        const [a, b] = [item.result.favourable.share, other.favourable.share];
        return [
          name,
          shareCell(a, item.result.n, reader),
          { ...shareCell(b, other.n, reader), strong: true },
          typeof a === "number" && typeof b === "number" ? change(100 * (b - a), other.n, 1) : { text: "" },
          countCell(item.result.n, reader),
          countCell(other.n, reader),
        ];
      }),
    },
    method: { ...method(reader), statistics: ["likert"] },
  };
}

function method({ messages }: Reader): Exhibit["method"] {
  const { formula, base, missing } = messages.exhibits.overview.suspects;
  return { statistics: ["scaleScore", "meanInterval", "longstring", "irv"], formula, base, missing };
}

/** How far the theme moves that moves most: the answer to whether suspects matter. */
function furthest(themes: WithoutSuspects["themes"], words: { moved: string; still: string }): string {
  const moves = themes.flatMap(({ result }) =>
    result.shown ? [Math.abs(result.without.score.estimate - result.all.score.estimate)] : [],
  );
  if (moves.length === 0) return "";
  const points = fixed(Math.max(...moves), 1);
  return points === "0.0" ? words.still : fill(words.moved, { points });
}

type Scored = { n: number; score: { estimate: number; low: number; high: number } };

const meansRow = (label: string, { n, score }: Scored): MeansRow => ({
  label,
  n,
  mean: score.estimate,
  low: Math.max(0, score.low),
  high: Math.min(100, score.high),
});

const change = (value: number, n: number, digits: number) => ({
  text: signed(value, digitsFor(n, digits)),
  value,
});
