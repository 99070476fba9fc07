import { binBits, binsOf, unaskedAt } from "./bins.ts";
import { HeadlineCounting } from "./count-headline.ts";
import { type CountedPart, countParts, unfold } from "./count-parts.ts";
import type { CountPlan, Counts, PairCounts, PlannedTheme, ThemeCounts } from "./count-plan.ts";
import { type CompleteCases, ProductCounting } from "./count-products.ts";

/** Rows looked at together: their cells stay in the processor's nearest memory while one column after another passes. */
export const block = 8192;

/** Up to so many counters, scores are counted by cell: one addition a row tells everything. */
const mostCounters = 1 << 17;

/** Scores of one theme: how many people have which, per cell and per group. */
export class ThemeCounting {
  private readonly theme: PlannedTheme;
  private readonly plan: CountPlan;
  private readonly cells: number;
  private readonly width: number;
  private readonly bins: number;
  /** By part: packed number -> what it adds to a row's bin. */
  private readonly binsOf: Int32Array[];
  private readonly tables: readonly Int32Array[] | undefined;
  private readonly counted: readonly CountedPart[] | undefined;
  /** By bin: the score in units, or -1 where too few are valid. */
  private readonly scoreOf: Int32Array;
  /** Whether `people` goes by cell; else by group, and the sums of each cell are taken row by row. */
  private readonly byCell: boolean;
  /** How many have which bin, and after the last one how many were asked nothing. */
  private readonly people: Int32Array;
  private readonly scored: Int32Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private readonly whole: Int32Array;
  private readonly products: ProductCounting | undefined;
  private readonly headline: HeadlineCounting | undefined;
  private readonly binAt = new Int32Array(block + 1);
  private readonly complete: CompleteCases = {
    ...{ rows: new Int32Array(block), groups: new Int32Array(block), count: 0 },
  };
  /** Of the rows of a block: their scores in units, -1 for none. Only kept where pairs of themes are counted. */
  readonly scoreAt = new Int32Array(block);

  /** @param tables of its packed numbers, by cell, where they are to be counted on the way */
  constructor(theme: PlannedTheme, plan: CountPlan, cells: number, tables?: readonly Int32Array[]) {
    this.theme = theme;
    this.plan = plan;
    this.cells = cells;
    const { items, steps, parts } = theme;
    const width = items * steps + 1;
    this.width = width;
    this.bins = (items + 1) * width;
    this.binsOf = binsOf(theme);
    this.tables = tables;
    this.counted = tables?.map(({ length }, part): CountedPart => {
      const { values, size } = plan.bundles[parts[part]!.bundle]!;
      return { values, size, table: new Int32Array(length * 2), bins: this.binsOf[part]! };
    });
    this.scoreOf = new Int32Array(this.bins).fill(-1);
    for (let valid = Math.max(1, theme.minValid); valid <= items; valid++)
      for (let sum = 0; sum < width; sum++) this.scoreOf[valid * width + sum] = (sum * theme.unit) / valid;
    this.byCell = (cells + 1) * this.bins <= mostCounters;
    this.people = new Int32Array((this.byCell ? cells + 1 : plan.groups + 1) * (this.bins + 1));
    this.scored = new Int32Array(cells + 1);
    this.sums = new Float64Array(cells + 1);
    this.squares = new Float64Array(cells + 1);
    this.whole = new Int32Array(cells + 1);
    this.products = plan.reliability === "whole" ? new ProductCounting(theme, plan, block) : undefined;
    this.headline =
      plan.reliability === "headline"
        ? new HeadlineCounting(theme, plan, block, tables !== undefined)
        : undefined;
  }

  count(cellAt: Int32Array, start: number, length: number) {
    const { binAt, scoreAt, scoreOf, counted } = this;
    if (counted) countParts(counted, this.theme.items * this.width, { start, length, cellAt, binAt });
    else this.addBins(start, length);
    if (this.byCell) this.countByCell(cellAt, length);
    else this.countByGroup(cellAt, length);
    if (this.plan.pairs) for (let i = 0; i < length; i++) scoreAt[i] = scoreOf[binAt[i]! & binBits]!;
    this.products?.count(this.gather(cellAt, start, length));
    this.headline?.count({ start, length, cellAt, binAt });
  }

  private addBins(start: number, length: number) {
    const { theme, binAt, binsOf } = this;
    binAt.fill(0, 0, length);
    theme.parts.forEach(({ bundle }, part) => {
      const { values } = this.plan.bundles[bundle]!;
      const own = binsOf[part]!;
      for (let i = 0; i < length; i++) binAt[i]! += own[values[start + i]!]!;
    });
  }

  private countByCell(cellAt: Int32Array, length: number) {
    const { people, bins, binAt } = this;
    const { items } = this.theme;
    const stride = bins + 1;
    // Beside an odd last row stands a bin of some other, in nobody's cell.
    for (let i = 0; i < length; i += 2) {
      const [one, other] = [binAt[i]!, binAt[i + 1]!];
      people[cellAt[i]! * stride + (one & binBits) + nothing(one, items) * bins]!++;
      people[cellAt[i + 1]! * stride + (other & binBits) + nothing(other, items) * bins]!++;
    }
  }

  private countByGroup(cellAt: Int32Array, length: number) {
    const { people, bins, binAt, scoreOf, scored, sums, squares, whole } = this;
    const stride = bins + 1;
    const { groupOf } = this.plan;
    const { items } = this.theme;
    const all = items * this.width;
    for (let i = 0; i < length; i++) {
      const bin = binAt[i]!;
      const cell = cellAt[i]!;
      const score = scoreOf[bin & binBits]!;
      if (score >= 0) {
        scored[cell]!++;
        sums[cell]! += score;
        squares[cell]! += score * score;
        if ((bin & binBits) >= all) whole[cell]!++;
      }
      // Beyond the last cell there is no group: excluded rows find 0 there.
      const group = groupOf[cell]!;
      people[group * stride + (bin & binBits) + nothing(bin, items) * bins]!++;
    }
  }

  /** The complete cases of the groups are gathered first: then every step is made without asking. */
  private gather(cellAt: Int32Array, start: number, length: number): CompleteCases {
    const { binAt, complete, theme } = this;
    const { rows, groups } = complete;
    const { groupOf } = this.plan;
    const all = theme.items * this.width;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const group = groupOf[cellAt[i]!]!;
      rows[count] = start + i;
      groups[count] = group;
      count += (binAt[i]! & binBits) >= all && group > 0 ? 1 : 0;
    }
    complete.count = count;
    return complete;
  }

  /** After the last row: gives back what was counted of the packed numbers. */
  settle(): void {
    this.counted?.forEach((part, at) => {
      const complete = unfold(part, this.tables![at]!);
      this.headline?.take(at, complete);
    });
  }

  result(): Counts["themes"][number] {
    const { scored, sums, squares, whole, plan, bins } = this;
    const people = this.byCell ? this.gathered() : this.people;
    const groups = Array.from({ length: plan.groups }, (_, at): ThemeCounts => {
      const group = at + 1;
      const from = group * (bins + 1);
      const own = people.slice(from, from + bins);
      const asked = own.reduce((sum, n) => sum + n, 0);
      own[0]! += people[from + bins]!;
      const moments = { ...noMoments, ...this.products?.of(group), ...this.headline?.of(group) };
      return { asked, people: own, ...moments };
    });
    return {
      scored: scored.slice(0, -1),
      sums: sums.slice(0, -1),
      squares: squares.slice(0, -1),
      complete: whole.slice(0, -1),
      groups,
    };
  }

  /** What was counted by cell, by group; and each cell's sums. */
  private gathered(): Int32Array {
    const { cells, bins, scoreOf, scored, sums, squares, whole, plan } = this;
    const all = this.theme.items * this.width;
    const stride = bins + 1;
    const people = new Int32Array((plan.groups + 1) * stride);
    for (let cell = 0; cell < cells; cell++) {
      const group = plan.groupOf[cell]!;
      for (let bin = 0; bin <= bins; bin++) {
        const n = this.people[cell * stride + bin]!;
        if (n === 0) continue;
        people[group * stride + bin]! += n;
        const score = bin < bins ? scoreOf[bin]! : -1;
        if (score < 0) continue;
        scored[cell]! += n;
        sums[cell]! += n * score;
        squares[cell]! += n * score * score;
        if (bin >= all) whole[cell]! += n;
      }
    }
    return people;
  }
}

/** 1 for a bin of somebody who was asked nothing, else 0: without a branch, which the processor would guess wrong. */
const nothing = (bin: number, items: number): number => (((bin >>> unaskedAt) ^ items) - 1) >>> 31;

const none = new Float64Array();
const noMoments = { sums: none, squares: none, products: none, straight: none };

/** Two themes' scores of the same people, after both themes have counted the block. */
export class PairCounting {
  private readonly first: ThemeCounting;
  private readonly second: ThemeCounting;
  private readonly counts: PairCounts;

  constructor(first: ThemeCounting, second: ThemeCounting, cells: number) {
    this.first = first;
    this.second = second;
    const sum = () => new Float64Array(cells + 1);
    this.counts = { both: new Int32Array(cells + 1), a: sum(), b: sum(), aa: sum(), bb: sum(), ab: sum() };
  }

  count(cellAt: Int32Array, length: number) {
    const { both, a, b, aa, bb, ab } = this.counts;
    const [left, right] = [this.first.scoreAt, this.second.scoreAt];
    for (let i = 0; i < length; i++) {
      const [x, y] = [left[i]!, right[i]!];
      if (x < 0 || y < 0) continue;
      const cell = cellAt[i]!;
      both[cell]!++;
      a[cell]! += x;
      b[cell]! += y;
      aa[cell]! += x * x;
      bb[cell]! += y * y;
      ab[cell]! += x * y;
    }
  }

  result(): PairCounts {
    const { both, a, b, aa, bb, ab } = this.counts;
    const own = (sums: Float64Array) => sums.slice(0, -1);
    return { both: both.slice(0, -1), a: own(a), b: own(b), aa: own(aa), bb: own(bb), ab: own(ab) };
  }
}
