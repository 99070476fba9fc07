import highsLoader, { type LegacyHighs } from "highs";
import type { Vector } from "./places.ts";

/** The fewest and the most people a group can have, for all that was written down. */
export interface Range {
  low: number;
  high: number;
}

let highs: LegacyHighs | undefined;
/** Loads the integer solver (HiGHS, in WebAssembly). Call once before `ranges`. */
export async function loadSolver(): Promise<void> {
  highs ??= (await highsLoader()) as unknown as LegacyHighs;
}

/**
 * What somebody with a pencil writes down: sums over unknown whole numbers of people, none of them negative. And what
 * follows from it: between which numbers any other sum must lie.
 */
export class Ledger {
  readonly size: number;
  private readonly sums = new Map<string, number>();

  constructor(size: number) {
    this.size = size;
  }

  /** @throws Error when the same sum was told with another value: what is shown contradicts itself */
  know(vector: Vector, value: number): void {
    const key = vector.join("");
    const known = this.sums.get(key);
    if (known !== undefined && known !== value)
      throw new Error(`told ${known} and ${value} of the same people`);
    this.sums.set(key, value);
  }

  /**
   * The range of each group. A range that is known to be `wide` enough is not looked at further: every solution that the
   * solver finds for one group is one that the others may have, too.
   * @param truth how many there are in each cell: one more solution, and a check of what was written down
   */
  ranges(groups: readonly Vector[], wide: number, truth: readonly number[]): Range[] {
    for (const [key, value] of this.sums) {
      const n = truth.reduce((sum, one, cell) => (key[cell] === "1" ? sum + one : sum), 0);
      if (n !== value) throw new Error(`told ${value} where there are ${n}`);
    }
    if (groups.length === 0) return [];
    const model = this.model();
    const touched = groups.map((group) => model.touched(group));
    const found = groups.map(
      (): Range => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }),
    );
    const see = (solution: readonly number[]) =>
      touched.forEach(({ whole, some }, at) => {
        const range = found[at]!;
        range.low = Math.min(range.low, sumOf(whole, solution));
        range.high = Math.max(range.high, sumOf(some, solution));
      });
    see(model.known(truth));
    groups.forEach((_, at) => {
      const range = found[at]!;
      for (const end of ["high", "low"] as const) {
        if (range.high - range.low >= wide) return;
        const over = touched[at]![end === "low" ? "whole" : "some"];
        // Of no class as a whole there may be nobody; of none at all there is.
        if (over.length === 0) range[end] = 0;
        else see(model.solve(end, over));
      }
    });
    return found;
  }

  /** Cells that stand in the same sums are one unknown; those of a sum that is nought are none. */
  private model() {
    const nobody = new Uint8Array(this.size);
    for (const [key, value] of this.sums)
      if (value === 0) for (let cell = 0; cell < this.size; cell++) if (key[cell] === "1") nobody[cell] = 1;
    const sums = [...this.sums].flatMap(([key, value]) => (value === 0 ? [] : [{ key, value }]));
    const classOf = new Map<string, number>();
    const classes: number[][] = [];
    for (let cell = 0; cell < this.size; cell++) {
      if (nobody[cell]) continue;
      const signature = sums.map(({ key }) => key[cell]).join("");
      const one = classOf.get(signature) ?? classes.push([]) - 1;
      classOf.set(signature, one);
      classes[one]!.push(cell);
    }
    const rows = independent(
      sums.map(({ key, value }) => ({ row: classes.map(([cell]) => Number(key[cell!])), value })),
    );
    const constraints = rows
      .map(({ row, value }, at) => ` r${at}: ${terms(row.flatMap((one, x) => (one ? [x] : [])))} = ${value}`)
      .join("\n");
    const names = classes.map((_, at) => `x${at}`).join(" ");
    // More than any study has: what is not written down leaves everything open.
    const everybody = 10_000;
    const bounds = classes.map((_, at) => ` 0 <= x${at} <= ${everybody}`).join("\n");
    const rest = `Subject To\n${constraints}\nBounds\n${bounds}\nGeneral\n ${names}\nEnd`;
    return {
      /** Classes that lie wholly in a group, and those of which some may. */
      touched(group: Vector) {
        const whole: number[] = [];
        const some: number[] = [];
        classes.forEach((cells, at) => {
          const inside = cells.filter((cell) => group[cell]).length;
          if (inside > 0) some.push(at);
          if (inside === cells.length) whole.push(at);
        });
        return { whole, some };
      },
      known: (truth: readonly number[]) => classes.map((cells) => sumOf(cells, truth)),
      solve(end: "low" | "high", over: readonly number[]): number[] {
        if (!highs) throw new Error("the solver is not loaded");
        const sense = end === "low" ? "Minimize" : "Maximize";
        const result = highs.solve(`${sense}\n obj: ${terms(over)}\n${rest}`, { output_flag: false });
        if (result.Status !== "Optimal") throw new Error(`the solver says: ${result.Status}`);
        return classes.map((_, at) => Math.round((result.Columns[`x${at}`] as { Primal: number }).Primal));
      },
    };
  }
}

const sumOf = (places: readonly number[], numbers: readonly number[]): number =>
  places.reduce((sum, one) => sum + numbers[one]!, 0);
const terms = (classes: readonly number[]): string => classes.map((one) => `x${one}`).join(" + ");

/** Sums that do not follow from the others: the solver has less to read. */
function independent<Row extends { row: number[]; value: number }>(rows: readonly Row[]): Row[] {
  const reduced: { lead: number; row: Float64Array }[] = [];
  return rows.filter(({ row }) => {
    const rest = Float64Array.from(row);
    for (const known of reduced) {
      const factor = rest[known.lead]!;
      if (factor === 0) continue;
      for (let at = 0; at < rest.length; at++) {
        const value = rest[at]! - factor * known.row[at]!;
        rest[at] = Math.abs(value) < 1e-9 ? 0 : value;
      }
    }
    const lead = rest.findIndex((value) => value !== 0);
    if (lead < 0) return false;
    const first = rest[lead]!;
    reduced.push({ lead, row: rest.map((value) => value / first) });
    return true;
  });
}
