import { type Filter, filterToSearch } from "#app/results/filter.ts";

export const orders = ["instrument", "favourable"] as const;
export type Order = (typeof orders)[number];

/** Everything that decides what a results or voices page shows; the address holds all of it. */
export interface Asked {
  /** Whose answers, where they are not those of the instrument the study is about. */
  respondent?: string;
  first: Filter;
  /** The second of two groups, when comparing. */
  second?: Filter;
  order?: Order;
  /** Leaves out whom the quality indices call suspect. */
  withoutSuspects?: boolean;
  /** What else the page's address carries, such as a search. */
  more?: Record<string, string>;
}

/** The address of this view, as a search string for a link. */
export function searchOf({ respondent, first, second, order, withoutSuspects, more }: Asked): string {
  const search = filterToSearch(first);
  if (respondent) search.set("respondent", respondent);
  if (second) {
    search.set("compare", "1");
    for (const [name, value] of filterToSearch(second, "g")) search.append(name, value);
  }
  if (order && order !== "instrument") search.set("order", order);
  if (withoutSuspects) search.set("suspects", "without");
  for (const [name, value] of Object.entries(more ?? {})) if (value) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : ".";
}

/** Whether a comparison was begun without two different groups: there is nothing to compare yet. */
export const undecided = ({ first, second }: Asked): boolean =>
  second !== undefined && filterToSearch(first).toString() === filterToSearch(second).toString();

/** The filter without one of its conditions. */
export const without = (filter: Filter, code: string): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== code));
