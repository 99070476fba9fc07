import type { Text } from "#app/locales/language.ts";
import { valueAt } from "#app/results/bundle.ts";
import type { Columns } from "#app/results/columns.ts";
import { type Condition, conditionsOf, type Filter } from "#app/results/filter.ts";
import type { Policy } from "#app/results/policy.ts";
import { presence } from "#app/results/protections.ts";

/**
 * What a quote may say about who wrote it: the label of each group of one variable that passes the gate within the
 * selection. A quote from any other group carries no label.
 *
 * @returns the label by row, or undefined for a variable that is not there
 */
export function quoteLabels(
  columns: Columns,
  filter: Filter,
  variable: string,
  policy: Policy,
): ((row: number) => Text | undefined) | undefined {
  const column = columns.byCode.get(variable);
  if (!column?.group) return undefined;
  const conditions = conditionsOf(columns, filter);
  const others = conditions.filter((one) => one.column !== column);
  const chosen = conditions.find((one) => one.column === column)?.chosen;
  const why = presence(columns, [...others, { column, chosen: [] }], policy);
  const within = (index: number): Condition[] => [...others, { column, chosen: [index] }];
  const labels = column.categories.map(({ label }, index) =>
    (!chosen || chosen.includes(index)) && why(within(index)) === undefined ? label : undefined,
  );
  return (row) => labels[row < 0 ? -1 : valueAt(column, row)];
}
