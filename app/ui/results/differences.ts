import type { Interval, View } from "#app/results/view.ts";
import { newcombe } from "#app/statistics/newcombe.ts";
import { welch } from "#app/statistics/welch.ts";

/** First group minus second: theme means in scale points, favourable shares of items as fractions. */
export interface Differences {
  themes: Record<string, Interval>;
  items: Record<string, Interval>;
}

/**
 * How far two groups lie apart, from numbers that have passed the gate in both of them and from nothing else.
 * Only for groups that share nobody: both intervals assume independent groups. Themes: Welch; items: Newcombe.
 */
export function differencesOf(first: View, second: View): Differences {
  const found: Differences = { themes: {}, items: {} };
  for (const theme of first.themes) {
    const other = second.themes.find((one) => one.code === theme.code)?.result;
    if (!theme.result.shown || !other?.shown) continue;
    const test = welch(moments(theme.result), moments(other));
    if (test.computable) found.themes[theme.code] = intervalOf(test);
  }
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
