import type { Language } from "#app/locales/language.ts";
import type { Answer } from "#app/questions/kind.ts";
import { asked } from "./asked.ts";
import type { Definition } from "./definition.ts";
import { isAnswered, itemsOf } from "./items.ts";
import { paceIn, readingSeconds } from "./pace.ts";
import { answerWords } from "./piping.ts";
import { type Length, walk } from "./walk.ts";

/** One way through, and what is answered on it where routing reads it. */
export interface Way {
  items: number;
  seconds: number;
  answers: { code: string; words: string }[];
}

/** How many ways there are through an instrument, and how long they take. */
export interface Paths {
  routes: { count: number; atLeast: boolean };
  /** Language by language, the main one first. */
  lengths: { language: string; shortest: Way; longest: Way }[];
  /** In the main language, where everything on the page is asked. */
  pages: { code: string; title: Record<string, string>; items: number; seconds: number }[];
  /** What is read before the first question, in the main language. */
  letterSeconds: number;
  promise: { from: number; to: number; is: "kept" | "too-short" | "too-long" };
}

/** The longest way may take so much longer than the promise says before it is called off, and the promise so much more. */
const tolerance = { over: 1.2, under: 0.6 } as const;

/** @param reader the language in which answers are named */
export function pathsOf(definition: Definition, year: number, reader: Language): Paths {
  const instrument = asked(definition);
  const items = new Map(itemsOf(instrument).map((item) => [item.code, item]));
  const say = (code: string, answer: Answer | null): string => {
    const item = items.get(code);
    if (answer === null) return "–";
    const source = { language: reader, answers: {}, known: {}, nameOf: (one: string) => one };
    return (
      (item && answerWords(item, answer, instrument, source)) || (answer === true ? "✓" : String(answer))
    );
  };
  const way = ({ items, seconds, answers }: Length): Way => ({
    ...{ items, seconds },
    answers: answers.map(([code, answer]) => ({ code, words: say(code, answer) })),
  });
  const walks = definition.languages.map((language) => ({
    language,
    ...walk(definition, year, paceIn(language)),
  }));
  const [main] = walks;
  const language = main?.language ?? "zh-CN";
  const pace = paceIn(language);
  const { from, to } = definition.minutes;
  const minutes = (main?.longest.seconds ?? 0) / 60;
  const { letter } = definition.consent;
  return {
    routes: main?.routes ?? { count: 1, atLeast: false },
    lengths: walks.map((one) => ({
      language: one.language,
      shortest: way(one.shortest),
      longest: way(one.longest),
    })),
    pages: instrument.pages.map((page) => ({
      ...{ code: page.code, title: page.title, items: page.items.filter(isAnswered).length },
      seconds: page.items.reduce((all, item) => all + pace.item(item), pace.page(page)),
    })),
    letterSeconds: letter.reduce((all, one) => all + readingSeconds(one[language]), 0),
    promise: {
      ...{ from, to },
      is:
        minutes > to * tolerance.over ? "too-long" : minutes < from * tolerance.under ? "too-short" : "kept",
    },
  };
}
