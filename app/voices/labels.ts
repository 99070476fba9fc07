import type { Text } from "#app/locales/language.ts";
import { valueAt } from "#app/results/bundle.ts";
import type { Column } from "#app/results/column.ts";
import type { Columns } from "#app/results/columns.ts";
import { type Condition, conditionsOf, type Filter, select } from "#app/results/filter.ts";
import type { Policy } from "#app/results/policy.ts";
import { presence } from "#app/results/protections.ts";

/**
 * What a quote may say about who wrote it: the label of each group of one variable that passes the gate within the
 * selection; where that does not, of the next coarser group around it (of a class, its college). A quote from any other
 * group carries no label.
 *
 * Those who share a coarser label for want of their own are a group as well, and so are those left without one: each is
 * nobody or at least k people.
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
  const labels = passing(columns, conditions, column, policy);
  const around = coarserThan(columns, column);
  if (around.length > 0 && labels.includes(undefined)) {
    const people = column.categories.map(() => 0);
    for (const row of select(columns, filter)) {
      const at = valueAt(column, row);
      if (at >= 0) people[at]! += 1;
    }
    const given = around.flatMap(({ coarser, placeOf }) => {
      const names = passing(columns, conditions, coarser, policy);
      return names.flatMap((name, place): Given[] => {
        const groups = placeOf.flatMap((one, at) =>
          one === place && !labels[at] && people[at]! > 0 ? [at] : [],
        );
        const together = sum(groups.map((at) => people[at]!));
        if (!name || together < policy.k) return [];
        for (const at of groups) labels[at] = name;
        return [{ groups, people: together }];
      });
    });
    keepRest(labels, people, given, policy.k);
  }
  return (row) => labels[row < 0 ? -1 : valueAt(column, row)];
}

/** Groups under one coarser label, and how many people they are. */
interface Given {
  groups: number[];
  people: number;
}

/** Takes coarser labels back, smallest first, until those without any are nobody or at least k. */
function keepRest(labels: (Text | undefined)[], people: readonly number[], given: Given[], k: number): void {
  for (const { groups } of given.sort((a, b) => a.people - b.people)) {
    const rest = sum(people.filter((_, at) => !labels[at]));
    if (rest === 0 || rest >= k) return;
    for (const at of groups) labels[at] = undefined;
  }
}

const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);

/** By category of a variable: its label where the group passes the gate. */
function passing(
  columns: Columns,
  conditions: readonly Condition[],
  column: Column,
  policy: Policy,
): (Text | undefined)[] {
  const others = conditions.filter((one) => one.column !== column);
  const chosen = conditions.find((one) => one.column === column)?.chosen;
  const why = presence(columns, [...others, { column, chosen: [] }], policy);
  const within = (index: number): Condition[] => [...others, { column, chosen: [index] }];
  return column.categories.map(({ label }, index) =>
    (!chosen || chosen.includes(index)) && why(within(index)) === undefined ? label : undefined,
  );
}

/** Cohort variables whose groups are made of whole groups of this one, the finest first. */
function coarserThan(columns: Columns, column: Column): { coarser: Column; placeOf: number[] }[] {
  const name = cohortOf(column);
  const doors = [...columns.around.cohorts.values()];
  if (name === undefined) return [];
  return [...columns.byCode.values()]
    .flatMap((coarser) => {
      const other = cohortOf(coarser);
      if (other === undefined || coarser.categories.length >= column.categories.length) return [];
      const placeOf = column.categories.map(({ code }) => {
        const around = new Set(doors.flatMap((door) => (door[name]?.en === code ? [door[other]?.en] : [])));
        const [only] = around;
        return around.size === 1 ? coarser.categories.findIndex((one) => one.code === only) : -1;
      });
      return placeOf.includes(-1) ? [] : [{ coarser, placeOf }];
    })
    .sort((a, b) => b.coarser.categories.length - a.coarser.categories.length);
}

const cohortOf = ({ source, code }: Column): string | undefined =>
  source === "cohort" ? code.replace(/^cohort\./, "") : undefined;
