import type { Definition } from "#app/instrument/definition.ts";
import { nativeName } from "#app/instrument/language-names.ts";
import { variableChoice } from "#app/instrument/properties/condition-rows.ts";
import { type Askable, askedBefore } from "#app/instrument/properties/earlier.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";

/** More of a question than tells it from the others. */
const longest = 40;

/**
 * A condition as a sentence of the reader's language: “Grade” is “Second year” or “Third year”, and “Hours” is at least 3.
 * What it names that is not there is named by its code.
 */
export function conditionWords(condition: Condition, definition: Definition, language: Language): string {
  const { words } = messagesIn(language).properties;
  const asked = askablesOf(definition);
  const tell = (one: Condition, inner: boolean): string => {
    if ("all" in one || "any" in one) {
      const parts = "all" in one ? one.all : one.any;
      const told = parts
        .map((part) => tell(part, parts.length > 1))
        .join("all" in one ? words.all : words.any);
      return inner && parts.length > 1 ? fill(words.nested, { words: told }) : told;
    }
    if ("not" in one) {
      const { not } = one;
      return "in" in not ? among(not, "notIn") : fill(words.not, { words: tell(not, false) });
    }
    if ("in" in one) return among(one, "in");
    const about = asked.get(one.item);
    const what = calls(one.item, about);
    if ("answered" in one) return fill(one.answered ? words.answered : words.unanswered, { what });
    return fill(words[one.is], { what, value: one.than });
  };
  const among = (one: { item: string; in: (string | number)[] }, test: "in" | "notIn") => {
    const about = asked.get(one.item);
    const values = one.in.map((value) => {
      const label = about?.picks?.find((pick) => pick.value === value)?.label;
      const said = one.item === "language" ? nativeName(String(value)) : inLanguage(label, language);
      return fill(words.quoted, { text: said || String(value) });
    });
    const last = values.pop() ?? "";
    const listed = values.length > 0 ? values.join(words.comma) + words.or + last : last;
    return fill(words[test], { what: calls(one.item, about), values: listed });
  };
  const calls = (item: string, about: Askable | undefined) => {
    if (item === "language") return words.language;
    if (item.startsWith(variableChoice))
      return fill(words.variable, { name: item.slice(variableChoice.length) });
    return fill(words.question, { text: shortened(inLanguage(about?.text, language) || item) });
  };
  return tell(condition, false);
}

const inLanguage = (text: Record<string, string> | undefined, language: Language) =>
  text?.[language] || Object.values(text ?? {}).find(Boolean) || "";

/** The beginning of a text, where it is too long to stand inside another. */
export function shortened(text: string, most = longest): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}

// A list of conditions asks for the same definition again and again.
const known = new WeakMap<Definition, Map<string, Askable>>();
function askablesOf(definition: Definition): Map<string, Askable> {
  const there = known.get(definition);
  if (there) return there;
  const made = new Map(askedBefore(definition, "instrument").map((one) => [one.code, one]));
  known.set(definition, made);
  return made;
}
