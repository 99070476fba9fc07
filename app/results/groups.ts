import type { Text } from "#app/locales/language.ts";
import type { HiddenBecause, Interval, ItemBlock, ItemResult, Shown } from "./view.ts";

/* What is shown of groups side by side. A list of results always has one for each group, in the order of the groups. */

export interface GroupScore {
  n: number;
  /** Scale score on 0..100 with t interval, and its standard deviation on the same. */
  score: Interval;
  sd: number;
}

export interface ComparedItem extends Omit<ItemBlock, "result"> {
  results: Shown<ItemResult>[];
}
/** The statements of one theme; its score where it has one. */
export interface ComparedTheme {
  code: string;
  title: Text;
  scores?: Shown<GroupScore>[];
  items: ComparedItem[];
}

export interface ComparedGroup {
  code: string;
  label: Text;
  base: Shown<{ n: number }>;
  /** Where it stands on the axis of a trend; undefined outside an order. */
  position?: number;
}

export interface GroupComparison {
  variable: { code: string; text: Text; short: Text };
  /** Why there are no groups at all: the selection itself may not be shown, or the variable has too many of them. */
  withheld?: HiddenBecause | "too-many";
  groups: ComparedGroup[];
  themes: ComparedTheme[];
}

/** The same two groups within each category of another variable: exam modes within years. */
export interface StratifiedComparison {
  withheld?: HiddenBecause;
  /** Each with its two groups: `themes` hold two results each. */
  strata: Pick<GroupComparison, "groups" | "themes">[];
  labels: { code: string; label: Text }[];
}
