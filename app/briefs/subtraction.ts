import { someAlike } from "#app/results/group-disclosure.ts";
import { PUBLIC_K } from "./release.ts";

/** A published table as somebody with a pencil sees it. */
export interface Counted {
  /** People in each cell; null where it is hidden, undefined where only a bound is told. */
  cells: Map<string, number | null | undefined>;
  /** What the cells add up to, where it stands on the page. */
  total?: number;
  /** Nobody is in two cells, so that the hidden ones together are the total less the others. */
  exclusive?: boolean;
  /** Cells that only group people, so that all newcomers may belong to one. */
  mayBeOfOne?: boolean;
  /** Every other number of people that stands beside the table, in an order that does not change. */
  totals: number[];
}

/** The cells that any of some tables hides. */
export const hiddenUnion = (tables: readonly Counted[]): Set<string> =>
  new Set(
    tables.flatMap(({ cells }) => [...cells].flatMap(([code, count]) => (count === null ? [code] : []))),
  );

const few = (a: number, b: number): boolean => a !== b && Math.abs(a - b) < PUBLIC_K;

/**
 * Whether a table may be published after an earlier one of the same question, when both hide exactly `hidden`: no cell,
 * no total and no sum of hidden cells may have moved by fewer than the threshold, nor may the newcomers be (nearly) all
 * in one cell.
 */
export function canStand(before: Counted, now: Counted, hidden: ReadonlySet<string>): boolean {
  for (const code of hidden) if (before.cells.get(code) !== null) return false;
  if (before.totals.length !== now.totals.length) return false;
  if (before.totals.some((one, at) => few(one, now.totals[at]!))) return false;
  const codes = [...new Set([...before.cells.keys(), ...now.cells.keys()])].filter(
    (code) => !hidden.has(code),
  );
  // A cell that was not there before was empty.
  const count = ({ cells }: Counted, code: string) => (cells.has(code) ? cells.get(code)! : 0);
  const steps: number[] = [];
  for (const code of codes) {
    const [a, b] = [count(before, code), count(now, code)];
    if ((a === undefined) !== (b === undefined)) return false;
    if (a === undefined || b === undefined) continue;
    if (few(a, b)) return false;
    steps.push(b - a);
  }
  if (before.total === undefined || now.total === undefined) return true;
  const newcomers = now.total - before.total;
  const sum = steps.reduce((total, step) => total + step, 0);
  // The hidden cells together; where nothing is hidden but answers overlap, those who did not choose each one.
  if (now.exclusive && few(newcomers, sum)) return false;
  if (!now.exclusive && steps.some((step) => few(newcomers, step))) return false;
  return Boolean(now.mayBeOfOne) || newcomers <= 0 || !someAlike(steps, newcomers);
}
