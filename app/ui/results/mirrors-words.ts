import type { Text } from "#app/locales/language.ts";
import { fill } from "#app/locales/language.ts";
import type { Mirrors, Respondent } from "#app/results/mirrors.ts";
import { grouped } from "../studio/amount.ts";
import type { Reader } from "./figures.ts";
import { hiddenText } from "./numbers.ts";

export interface MirrorsPage {
  mirrors: Mirrors;
  /** All themes of the students' instrument. */
  headings: { code: string; title: Text }[];
  /** While nothing can be shown: students' items that others would be asked from their side, and how. */
  planned: { code: string; text: Text; others: { code: string; respondent?: Respondent; text?: Text }[] }[];
}

/** Who answered, side by side, in a sentence. */
export function mirrorsLead({ mirrors }: MirrorsPage, { messages, language, k }: Reader): string {
  const words = messages.mirrors;
  const sides = mirrors.bases.map(({ respondent, base }) => {
    const who = words.respondents[respondent];
    return base.shown
      ? fill(words.sideSize, { who, n: grouped(language, base.n) })
      : fill(words.sideHidden, { who, why: hiddenText(base.why, messages, k) });
  });
  return fill(words.lead, { sides: sides.join(words.sideJoin) });
}
