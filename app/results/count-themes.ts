import type { CountPlan, Counts, PairCounts, PlannedTheme, ThemeCounts } from "./count-plan.ts";

/** Rows looked at together: their cells stay in the processor's nearest memory while one column after another passes. */
export const block = 8192;

/** Scores of one theme: how many people have which, per cell and per group. */
export class ThemeCounting {
  private readonly theme: PlannedTheme;
  private readonly plan: CountPlan;
  private readonly scored: Int32Array;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;
  private readonly asked: Float64Array;
  private readonly people: Int32Array;
  private readonly width: number;
  private readonly bins: number;
  /** By valid × width + sum of steps: the score in units, or -1 where too few are valid. */
  private readonly scoreOf: Int32Array;
  /** Per group and pair of parts: how many complete cases have each pair of combinations. */
  private readonly pairs: { a: number; b: number; tables: Int32Array[] }[];
  private readonly codeAt = new Int32Array(block);
  /** Of the rows of a block: their scores in units, -1 for none. */
  readonly scoreAt = new Int32Array(block);

  constructor(theme: PlannedTheme, plan: CountPlan, cells: number) {
    this.theme = theme;
    this.plan = plan;
    this.scored = new Int32Array(cells + 1);
    this.sums = new Float64Array(cells + 1);
    this.squares = new Float64Array(cells + 1);
    this.width = theme.items * theme.steps + 1;
    this.bins = (theme.items + 1) * this.width;
    this.scoreOf = new Int32Array(this.bins).fill(-1);
    for (let valid = Math.max(1, theme.minValid); valid <= theme.items; valid++)
      for (let sum = 0; sum < this.width; sum++)
        this.scoreOf[valid * this.width + sum] = (sum * theme.unit) / valid;
    this.asked = new Float64Array(plan.groups + 1);
    this.people = new Int32Array((plan.groups + 1) * this.bins);
    const { parts } = theme;
    const table = (size: number) => Array.from({ length: plan.groups + 1 }, () => new Int32Array(size));
    this.pairs = !plan.products
      ? []
      : parts.length === 1
        ? [{ a: 0, b: 0, tables: table(parts[0]!.combinations) }]
        : parts.flatMap((one, b) =>
            parts
              .slice(0, b)
              .map((other, a) => ({ a, b, tables: table(one.combinations * other.combinations) })),
          );
  }

  count(cellAt: Int32Array, start: number, length: number) {
    const { theme, codeAt, scoreAt, scoreOf, scored, sums, squares, people, asked, width, bins } = this;
    const { groupOf, bundles } = this.plan;
    codeAt.fill(0, 0, length);
    for (const { bundle, codes } of theme.parts) {
      const { values } = bundles[bundle]!;
      for (let i = 0; i < length; i++) codeAt[i]! += codes[values[start + i]!]!;
    }
    const { items } = theme;
    for (let i = 0; i < length; i++) {
      const code = codeAt[i]!;
      const valid = (code >>> 10) & 1023;
      const cell = cellAt[i]!;
      const bin = valid * width + (code & 1023);
      const score = scoreOf[bin]!;
      scoreAt[i] = score;
      if (score >= 0) {
        scored[cell]!++;
        sums[cell]! += score;
        squares[cell]! += score * score;
      }
      // Beyond the last cell there is no group: excluded rows find 0 there.
      const group = groupOf[cell]!;
      if (code >>> 20 < items) asked[group]!++;
      people[group * bins + bin]!++;
      // From here on only the group of complete cases matters; 0 for all others.
      codeAt[i] = valid === items ? group : 0;
    }
    for (const { a, b, tables } of this.pairs) {
      const [first, second] = [theme.parts[a]!, theme.parts[b]!];
      const [left, right] = [bundles[first.bundle]!.values, bundles[second.bundle]!.values];
      if (a === b) {
        for (let i = 0; i < length; i++)
          if (codeAt[i]! > 0) tables[codeAt[i]!]![first.points[left[start + i]!]!]!++;
      } else {
        const { combinations } = second;
        for (let i = 0; i < length; i++)
          if (codeAt[i]! > 0)
            tables[codeAt[i]!]![
              first.points[left[start + i]!]! * combinations + second.points[right[start + i]!]!
            ]!++;
      }
    }
  }

  result(): Counts["themes"][number] {
    const { scored, sums, squares, plan, bins } = this;
    const groups = Array.from({ length: plan.groups }, (_, at): ThemeCounts => {
      const group = at + 1;
      const people = this.people.slice(group * bins, (group + 1) * bins);
      const moments = plan.products ? this.momentsOf(group) : { sums: none, products: none };
      return { asked: this.asked[group]!, people, ...moments };
    });
    return {
      scored: scored.slice(0, -1),
      sums: sums.slice(0, -1),
      squares: squares.slice(0, -1),
      groups,
    };
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
    for (const { a, b, tables } of this.pairs) {
      const counts = tables[group]!;
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
