import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import type { CountPlan, Counts } from "./count-plan.ts";
import { countRows } from "./count-rows.ts";
import { type CountWhat, type Cube, planCube, TooFine } from "./cube.ts";
import type { Condition } from "./filter.ts";

/** A cube that is needed: over which variables, and which groups' scores. */
export interface CubeNeed {
  columns: Columns;
  by: readonly Column[];
  groups: readonly (readonly Condition[])[];
  /** Whether each two themes' scores are to be counted together, for `scorePairIn`. */
  pairs?: boolean;
  /** Whether alpha is told of each group: pairs tell all of reliability. */
  headline?: boolean;
  /** Only how many people there are in each cell. */
  presence?: boolean;
}

/** Nothing is needed: a good moment to let others have their turn. */
export const pause = "pause";

/**
 * Work that pauses wherever something has to be counted: it yields what it needs and is given the cube, or undefined
 * where that would be too fine to be protected. Who drives it decides where the counting is done.
 */
export type Counting<T> = Generator<CubeNeed | typeof pause, T, Cube | undefined>;

/** No longer than this without a turn for others, in ms. */
const longest = 10;
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function planned(need: CubeNeed): { plan: CountPlan; rows: number; cube(counts: Counts): Cube } | undefined {
  const { columns, by } = need;
  try {
    const { plan, groups } = planCube(columns, by, need.groups, whatOf(need));
    // A variable made for these rows alone, such as who is suspect, ends where they ended then.
    const rows = Math.min(columns.length, ...plan.by.map(({ values }) => values.length));
    return { plan, rows, cube: (counts) => ({ columns, by, groups, counts }) };
  } catch (error) {
    if (error instanceof TooFine) return undefined;
    throw error;
  }
}

const whatOf = ({ presence, pairs, headline }: CubeNeed): CountWhat =>
  presence ? "presence" : pairs ? "pairs" : headline ? "headline" : "scores";

/** Counts right here, in this thread. */
export function countHere<T>(work: Counting<T>): T {
  let step = work.next();
  while (!step.done) {
    const next = step.value === pause ? undefined : planned(step.value);
    step = work.next(next?.cube(countRows(next.plan, 0, next.rows)));
  }
  return step.value;
}

/** Counts wherever `count` does it, and waits for it, with turns for others in between. */
export async function countWith<T>(
  work: Counting<T>,
  count: (plan: CountPlan, rows: number) => Counts | Promise<Counts>,
): Promise<T> {
  let since = performance.now();
  let step = work.next();
  while (!step.done) {
    const next = step.value === pause ? undefined : planned(step.value);
    const counts = next && (await count(next.plan, next.rows));
    if (performance.now() - since > longest) {
      await turn();
      since = performance.now();
    }
    step = work.next(counts && next.cube(counts));
  }
  return step.value;
}
