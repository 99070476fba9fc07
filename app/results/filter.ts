import type { Text } from "#app/locales/language.ts";
import type { Category } from "#app/questions/kind.ts";
import { valueAt } from "./bundle.ts";
import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";

/** Chosen categories per variable: values of one variable OR, variables AND. No entry, or an empty one: everybody. */
export type Filter = Readonly<Record<string, readonly string[]>>;

/** What may be filtered and grouped by. */
export interface Variable {
  code: string;
  text: Text;
  short: Text;
  measure: "one" | "year";
  categories: readonly Category[];
}

/** Why a filter in an address is refused: a route answers 400 with it. */
export class FilterError extends Error {
  readonly reason: "unknown-variable" | "unknown-category" | "too-many";
  constructor(reason: FilterError["reason"]) {
    super(`filter refused: ${reason}`);
    this.name = "FilterError";
    this.reason = reason;
  }
}

/** The variables of these columns that a filter may name, with their categories: the only allow-list there is. */
export function variablesOf(columns: Columns): Variable[] {
  return [...columns.byCode.values()].flatMap(({ code, text, short, measure, categories, group }) =>
    group && (measure === "one" || measure === "year") ? [{ code, text, short, measure, categories }] : [],
  );
}

/**
 * Reads the parameters `f.<variable>=<category>` of an address (or another prefix, for a second group beside the
 * first). Parameters without the prefix belong to somebody else. An empty value is a form's "all".
 *
 * @throws FilterError for any name or value that is not among `variables`
 */
export function parseFilter(search: URLSearchParams, variables: readonly Variable[], prefix = "f"): Filter {
  const chosen = new Map<string, Set<string>>();
  for (const [name, value] of search) {
    if (!name.startsWith(`${prefix}.`)) continue;
    const code = name.slice(prefix.length + 1);
    const variable = variables.find((one) => one.code === code);
    if (!variable) throw new FilterError("unknown-variable");
    if (value === "") continue;
    if (!variable.categories.some((one) => one.code === value)) throw new FilterError("unknown-category");
    chosen.set(code, (chosen.get(code) ?? new Set()).add(value));
  }
  // More conditions than this cut any study into crumbs, and the gate looks at every combination of them.
  if (chosen.size > mostConditions) throw new FilterError("too-many");
  // In the order of variables and categories, so that equal filters are equal addresses.
  return Object.fromEntries(
    variables.flatMap(({ code, categories }) => {
      const values = chosen.get(code);
      return values ? [[code, categories.flatMap((one) => (values.has(one.code) ? [one.code] : []))]] : [];
    }),
  );
}
export const mostConditions = 4;

/** The filter as parameters of an address: what `parseFilter` reads back. */
export function filterToSearch(filter: Filter, prefix = "f"): URLSearchParams {
  const search = new URLSearchParams();
  for (const [code, values] of Object.entries(filter))
    for (const value of values) search.append(`${prefix}.${code}`, value);
  return search;
}

/** One condition, with categories as the numbers that stand in the column. */
export interface Condition {
  column: Column;
  chosen: number[];
}

/** The conditions with this variable at one category, whatever it stood at. */
export const within = (conditions: readonly Condition[], column: Column, index: number): Condition[] => [
  ...conditions.filter((one) => one.column !== column),
  { column, chosen: [index] },
];

/** @throws FilterError when the filter names what these columns cannot be filtered by */
export function conditionsOf(columns: Columns, filter: Filter): Condition[] {
  return Object.entries(filter).flatMap(([code, values]) => {
    if (values.length === 0) return [];
    const column = columns.byCode.get(code);
    if (!column?.group) throw new FilterError("unknown-variable");
    const chosen = [...new Set(values)].map((value) => column.table.indexOf(value)).sort((a, b) => a - b);
    if (chosen.includes(-1)) throw new FilterError("unknown-category");
    return [{ column, chosen }];
  });
}

/** Rows that are counted: not excluded, and matching every condition. In no order that means anything. */
export type Selection = Int32Array;

/** @throws FilterError as `conditionsOf` */
export function select(columns: Columns, filter: Filter): Selection {
  const { length, excluded } = columns;
  const rows = new Int32Array(length);
  let count = 0;
  for (let row = 0; row < length; row++) if (excluded[row] === 0) rows[count++] = row;
  for (const { column, chosen } of conditionsOf(columns, filter)) {
    const wanted = new Uint8Array(column.categories.length);
    for (const index of chosen) wanted[index] = 1;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const value = valueAt(column, rows[i]!);
      if (value >= 0 && wanted[value] === 1) rows[kept++] = rows[i]!;
    }
    count = kept;
  }
  return rows.subarray(0, count);
}
