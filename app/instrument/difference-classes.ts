import type { Condition } from "#app/questions/base.ts";
import type { DraftPlace } from "./draft-change.ts";

/**
 * What a difference between two versions does to comparing their answers. typo: nothing, the revision stays · wording: the
 * revision is raised, answers join no longer · meaning: the code may not be used again · structure: what is asked where,
 * and how it is counted · routing: who is asked.
 */
export const differenceClasses = ["meaning", "wording", "typo", "structure", "routing"] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

interface ClassRule {
  proposed: DifferenceClass;
  /** What may be decided instead; what ranks lower than the proposal needs a reason. */
  instead: readonly DifferenceClass[];
}
const rule = (proposed: DifferenceClass, ...instead: DifferenceClass[]): ClassRule => ({ proposed, instead });

/** Why a difference is proposed as what it is. `docs/decisions/versions.md` says each in words. */
export const differenceRules = {
  punctuation: rule("typo", "wording", "meaning"),
  misspelling: rule("typo", "wording", "meaning"),
  label: rule("typo", "wording"),
  words: rule("wording", "typo", "meaning"),
  option: rule("wording", "structure", "meaning"),
  asking: rule("wording", "structure", "meaning"),
  revision: rule("wording"),
  negation: rule("meaning", "wording"),
  rewritten: rule("meaning", "wording"),
  optionGone: rule("meaning", "wording"),
  reversed: rule("meaning", "wording"),
  swapped: rule("meaning"),
  kind: rule("meaning"),
  scale: rule("meaning"),
  respondent: rule("meaning"),
  added: rule("structure"),
  returned: rule("structure", "wording", "meaning"),
  retired: rule("structure"),
  moved: rule("structure", "wording"),
  order: rule("structure", "wording"),
  required: rule("structure", "wording"),
  limits: rule("structure", "wording"),
  analysis: rule("structure"),
  scoring: rule("structure"),
  page: rule("structure"),
  languages: rule("structure"),
  condition: rule("routing", "wording"),
  shuffle: rule("routing", "wording"),
} as const satisfies Record<string, ClassRule>;
export type DifferenceRule = keyof typeof differenceRules;

/** What stood there: a text by language, a condition, or something short that needs no language. */
export type Shown = { text: Record<string, string> } | { condition: Condition } | { value: string };

/** Which part of its place differs. */
export type DifferencePart =
  | "whole"
  | "text"
  | "short"
  | "help"
  | "option"
  | "options"
  | "condition"
  | "place"
  | "title"
  | "intro"
  | "letter"
  | "point"
  | "other";

/** One thing that two versions of an instrument do not have in common. */
export interface Difference {
  /** Names it among all of one comparison, and again in the next one. */
  key: string;
  place: DraftPlace;
  part: DifferencePart;
  /** Which option, point or setting, by its own code. */
  detail?: string;
  /** The items whose answers it is about: their revisions are raised, or they need new codes. */
  codes: string[];
  /** The place as respondents know it, by language. */
  about: Record<string, string>;
  rule: DifferenceRule;
  proposed: DifferenceClass;
  before?: Shown;
  after?: Shown;
}

/** What may be decided of a difference, the proposal first. Where nothing is answered there is no meaning to keep. */
export function classesFor({ rule, proposed, codes }: Pick<Difference, "rule" | "proposed" | "codes">) {
  const { instead }: ClassRule = differenceRules[rule];
  const others = instead.filter((one) => one !== proposed);
  return [
    proposed,
    ...others.filter((one) => codes.length > 0 || (one !== "meaning" && one !== "structure")),
  ];
}

const ranks: Record<DifferenceClass, number> = { typo: 0, structure: 1, routing: 1, wording: 2, meaning: 3 };
/** Whether deciding so claims that less has changed than the rule says. */
export const lowers = ({ proposed }: Pick<Difference, "proposed">, decided: DifferenceClass): boolean =>
  ranks[decided] < ranks[proposed];
