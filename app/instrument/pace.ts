import type { QuestionKind } from "#app/questions/index.ts";
import type { AskedItem, Page } from "./asked.ts";
import { pipesIn, replacePipes } from "./pipes.ts";
import type { Pace } from "./walk.ts";

/**
 * How fast people read, aloud and at ease: 255 characters of Chinese a minute, 228 words of English (Trauzettel-Klosinski
 * and Dietz 2012, Investigative Ophthalmology & Visual Science 53, 5452–5461). Questions are read no faster than that.
 */
export const readingSpeed = { characters: 255, words: 228 } as const;

/**
 * Seconds from having read a question to having answered it on a phone: our own assumptions, rounded, to be replaced by
 * what the first wave took. Choices, rankings and sums take as much again for each option.
 */
export const answerSeconds: Record<QuestionKind, { once: number; each?: number }> = {
  scale: { once: 3 },
  differential: { once: 4 },
  nps: { once: 4 },
  slider: { once: 5 },
  single: { once: 2, each: 0.3 },
  multiple: { once: 3, each: 0.5 },
  check: { once: 2, each: 0.3 },
  year: { once: 5 },
  date: { once: 8 },
  number: { once: 6 },
  catalogue: { once: 12 },
  short: { once: 10 },
  text: { once: 35 },
  ranking: { once: 5, each: 3 },
  sum: { once: 8, each: 4 },
  consent: { once: 2 },
  section: { once: 0 },
  image: { once: 4 },
};

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Characters of a Chinese text (punctuation is not read), and words of whatever is written with spaces. */
export function lengthOf(text: string): { characters: number; words: number } {
  const filled = pipesIn(text).length > 0 ? replacePipes(text, () => "…") : text;
  const characters = filled.match(han)?.length ?? 0;
  return { characters, words: filled.replace(han, " ").match(word)?.length ?? 0 };
}

/** The seconds a text takes to read. */
export function readingSeconds(text: string | undefined): number {
  if (!text) return 0;
  const { characters, words } = lengthOf(text);
  return 60 * (characters / readingSpeed.characters + words / readingSpeed.words);
}

/** The pace of reading and answering an instrument in one of its languages. */
export function paceIn(language: string): Pace {
  const read = (text: Record<string, string> | undefined) => readingSeconds(text?.[language]);
  return {
    page: (page: Page) => read(page.title) + read(page.intro),
    item: (item: AskedItem) => {
      const options = "options" in item ? item.options : [];
      const { once, each = 0 } = answerSeconds[item.kind];
      // A long list is looked through, not read: from the twelfth option on nothing is added.
      const listed = options.slice(0, 12);
      const around =
        (item.kind === "section" ? item.body.map(read).reduce((all, one) => all + one, 0) : 0) +
        (item.kind === "differential" ? read(item.left) + read(item.right) : 0);
      const reading = read(item.text) + read(item.help) + around;
      return reading + listed.reduce((all, one) => all + read(one.label), 0) + once + each * listed.length;
    },
  };
}
