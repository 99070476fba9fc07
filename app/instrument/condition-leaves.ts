import type { Condition } from "#app/questions/base.ts";

/** A condition's leaf: what it says of one item, or of one thing known. */
export type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;

/** Everything a condition says of single items and things known, however deep it stands. */
export function leavesOf(condition: Condition | undefined): Leaf[] {
  if (!condition) return [];
  if ("not" in condition) return leavesOf(condition.not);
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  return "any" in condition ? condition.any.flatMap(leavesOf) : [condition];
}

/** Something known of a respondent that no item asks. */
export const isKnown = (name: string) => name === "language" || name.startsWith("collector.");
