import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";

/** A condition as a sentence of codes: SCR01 is taken, preparing and not (BG01 is oth). */
export function conditionWords(words: Messages["versions"]["condition"], condition: Condition): string {
  const inner = (one: Condition) =>
    "all" in one || "any" in one ? `(${conditionWords(words, one)})` : conditionWords(words, one);
  if ("not" in condition) return fill(words.not, { inner: conditionWords(words, condition.not) });
  if ("all" in condition) return condition.all.map(inner).join(` ${words.all} `);
  if ("any" in condition) return condition.any.map(inner).join(` ${words.any} `);
  const { item } = condition;
  if ("in" in condition) return fill(words.in, { item, values: condition.in.join(words.listComma) });
  if ("is" in condition) return fill(words.is, { item, is: condition.is, than: condition.than });
  return fill(condition.answered ? words.answered : words.unanswered, { item });
}
