import { type CountedPart, countParts } from "./count-parts.ts";
import type { CountPlan, Counts, PairCounts, PlannedTheme, ThemeCounts } from "./count-plan.ts";

/** Rows looked at together: their cells stay in the processor's nearest memory while one column after another passes. */
export const block = 8192;

/** Up to so many counters, scores are counted by cell: one addition a row tells everything. */
const mostCounters = 1 << 17;
const lowBits = (1 << 20) - 1;

/** Scores of one theme: how many people have which, per cell and per group. */
export class ThemeCounting {
  private readonly theme: PlannedTheme;
  private readonly plan: CountPlan;
  private readonly cells: number;
  private readonly width: number;
  private readonly bins: number;
  /** By part: packed number -> not asked × 2²⁰ + valid × width + sum of steps; these add up to a row's bin. */
  private readonly binsOf: Int32Array[];
  private readonly counted: readonly CountedPart[] | undefined;
  /** By bin: the score in units, or -1 where too few are valid. */
  private readonly scoreOf: Int32Array;
  /** Whether `people` goes by cell; else by group, and the sums of each cell are taken row by row. */
  private readonly byCell: boolean;
  private readonly people: Int32Array;
  private readonly unasked: Int32Array;
  private readonly scored: Int32Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  /** Per pair of parts: how many complete cases of each group have each pair of combinations. */
  private readonly pairs: { a: number; b: number; size: number; table: Int32Array }[];
  private readonly binAt = new Int32Array(block);
  /** Of the complete cases of a block: where they are, their group, and their combination in each part. */
  private readonly complete = new Int32Array(block);
  private readonly groupAt = new Int32Array(block);
  private readonly pointsAt: Int32Array[];
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
    this.binsOf = parts.map(({ codes }) =>
      codes.map((code) => (code & ~lowBits) + ((code >>> 10) & 1023) * width + (code & 1023)),
    );
    this.counted = tables?.map((table, part): CountedPart => {
      const { values, size } = plan.bundles[parts[part]!.bundle]!;
      return { values, size, table, bins: this.binsOf[part]! };
    });
    this.scoreOf = new Int32Array(this.bins).fill(-1);
    for (let valid = Math.max(1, theme.minValid); valid <= items; valid++)
      for (let sum = 0; sum < width; sum++) this.scoreOf[valid * width + sum] = (sum * theme.unit) / valid;
    this.byCell = (cells + 1) * this.bins <= mostCounters;
    this.people = new Int32Array((this.byCell ? cells + 1 : plan.groups + 1) * this.bins);
    this.unasked = new Int32Array(this.byCell ? cells + 1 : plan.groups + 1);
    this.scored = new Int32Array(cells + 1);
    this.sums = new Float64Array(cells + 1);
    this.squares = new Float64Array(cells + 1);
    const pairOf = (a: number, b: number, size: number) => ({
      ...{ a, b, size },
      table: new Int32Array((plan.groups + 1) * size),
    });
    this.pairs = !plan.products
      ? []
      : parts.length === 1
        ? [pairOf(0, 0, parts[0]!.combinations)]
        : parts.flatMap((one, b) =>
            parts.slice(0, b).map((other, a) => pairOf(a, b, one.combinations * other.combinations)),
          );
    this.pointsAt = parts.map(() => new Int32Array(this.pairs.length > 0 ? block : 0));
  }

  count(cellAt: Int32Array, start: number, length: number) {
    const { binAt, scoreAt, scoreOf, counted } = this;
    if (counted) countParts(counted, { start, length, cellAt, binAt });
    else this.addBins(start, length);
    if (this.byCell) this.countByCell(cellAt, length);
    else this.countByGroup(cellAt, length);
    if (this.plan.pairs) for (let i = 0; i < length; i++) scoreAt[i] = scoreOf[binAt[i]! & lowBits]!;
    if (this.pairs.length > 0) this.countProducts(cellAt, start, length);
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
    const { people, unasked, bins, binAt } = this;
    const { items } = this.theme;
    for (let i = 0; i < length; i++) {
      const bin = binAt[i]!;
      people[cellAt[i]! * bins + (bin & lowBits)]!++;
      if (bin >>> 20 === items) unasked[cellAt[i]!]!++;
    }
  }

  private countByGroup(cellAt: Int32Array, length: number) {
    const { people, unasked, bins, binAt, scoreOf, scored, sums, squares } = this;
    const { groupOf } = this.plan;
    const { items } = this.theme;
    for (let i = 0; i < length; i++) {
      const bin = binAt[i]!;
      const cell = cellAt[i]!;
      const score = scoreOf[bin & lowBits]!;
      if (score >= 0) {
        scored[cell]!++;
        sums[cell]! += score;
        squares[cell]! += score * score;
      }
      // Beyond the last cell there is no group: excluded rows find 0 there.
      const group = groupOf[cell]!;
      if (bin >>> 20 === items) unasked[group]!++;
      people[group * bins + (bin & lowBits)]!++;
    }
  }

  /** The complete cases of the groups are gathered first: then every step is made without asking. */
  private countProducts(cellAt: Int32Array, start: number, length: number) {
    const { theme, binAt, complete, groupAt, pointsAt } = this;
    const { groupOf, bundles } = this.plan;
    const all = theme.items * this.width;
    let count = 0;
    for (let i = 0; i < length; i++) {
      const group = groupOf[cellAt[i]!]!;
      complete[count] = start + i;
      groupAt[count] = group;
      count += (binAt[i]! & lowBits) >= all && group > 0 ? 1 : 0;
    }
    theme.parts.forEach(({ bundle, points }, part) => {
      const { values } = bundles[bundle]!;
      const own = pointsAt[part]!;
      for (let k = 0; k < count; k++) own[k] = points[values[complete[k]!]!]!;
    });
    for (const { a, b, size, table } of this.pairs) {
      const { combinations } = theme.parts[b]!;
      const [left, right] = [pointsAt[a]!, pointsAt[b]!];
      if (a === b) for (let k = 0; k < count; k++) table[groupAt[k]! * size + left[k]!]!++;
      else for (let k = 0; k < count; k++) table[groupAt[k]! * size + left[k]! * combinations + right[k]!]!++;
    }
  }

  result(): Counts["themes"][number] {
    const { scored, sums, squares, plan, bins } = this;
    const { people, unasked } = this.byCell
      ? this.gathered()
      : { people: this.people, unasked: this.unasked };
    const groups = Array.from({ length: plan.groups }, (_, at): ThemeCounts => {
      const group = at + 1;
      const own = people.slice(group * bins, (group + 1) * bins);
      const moments = plan.products ? this.momentsOf(group) : { sums: none, products: none };
      return { asked: own.reduce((sum, n) => sum + n, 0) - unasked[group]!, people: own, ...moments };
    });
    return {
      scored: scored.slice(0, -1),
      sums: sums.slice(0, -1),
      squares: squares.slice(0, -1),
      groups,
    };
  }

  /** What was counted by cell, by group; and each cell's sums. */
  private gathered(): { people: Int32Array; unasked: Int32Array } {
    const { cells, bins, scoreOf, scored, sums, squares, plan } = this;
    const people = new Int32Array((plan.groups + 1) * bins);
    const unasked = new Int32Array(plan.groups + 1);
    for (let cell = 0; cell < cells; cell++) {
      const group = plan.groupOf[cell]!;
      unasked[group]! += this.unasked[cell]!;
      for (let bin = 0; bin < bins; bin++) {
        const n = this.people[cell * bins + bin]!;
        if (n === 0) continue;
        people[group * bins + bin]! += n;
        const score = scoreOf[bin]!;
        if (score < 0) continue;
        scored[cell]! += n;
        sums[cell]! += n * score;
        squares[cell]! += n * score * score;
      }
    }
    return { people, unasked };
  }

  /** Sums and products of steps, from how many complete cases have each pair of combinations. */
  private momentsOf(group: number): Pick<ThemeCounts, "sums" | "products"> {
    const { items, steps, parts } = this.theme;
    const sums = new Float64Array(items);
    const products = new Float64Array(items * items);
    const base = steps + 1;
    const digits = parts.map(({ combinations, places }) =>
      Array.from({ length: combinations }, (_, number) =>
        places.map((_, at) => Math.floor(number / base ** at) % base),
      ),
    );
    const alone = (part: number, number: number, people: number) => {
      const { places } = parts[part]!;
      const points = digits[part]![number]!;
      places.forEach((place, i) => {
        sums[place]! += people * points[i]!;
        for (let j = 0; j <= i; j++) {
          const [high, low] = place > places[j]! ? [place, places[j]!] : [places[j]!, place];
          products[high * items + low]! += people * points[i]! * points[j]!;
        }
      });
    };
    const done = new Set<number>();
    for (const { a, b, size, table } of this.pairs) {
      const counts = table.subarray(group * size, (group + 1) * size);
      if (a === b) {
        counts.forEach((people, number) => {
          if (people > 0) alone(a, number, people);
        });
        continue;
      }
      const { combinations } = parts[b]!;
      const [ofA, ofB] = [new Float64Array(parts[a]!.combinations), new Float64Array(combinations)];
      counts.forEach((people, number) => {
        if (people === 0) return;
        const [x, y] = [Math.floor(number / combinations), number % combinations];
        ofA[x]! += people;
        ofB[y]! += people;
        parts[a]!.places.forEach((p, i) => {
          parts[b]!.places.forEach((q, j) => {
            const product = people * digits[a]![x]![i]! * digits[b]![y]![j]!;
            products[Math.max(p, q) * items + Math.min(p, q)]! += product;
          });
        });
      });
      for (const [part, own] of [
        [a, ofA],
        [b, ofB],
      ] as const) {
        if (done.has(part)) continue;
        done.add(part);
        own.forEach((people, number) => {
          if (people > 0) alone(part, number, people);
        });
      }
    }
    return { sums, products };
  }
}

const none = new Float64Array();

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
