import { fill } from "#app/locales/language.ts";
import type { View } from "#app/results/view.ts";
import { VERDICT_MINIMUM } from "#app/statistics/verdict.ts";
import { amount, grouped } from "../studio/amount.ts";
import type { Asked } from "./address.ts";
import type { Differences } from "./differences.ts";
import type { Groups, Reader } from "./figures.ts";
import { type FilterVariable, selectionWords } from "./filter-words.ts";
import { fixed, sentences } from "./numbers.ts";
import { verdictWord } from "./verdict-words.ts";
import { whoWords } from "./who-words.ts";

interface LeadProps {
  views: Groups<View>;
  asked: Asked;
  variables: FilterVariable[];
  reader: Reader;
  /** Undefined for groups that share people: then nothing is said of how they differ. */
  differences?: Differences;
}

/** What is going on, in a sentence or two: how many, who, and the strongest finding. */
export function Lead({ views, asked, variables, reader, differences }: LeadProps) {
  const { messages, language } = reader;
  const { lead } = messages.results;
  const who = (filter: Asked["first"]) => selectionWords(filter, variables, messages, language);
  const [first, second] = views;
  if (!first.base.shown) return null;
  if (second?.base.shown) {
    const people = {
      a: who(asked.first),
      an: grouped(language, first.base.n),
      b: who(asked.second ?? {}),
      bn: grouped(language, second.base.n),
    };
    const apart = differences ? contrast(first, second, differences, reader) : lead.overlap;
    return <p>{sentences(language, [fill(lead.compared, people), apart])}</p>;
  }
  const chosen = Object.keys(asked.first).length > 0 || asked.withoutSuspects;
  const people = chosen
    ? amount(language, lead.selected, first.base.n, {
        who: whoWords({ asked, variables }, messages, language),
      })
    : amount(language, lead.everyone, first.base.n);
  const finding = first.base.n < VERDICT_MINIMUM ? lead.tooFew : strongest(first, reader);
  return <p>{sentences(language, [people, finding])}</p>;
}

/** The theme whose score lies furthest from neutral, among those that can be told apart from it. */
function strongest(view: View, { messages, language }: Reader): string {
  const { lead } = messages.results;
  const judged = view.themes.flatMap(({ title, meaning, result }) =>
    result.shown && result.verdict !== "none"
      ? [{ title, meaning, verdict: result.verdict, mean: result.mean, score: result.score }]
      : [],
  );
  if (judged.length === 0) return lead.tooFewScored;
  const told = judged.filter((one) => one.verdict !== "neutral-indistinct");
  const far = (one: (typeof told)[number]) => Math.abs(one.score.estimate - 50);
  const most = told.sort((a, b) => far(b) - far(a))[0];
  if (!most) return lead.none;
  return fill(verdictWord(lead.strongest, most), {
    meaning: most.meaning[language],
    theme: most.title[language],
    score: fixed(most.score.estimate, 0),
    low: fixed(most.score.low, 0),
    high: fixed(most.score.high, 0),
  });
}

/** The theme on which the groups lie furthest apart, among those where it may be said that they differ. */
function contrast(first: View, second: View, differences: Differences, { messages, language }: Reader) {
  const { lead } = messages.results;
  const { themes, tested } = differences;
  if (tested === 0) return "";
  const pairs = first.themes.flatMap(({ code, title, result }) => {
    const other = second.themes.find((one) => one.code === code)?.result;
    const difference = themes[code];
    return result.shown && other?.shown && difference?.verdict === "clear"
      ? [{ title, apart: Math.abs(difference.estimate), a: result.score.estimate, b: other.score.estimate }]
      : [];
  });
  const most = pairs.sort((x, y) => y.apart - x.apart)[0];
  if (!most) return fill(lead.noContrast, { m: tested });
  return fill(lead.contrast, {
    theme: most.title[language],
    a: fixed(most.a, 0),
    b: fixed(most.b, 0),
    m: tested,
  });
}
