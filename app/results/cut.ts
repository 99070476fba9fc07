import type { Columns } from "./columns.ts";
import { type Condition, conditionsOf, type Filter } from "./filter.ts";
import type { Policy } from "./policy.ts";

/** Whose answers a view is made of, and for whose eyes. */
export interface Cut {
  columns: Columns;
  conditions: readonly Condition[];
  policy: Policy;
}

/**
 * What a filter selects.
 * @param also further conditions, which no address may name: to leave the suspects out
 * @throws FilterError when the filter names what cannot be filtered by
 */
export const cutOf = (
  columns: Columns,
  filter: Filter,
  policy: Policy,
  also: readonly Condition[] = [],
): Cut => ({ columns, policy, conditions: [...conditionsOf(columns, filter), ...also] });
