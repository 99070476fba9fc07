import highsLoader, { type LegacyHighs } from "highs";

/** Which cells a sum is over: 1 or 0 for each. */
export type Vector = readonly number[];
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
   */
  ranges(groups: readonly Vector[], wide: number): Range[] {
    const model = this.model();
    const found = groups.map(
      (): Range => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }),
    );
    const touched = groups.map((group) => model.touched(group));
    const see = (solution: readonly number[]) =>
      touched.forEach(({ whole, some }, at) => {
        const sum = (classes: readonly number[]) => classes.reduce((total, one) => total + solution[one]!, 0);
        const range = found[at]!;
        range.low = Math.min(range.low, sum(whole));
        range.high = Math.max(range.high, sum(some));
      });
    groups.forEach((_, at) => {
      const range = found[at]!;
      for (const end of ["low", "high"] as const) {
        if (range.high - range.low >= wide) return;
        see(model.solve(end, end === "low" ? touched[at]!.whole : touched[at]!.some));
      }
    });
    return found;
  }

  /** Cells that stand in the same sums are one unknown. */
  private model() {
    const sums = [...this.sums].map(([key, value]) => ({ key, value }));
    const classOf = new Map<string, number>();
    const classes: number[][] = [];
    for (let cell = 0; cell < this.size; cell++) {
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
    const everybody = Math.max(0, ...sums.map(({ value }) => value));
    const bounds = classes.map((_, at) => ` 0 <= x${at} <= ${everybody}`).join("\n");
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
      solve(end: "low" | "high", over: readonly number[]): number[] {
        if (!highs) throw new Error("the solver is not loaded");
        const sense = end === "low" ? "Minimize" : "Maximize";
        const goal = over.length > 0 ? terms(over) : "0 x0";
        const text = `${sense}\n obj: ${goal}\nSubject To\n${constraints}\nBounds\n${bounds}\nGeneral\n ${names}\nEnd`;
        const result = highs.solve(text, { output_flag: false });
        if (result.Status !== "Optimal") throw new Error(`the solver says: ${result.Status}`);
        return classes.map((_, at) => Math.round((result.Columns[`x${at}`] as { Primal: number }).Primal));
      },
    };
  }
}

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
