import type { DifferenceRule } from "./difference-classes.ts";

export type Words = Record<string, string | undefined>;
type TextRule = Extract<DifferenceRule, "punctuation" | "misspelling" | "words" | "negation" | "rewritten">;

/** From least to most. */
const severity: TextRule[] = ["punctuation", "misspelling", "words", "rewritten", "negation"];

/**
 * What happened to a text, going by the language in which it changed most.
 * @param languages those both versions are asked in: a text in a new language changes nothing for the others
 * @returns undefined where it is the same in all of them
 */
export function textRule(
  before: Words | undefined,
  after: Words | undefined,
  languages: readonly string[],
): TextRule | undefined {
  const found = languages.flatMap((one) => wordsRule(before?.[one] ?? "", after?.[one] ?? "") ?? []);
  return severity.findLast((one) => found.includes(one));
}

function wordsRule(before: string, after: string): TextRule | undefined {
  if (before === after) return undefined;
  // A text that was not there is read by people who had none to read.
  if (!before || !after) return "words";
  const [was, is] = [plain(before), plain(after)];
  if (slots(before) !== slots(after)) return "words";
  if (was.replace(/\s/g, "") === is.replace(/\s/g, "")) return "punctuation";
  if (negations(before) !== negations(after) || isOpposite(was, is)) return "negation";
  if (isMisspelling(was, is)) return "misspelling";
  const long = Math.min([...was].length, [...is].length) >= (/\p{Script=Han}/u.test(was + is) ? 8 : 24);
  return long && likeness(was, is) < 0.3 ? "rewritten" : "words";
}

/** Letters and digits alone; what stands between two digits or before one is part of the number. */
const plain = (words: string) =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{Cf}/gu, "")
    .replace(/(?<=\d)[.,:/-](?=\d)/g, "\u0001")
    .replace(/-(?=\d)/g, "\u0002")
    .replace(/['’]/g, "")
    .replace(/(?!%)\p{P}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Places where an earlier answer is put into the text. */
const slots = (words: string) => (words.match(/\{[^}]*\}/g) ?? []).join();

/** Words that have a negating sign in them and do not negate. */
const harmless = /非常|未来|无论|不仅|不但|不过|不断|不同|不少|不管|没关系|并非常/g;
const english = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|cannot)\b|n['’]t\b/gi;
const negations = (words: string) =>
  (words.replace(harmless, "").match(/[不没无未非勿]/g) ?? []).length + (words.match(english) ?? []).length;

/** comfortable, uncomfortable: a word that became its opposite by what stands before it. */
function isOpposite(before: string, after: string): boolean {
  const was = new Set(before.split(" "));
  const is = new Set(after.split(" "));
  const gone = [...was].filter((one) => !is.has(one));
  const come = [...is].filter((one) => !was.has(one));
  const opposes = (one: string, other: string) => /^(?:un|in|im|ir|il|dis|non)$/.test(prefix(one, other));
  return gone.some((one) => come.some((other) => opposes(one, other) || opposes(other, one)));
}
const prefix = (word: string, of: string) =>
  word.length > 3 && of.endsWith(word) ? of.slice(0, of.length - word.length) : "";

/** Signs that are written for one another, and particles written twice. */
const confused = (words: string) =>
  words
    .replace(/[地得]/g, "的")
    .replace(/做/g, "作")
    .replace(/帐/g, "账")
    .replace(/象/g, "像")
    .replace(/须/g, "需")
    .replace(/([的了是和])\1/g, "$1");

/**
 * The same but for signs commonly mistaken for one another, or at most two words of five letters and more with one letter
 * wrong inside: missing, added, another, or exchanged with its neighbour. First and last letters stand.
 */
function isMisspelling(before: string, after: string): boolean {
  const tokens = (words: string) => confused(words).match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];
  const [was, is] = [tokens(before), tokens(after)];
  if (was.length !== is.length) return false;
  const pairs = was.map((one, at) => [one, is[at] ?? ""] as const).filter(([one, other]) => one !== other);
  return pairs.length <= 2 && pairs.every(([one, other]) => isSlip(one, other));
}

function isSlip(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || /\d/.test(one + other)) return false;
  if (one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false;
  let start = 0;
  while (one[start] === other[start] && start < one.length) start++;
  let end = 0;
  while (one.at(-1 - end) === other.at(-1 - end) && end < Math.min(one.length, other.length) - start) end++;
  const [a, b] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  return Math.max(a.length, b.length) <= 1 || (a.length === 2 && a === [...b].reverse().join(""));
}

/** How much of two texts is the same, from 0 to 1: the share of neighbouring pairs of letters they have in common (Dice). */
function likeness(one: string, other: string): number {
  const pairs = (words: string) => {
    const letters = [...words.replace(/\s/g, "")];
    return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
  };
  const [a, b] = [pairs(one), pairs(other)];
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let common = 0;
  for (const pair of b) {
    const n = left.get(pair) ?? 0;
    if (n > 0) common++;
    left.set(pair, n - 1);
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}
