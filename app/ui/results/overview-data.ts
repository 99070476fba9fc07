import type { Uncounted } from "#app/results/uncounted.ts";
import type { HiddenBecause, View, WithoutSuspects } from "#app/results/view.ts";
import type { Order } from "./address.ts";
import type { Differences } from "./differences.ts";
import type { Groups } from "./figures.ts";

/** What the overview shows, or why it shows nothing. */
export type OverviewData = OverviewShown | { nobody: true } | { choose: true } | { refused: HiddenBecause };

export interface OverviewShown {
  views: Groups<View>;
  order: Order;
  /** Undefined for groups that share people: then nothing is said of how they differ. */
  differences?: Differences;
  /** The headline with and without suspects; of one selection only. */
  without?: WithoutSuspects;
  /** Who is suspect among so many takes seconds to judge, and nobody asked yet. */
  unjudged?: true;
  /** Everyone selected, beside a view that leaves the suspects out. */
  all?: View;
  /** What was asked and is not among the views. */
  uncounted?: Uncounted[];
}
