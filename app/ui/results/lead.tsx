import { fill } from "#app/locales/language.ts";
import type { View } from "#app/results/view.ts";
import { amount, grouped } from "../studio/amount.ts";
import type { Asked } from "./address.ts";
import type { Groups, Reader } from "./figures.ts";
import { type FilterVariable, selectionWords } from "./filter-words.ts";
import { fixed, sentences } from "./numbers.ts";

interface LeadProps {
  views: Groups<View>;
  asked: Asked;
  variables: FilterVariable[];
  reader: Reader;
}

/** What is going on, in a sentence or two: how many, who, and the strongest finding. */
export function Lead({ views, asked, variables, reader }: LeadProps) {
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
    return <p>{sentences(language, [fill(lead.compared, people), contrast(first, second, reader)])}</p>;
  }
  const chosen = Object.keys(asked.first).length > 0;
  const people = chosen
    ? amount(language, lead.selected, first.base.n, { who: who(asked.first) })
    : amount(language, lead.everyone, first.base.n);
  return <p>{sentences(language, [people, strongest(first, reader)])}</p>;
}

/** The theme whose score lies furthest from neutral, among those that can be told apart from it. */
function strongest(view: View, { messages, language }: Reader): string {
  const { lead } = messages.results;
  const told = view.themes.flatMap(({ title, meaning, result }) =>
    result.shown && (result.verdict === "positive" || result.verdict === "negative")
      ? [{ title, meaning, verdict: result.verdict, score: result.score }]
      : [],
  );
  const far = (one: (typeof told)[number]) => Math.abs(one.score.estimate - 50);
  const most = told.sort((a, b) => far(b) - far(a))[0];
  if (!most) return lead.none;
  return fill(lead.strongest[most.verdict], {
    meaning: most.meaning[language],
    theme: most.title[language],
    score: fixed(most.score.estimate, 0),
    low: fixed(most.score.low, 0),
    high: fixed(most.score.high, 0),
  });
}

function contrast(first: View, second: View, { messages, language }: Reader): string {
  const pairs = first.themes.flatMap(({ code, title, result }) => {
    const other = second.themes.find((one) => one.code === code)?.result;
    return result.shown && other?.shown ? [{ title, a: result.score.estimate, b: other.score.estimate }] : [];
  });
  const most = pairs.sort((x, y) => Math.abs(y.a - y.b) - Math.abs(x.a - x.b))[0];
  if (!most) return "";
  return fill(messages.results.lead.contrast, {
    theme: most.title[language],
    a: fixed(most.a, 0),
    b: fixed(most.b, 0),
  });
}
