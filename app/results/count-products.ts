import type { CountPlan, PlannedTheme, ThemeCounts } from "./count-plan.ts";

type Moments = Pick<ThemeCounts, "sums" | "products">;
/** Where the complete cases of a block are, their groups, and how many they are. */
export interface CompleteCases {
  rows: Int32Array;
  groups: Int32Array;
  count: number;
}

/** Sums and products of a theme's items over the complete cases of each group. */
export class ProductCounting {
  private readonly theme: PlannedTheme;
  private readonly plan: CountPlan;
  /** Per pair of parts: how many complete cases of each group have each pair of combinations. */
  private readonly pairs: { a: number; b: number; size: number; table: Int32Array }[];
  /** Of the complete cases of a block: their combination in each part. */
  private readonly pointsAt: Int32Array[];

  constructor(theme: PlannedTheme, plan: CountPlan, block: number) {
    this.theme = theme;
    this.plan = plan;
    const { parts } = theme;
    const pairOf = (a: number, b: number, size: number) => ({
      ...{ a, b, size },
      table: new Int32Array((plan.groups + 1) * size),
    });
    this.pairs =
      parts.length === 1
        ? [pairOf(0, 0, parts[0]!.combinations)]
        : parts.flatMap((one, b) =>
            parts.slice(0, b).map((other, a) => pairOf(a, b, one.combinations * other.combinations)),
          );
    this.pointsAt = parts.map(() => new Int32Array(block));
  }

  count({ rows, groups, count }: CompleteCases): void {
    const { theme, plan, pointsAt } = this;
    theme.parts.forEach(({ bundle, points }, part) => {
      const { values } = plan.bundles[bundle]!;
      const own = pointsAt[part]!;
      for (let k = 0; k < count; k++) own[k] = points[values[rows[k]!]!]!;
    });
    for (const { a, b, size, table } of this.pairs) {
      const { combinations } = theme.parts[b]!;
      const [left, right] = [pointsAt[a]!, pointsAt[b]!];
      if (a === b) for (let k = 0; k < count; k++) table[groups[k]! * size + left[k]!]!++;
      else for (let k = 0; k < count; k++) table[groups[k]! * size + left[k]! * combinations + right[k]!]!++;
    }
  }

  /** Sums and products of steps, from how many complete cases have each pair of combinations. */
  of(group: number): Moments {
    const { items, steps, parts } = this.theme;
    const found = { sums: new Float64Array(items), products: new Float64Array(items * items) };
    const digits = parts.map(({ combinations, places }) => digitsOf(combinations, places.length, steps + 1));
    const done = new Set<number>();
    const alone = (part: number, people: ArrayLike<number>) => {
      if (done.has(part)) return;
      done.add(part);
      const { places } = parts[part]!;
      const own = digits[part]!;
      for (let number = 0; number < people.length; number++)
        for (let i = 0; i < places.length && people[number]! > 0; i++) {
          const first = people[number]! * own[number * places.length + i]!;
          found.sums[places[i]!]! += first;
          for (let j = 0; j <= i; j++)
            this.add(found, places[i]!, places[j]!, first * own[number * places.length + j]!);
        }
    };
    for (const { a, b, size, table } of this.pairs) {
      const counts = table.subarray(group * size, (group + 1) * size);
      if (a === b) {
        alone(a, counts);
        continue;
      }
      const [placesA, placesB] = [parts[a]!.places, parts[b]!.places];
      const ofA = new Float64Array(parts[a]!.combinations);
      const ofB = new Float64Array(parts[b]!.combinations);
      const across = new Float64Array(placesB.length);
      for (let x = 0; x < ofA.length; x++) {
        across.fill(0);
        for (let y = 0; y < ofB.length; y++) {
          const people = counts[x * ofB.length + y]!;
          if (people === 0) continue;
          ofA[x]! += people;
          ofB[y]! += people;
          for (let j = 0; j < across.length; j++) across[j]! += people * digits[b]![y * across.length + j]!;
        }
        for (let i = 0; i < placesA.length; i++)
          for (let j = 0; j < across.length; j++)
            this.add(found, placesA[i]!, placesB[j]!, digits[a]![x * placesA.length + i]! * across[j]!);
      }
      alone(a, ofA);
      alone(b, ofB);
    }
    return found;
  }

  private add({ products }: Moments, p: number, q: number, product: number): void {
    products[Math.max(p, q) * this.theme.items + Math.min(p, q)]! += product;
  }
}

/** The digits of every number, lowest first: the steps of each item in a combination. */
export function digitsOf(combinations: number, count: number, base: number): Uint8Array {
  const digits = new Uint8Array(combinations * count);
  for (let number = 0; number < combinations; number++)
    for (let at = 0, rest = number; at < count; at++, rest = Math.floor(rest / base))
      digits[number * count + at] = rest % base;
  return digits;
}
