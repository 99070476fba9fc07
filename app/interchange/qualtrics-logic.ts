import { plainText } from "./plain-text.ts";
import { type Branch, branch, isBranch, word } from "./tree.ts";
import type { Expression } from "./xlsform-expression.ts";

/** What the draft calls a choice of a question (or of one of its rows), by their numbers in the file. */
export type NameOf = (question: string, row: string | undefined, choice: string) => string | undefined;

/**
 * Display, branch and in-page logic: sets of terms. Where "and" and "or" are mixed without sets between them, nobody
 * but Qualtrics knows what is meant, and it is not read.
 */
export function readLogic(logic: unknown, nameOf: NameOf): Expression | undefined {
  return joinedBy(
    setsOf(logic),
    ({ Type }) => (word(Type) === "AndIf" ? "and" : "or"),
    (set) =>
      joinedBy(
        termsOf(set),
        ({ Conjuction, Conjunction }) => (/^or$/i.test(word(Conjuction ?? Conjunction)) ? "or" : "and"),
        (term) => readTerm(term, nameOf),
      ),
  );
}

/** The logic in the words Qualtrics has for it. */
export function wordsOf(logic: unknown): string {
  const said = setsOf(logic).flatMap((set) =>
    termsOf(set).map(
      (one) => plainText(word(one.Description)).text || `${word(one.LeftOperand)} ${word(one.Operator)}`,
    ),
  );
  return said.join(" ").replace(/\s+/g, " ").trim() || "…";
}

const numbered = (tree: unknown): Branch[] =>
  Object.entries(branch(tree))
    .filter(([key, value]) => /^\d+$/.test(key) && isBranch(value))
    .map(([, value]) => branch(value));
const asList = (tree: unknown): unknown =>
  Array.isArray(tree) ? Object.fromEntries(Object.entries(tree)) : tree;
const setsOf = (logic: unknown) => numbered(asList(logic));
const termsOf = (set: unknown) => numbered(asList(set));

function joinedBy(
  parts: Branch[],
  word: (part: Branch) => "and" | "or",
  read: (part: Branch) => Expression | undefined,
): Expression | undefined {
  const signs = new Set(parts.slice(1).map(word));
  const found = parts.map(read);
  if (found.length === 0 || found.includes(undefined) || signs.size > 1) return undefined;
  const [is] = signs;
  return is ? { is, parts: found as Expression[] } : found[0];
}

function readTerm(term: Branch, nameOf: NameOf): Expression | undefined {
  if (word(term.LogicType) !== "Question") return undefined;
  const locator = word(term.ChoiceLocator) || word(term.LeftOperand);
  const chosen = /^q:\/\/(QID[\w#]+)\/SelectableChoice\/(\w+)(?:\/(\w+))?$/.exec(locator);
  const operator = word(term.Operator);
  if (chosen && (operator === "Selected" || operator === "NotSelected")) {
    const [, question = "", first = "", second] = chosen;
    const row = second === undefined ? undefined : first;
    const value = nameOf(question, row, second ?? first);
    if (value === undefined) return undefined;
    const asked: Expression = { is: "question", name: row === undefined ? question : `${question}#${row}` };
    const selected: Expression = { is: "call", name: "selected", given: [asked, { is: "literal", value }] };
    return operator === "Selected" ? selected : { is: "call", name: "not", given: [selected] };
  }
  const text = /^q:\/\/(QID\w+)\/ChoiceTextEntryValue$/.exec(locator)?.[1];
  if (!text || (operator !== "EqualTo" && operator !== "NotEqualTo")) return undefined;
  const right: Expression = { is: "literal", value: word(term.RightOperand) };
  if (right.value === "") return undefined;
  return {
    is: "comparison",
    sign: operator === "EqualTo" ? "=" : "!=",
    left: { is: "question", name: text },
    right,
  };
}
