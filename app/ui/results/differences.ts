import type { Interval, View } from "#app/results/view.ts";
import { holm } from "#app/statistics/holm.ts";
import { newcombe } from "#app/statistics/newcombe.ts";
import { welch } from "#app/statistics/welch.ts";

export interface ThemeDifference extends Interval {
  /** Welch's p as it stands, and after Holm over all themes of this comparison. */
  p: number;
  adjusted: number;
  /** Whether it may be said that the groups differ. */
  clear: boolean;
}

/** First group minus second: theme means in scale points, favourable shares of items as fractions. */
export interface Differences {
  themes: Record<string, ThemeDifference>;
  items: Record<string, Interval>;
  /** How many themes were tested in one breath. */
  tested: number;
}

const level = 0.05;
/** With fewer in a group no test is made (methods: comparing groups). */
const leastPeople = 10;

/**
 * How far two groups lie apart, from numbers that have passed the gate in both of them and from nothing else.
 * Only for groups that share nobody: both intervals assume independent groups. Themes: Welch, adjusted by Holm; items:
 * Newcombe, as a description without a verdict.
 */
export function differencesOf(first: View, second: View): Differences {
  const tests = first.themes.flatMap((theme) => {
    const other = second.themes.find((one) => one.code === theme.code)?.result;
    if (!theme.result.shown || !other?.shown || Math.min(theme.result.n, other.n) < leastPeople) return [];
    const test = welch(moments(theme.result), moments(other));
    return test.computable ? [{ code: theme.code, test }] : [];
  });
  const adjusted = holm(tests.map(({ test }) => test.p));
  const found: Differences = { themes: {}, items: {}, tested: tests.length };
  tests.forEach(({ code, test }, at) => {
    const p = adjusted[at]!;
    found.themes[code] = { ...intervalOf(test), p: test.p, adjusted: p, clear: p < level };
  });
  const itemsOf = (view: View) => [...view.themes, ...view.unscored].flatMap((theme) => theme.items);
  const others = new Map(itemsOf(second).map((item) => [item.code, item.result]));
  for (const { code, result } of itemsOf(first)) {
    const other = others.get(code);
    if (!result.shown || !other?.shown) continue;
    const [a, b] = [proportion(result), proportion(other)];
    const interval = a && b && newcombe(a, b);
    if (interval?.computable) found.items[code] = intervalOf(interval);
  }
  return found;
}

const intervalOf = ({
  difference,
  low,
  high,
}: {
  difference: number;
  low: number;
  high: number;
}): Interval => ({
  estimate: difference,
  low,
  high,
});

const moments = ({ n, mean, sd }: { n: number; mean: Interval; sd: number }) => ({
  n,
  mean: mean.estimate,
  squares: sd * sd * (n - 1),
});

function proportion({ n, favourable }: { n: number; favourable: { share: unknown } }) {
  const { share } = favourable;
  return typeof share === "number" ? { successes: Math.round(share * n), n } : undefined;
}
