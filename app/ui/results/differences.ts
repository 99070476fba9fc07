import { countHere } from "#app/results/counting.ts";
import { groupTests } from "#app/results/group-tests.ts";
import type { ComparedTheme, GroupScore } from "#app/results/groups.ts";
import type { Policy } from "#app/results/policy.ts";
import { fewestToTest, proportionOf } from "#app/results/testable.ts";
import { isTested, level } from "#app/results/tested.ts";
import type { Interval, ItemBlock, Shown, ThemeBlock, View } from "#app/results/view.ts";
import { newcombe } from "#app/statistics/newcombe.ts";

export interface ThemeDifference extends Interval {
  /** Welch's p as it stands, and after Holm over all themes of this comparison. */
  p: number;
  adjusted: number;
  /**
   * clear: it may be said that the groups differ, the theme's items bear it out · means: only the test of means says so ·
   * none: no difference can be claimed.
   */
  verdict: "clear" | "means" | "none";
}

/** First group minus second: theme means in scale points, favourable shares of items as fractions. */
export interface Differences {
  themes: Record<string, ThemeDifference>;
  items: Record<string, Interval>;
  /** How many themes were tested in one breath. */
  tested: number;
}

/**
 * How far two groups lie apart, from numbers that have passed the gate in both of them and from nothing else.
 * Only for groups that share nobody: both intervals assume independent groups. Themes: the same tests, and the same rule
 * for saying that groups differ, as where all groups of a variable stand side by side. Items: Newcombe, as a
 * description without a verdict.
 * @param policy sets the fewest people of a group that is tested
 */
export function differencesOf(first: View, second: View, policy: Policy): Differences {
  const groups = [first, second].map(({ base }, at) => ({ code: `${at}`, label: noLabel, base }));
  const { scores } = countHere(groupTests({ groups, themes: sideBySide(first, second) }, policy));
  const found: Differences = { themes: {}, items: {}, tested: scores.m };
  for (const { code, test, clear } of scores.tests) {
    if (!isTested(test) || test.kind !== "two") continue;
    const { points, p, adjusted } = test;
    const verdict = clear ? "clear" : adjusted < level ? "means" : "none";
    found.themes[code] = { ...points, p, adjusted, verdict };
  }
  const least = fewestToTest(policy);
  const others = new Map(itemsOf(second).map(({ code, result }) => [code, result]));
  for (const { code, result } of itemsOf(first)) {
    const other = others.get(code);
    if (!result.shown || !other?.shown) continue;
    const [a, b] = [proportionOf(result, least), proportionOf(other, least)];
    const interval = a && b && newcombe(a, b);
    if (!interval?.computable) continue;
    const { difference: estimate, low, high } = interval;
    found.items[code] = { estimate, low, high };
  }
  return found;
}

const noLabel = { "zh-CN": "", en: "" };
const itemsOf = ({ themes, unscored }: View): ItemBlock[] =>
  [...themes, ...unscored].flatMap(({ items }) => items);

/** Themes that both views have, with the results of both. */
function sideBySide(first: View, second: View): ComparedTheme[] {
  return first.themes.flatMap(({ code, title, result, items }) => {
    const other = second.themes.find((one) => one.code === code);
    if (!other) return [];
    return {
      ...{ code, title, scores: [inPoints(result), inPoints(other.result)] },
      items: items.flatMap(({ result: one, ...item }) => {
        const same = other.items.find(({ code }) => code === item.code);
        return same ? { ...item, results: [one, same.result] } : [];
      }),
    };
  });
}

/** A theme's score as its mean, in scale points: that is the unit in which two groups are set apart here. */
const inPoints = (result: ThemeBlock["result"]): Shown<GroupScore> =>
  result.shown ? { shown: true, n: result.n, score: result.mean, sd: result.sd } : result;
