import type { QualityIndices } from "#app/fieldwork/quality.ts";
import { signals } from "#app/fieldwork/quality-flags.ts";
import { readQuality } from "./read-quality.ts";
import { longer } from "./room.ts";

type Numbers = "asked" | "answered" | "longstring";
type Thousandths = "irv" | "secondsPerItem" | "spacing";
const outcomes = [null, "passed", "failed", "skipped"] as const;
/** Stands for null among thousandths; more than 65.534 seconds an item is as good as that. */
const none = 65_535;

export type QualityArrays = (Uint8Array | Uint16Array)[];

/** The quality indices of many responses, twelve bytes each. Rows are those of the columns they belong to. */
export class QualityTable {
  /** 1 where indices are known; a response without them is never flagged. */
  private known: Uint8Array = new Uint8Array();
  private numbers = counters();
  private thousandths = fractions();
  private outcome: Uint8Array = new Uint8Array();
  private signals: Uint8Array = new Uint8Array();

  /** @param json stored indices; "" where they were never computed. @throws SyntaxError when they are no JSON */
  set(row: number, json: string): void {
    this.known[row] = json === "" ? 0 : 1;
    if (json === "") return;
    const indices = readQuality(json);
    for (const name of ["asked", "answered", "longstring"] as const)
      this.numbers[name][row] = Math.min(255, indices[name]);
    for (const name of ["irv", "secondsPerItem", "spacing"] as const) {
      const value = indices[name];
      this.thousandths[name][row] = value === null ? none : Math.min(none - 1, Math.round(value * 1000));
    }
    this.outcome[row] = outcomes.indexOf(indices.instructed);
    let seen = 0;
    for (const signal of indices.signals) seen |= 1 << signals.indexOf(signal);
    this.signals[row] = seen;
  }

  has = (row: number): boolean => this.known[row] === 1;

  get(row: number): Omit<QualityIndices, "contradictions"> | undefined {
    if (this.known[row] !== 1) return undefined;
    const { asked, answered, longstring } = this.numbers;
    const { irv, secondsPerItem, spacing } = this.thousandths;
    const seen = this.signals[row]!;
    return {
      asked: asked[row]!,
      answered: answered[row]!,
      longstring: longstring[row]!,
      irv: decimal(irv[row]!),
      secondsPerItem: decimal(secondsPerItem[row]!),
      spacing: decimal(spacing[row]!),
      instructed: outcomes[this.outcome[row]!]!,
      signals: seen === 0 ? noSignals : signals.filter((_, bit) => (seen >> bit) & 1),
    };
  }

  /** Puts one row into the place of another. */
  move(from: number, to: number): void {
    for (const values of this.all()) values[to] = values[from]!;
  }

  grow(size: number): void {
    this.known = longer(this.known, size);
    for (const name of Object.keys(this.numbers) as Numbers[])
      this.numbers[name] = longer(this.numbers[name], size);
    for (const name of Object.keys(this.thousandths) as Thousandths[])
      this.thousandths[name] = longer(this.thousandths[name], size);
    this.outcome = longer(this.outcome, size);
    this.signals = longer(this.signals, size);
  }

  /** Copies of what is known of the first rows, in an order of its own. */
  arrays = (rows: number): QualityArrays => this.all().map((values) => values.slice(0, rows));

  /** Writes what `arrays` gave, from a row on; there must be room for it. */
  put(from: number, arrays: QualityArrays): void {
    this.all().forEach((values, at) => {
      values.set(arrays[at]!, from);
    });
  }

  /** The same memory, for a thread beside the server: `QualityTable.over` reads it. */
  shared = (): QualityArrays => this.all();

  static over(arrays: QualityArrays): QualityTable {
    const table = new QualityTable();
    const [known, outcome, signals, asked, answered, longstring, irv, secondsPerItem, spacing] = arrays;
    table.known = known as Uint8Array;
    table.outcome = outcome as Uint8Array;
    table.signals = signals as Uint8Array;
    table.numbers = { asked, answered, longstring } as Record<Numbers, Uint8Array>;
    table.thousandths = { irv, secondsPerItem, spacing } as Record<Thousandths, Uint16Array>;
    return table;
  }

  private all = (): QualityArrays => [
    ...[this.known, this.outcome, this.signals],
    ...[...Object.values(this.numbers), ...Object.values(this.thousandths)],
  ];
}

const noSignals: QualityIndices["signals"] = [];
const counters = (): Record<Numbers, Uint8Array> => ({
  asked: new Uint8Array(),
  answered: new Uint8Array(),
  longstring: new Uint8Array(),
});
const fractions = (): Record<Thousandths, Uint16Array> => ({
  irv: new Uint16Array(),
  secondsPerItem: new Uint16Array(),
  spacing: new Uint16Array(),
});
/** The nearest number to the decimal that was stored: a threshold of 0.05 meets 0.05. */
const decimal = (thousandths: number): number | null => (thousandths === none ? null : thousandths / 1000);
