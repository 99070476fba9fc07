import { type Counting, pause } from "./counting.ts";
import type { ComparedItem, GroupComparison } from "./groups.ts";
import type { Policy } from "./policy.ts";
import {
  countsOf,
  itemPairs,
  itemSlope,
  itemTest,
  momentsOf,
  type Sample,
  scorePairs,
  scoreSlope,
  scoreTest,
  trendOf,
} from "./sample-tests.ts";
import { fewestToTest } from "./testable.ts";
import {
  adjust,
  type GroupTests,
  type ItemPair,
  isTested,
  level,
  mostPaired,
  type Pair,
  type ScorePair,
  type Tested,
  type Trend,
  type Untested,
} from "./tested.ts";
import type { Shown } from "./view.ts";

/*
 * Tests of groups side by side, worked out from numbers that are shown and from nothing else, so that they tell nothing
 * beyond them. A group whose answers are told only as bounds takes part in none.
 */

/** Groups side by side, whatever they were made by. */
type SideBySide = Pick<GroupComparison, "groups" | "themes">;

/** All tests of a comparison, with pauses. @param policy whose eyes: sets the fewest people of a group that is tested */
export function* groupTests(shown: SideBySide, policy: Policy): Counting<GroupTests> {
  const least = fewestToTest(policy);
  const themes = [];
  for (const { code, items } of shown.themes) themes.push({ code, ...(yield* ofItems(items, shown, least)) });
  return {
    least,
    ...(yield* ofScores(shown, least, themes)),
    themes: themes.map(({ higher: _, ...theme }) => theme),
  };
}

const madeOf = <Test extends object>({ test }: { test: Test | Untested }) =>
  isTested(test) ? test : undefined;

/** The groups that take part: those whose numbers are shown, exact and of enough people. */
const sampled = <R, T>(
  results: readonly Shown<R>[],
  { groups }: SideBySide,
  read: (result: R) => T | undefined,
): Sample<T>[] =>
  results.flatMap((result, at) => {
    const value = result.shown ? read(result) : undefined;
    return value === undefined ? [] : [{ at, position: groups[at]!.position, value }];
  });

const listsPairs = ({ groups }: SideBySide) => groups.filter(({ base }) => base.shown).length <= mostPaired;

/** The statements of one theme, and for those on which groups clearly differ who is higher. */
function* ofItems(
  items: readonly ComparedItem[],
  shown: SideBySide,
  least: number,
): Counting<Omit<GroupTests["themes"][number], "code"> & { higher: Map<string, number> }> {
  const found: ReturnType<typeof itemTest>[] = [];
  const pairs: Pair<ItemPair>[] = [];
  const trends: Trend[] = [];
  for (const item of items) {
    const samples = sampled(item.results, shown, (result) => countsOf(item, result, least));
    found.push(itemTest(item.code, samples));
    if (listsPairs(shown)) pairs.push(...itemPairs(item.code, samples));
    trends.push(...trendOf(item.code, samples, itemSlope));
    yield pause;
  }
  const ordinal = adjust(found, ({ tested }) => madeOf(tested));
  const means = adjust(
    found.map(({ mean }) => mean),
    (mean) => mean,
  ).tests;
  const tests = found.map(({ tested, higher }, at): Tested<ItemPair> => {
    const { test } = tested;
    const mean = means[at];
    const clear = isTested(test) && test.adjusted < level && mean !== undefined && mean.adjusted < level;
    return { ...tested, clear: clear && higher !== 0 };
  });
  return {
    items: { m: ordinal.m, tests },
    ...(pairs.length > 0 && { pairs: adjust(pairs, (one) => one) }),
    ...(trends.length > 0 && { trends: adjust(trends, madeOf) }),
    higher: new Map(tests.flatMap(({ code, clear }, at) => (clear ? [[code, found[at]!.higher]] : []))),
  };
}

function* ofScores(
  shown: SideBySide,
  least: number,
  itemsOf: readonly { code: string; higher: Map<string, number> }[],
): Counting<Pick<GroupTests, "scores" | "scorePairs" | "scoreTrends">> {
  const found: Tested<ScorePair>[] = [];
  const pairs: Pair<ScorePair>[] = [];
  const trends: Trend[] = [];
  for (const { code, scores } of shown.themes) {
    if (!scores) continue;
    const samples = sampled(scores, shown, (score) => momentsOf(score, least));
    found.push(scoreTest(code, samples));
    if (listsPairs(shown)) pairs.push(...scorePairs(code, samples));
    trends.push(...trendOf(code, samples, scoreSlope));
    yield pause;
  }
  const { m } = adjust(found, madeOf);
  const tests = found.map((one) => {
    const { items } = shown.themes.find(({ code }) => code === one.code)!;
    const { higher } = itemsOf.find(({ code }) => code === one.code)!;
    const ordinal = items.flatMap(({ code, scored }) => (scored ? (higher.get(code) ?? []) : []));
    return { ...one, clear: agrees(one, ordinal) };
  });
  return {
    scores: { m, tests },
    ...(pairs.length > 0 && { scorePairs: adjust(pairs, (one) => one) }),
    ...(trends.length > 0 && { scoreTrends: adjust(trends, madeOf) }),
  };
}

/** Whether a score's test and the ordinal tests of its statements say the same: some of them clearly, none the opposite. */
function agrees({ test }: Tested<ScorePair>, higher: readonly number[]): boolean {
  if (!isTested(test) || test.adjusted >= level || higher.length === 0) return false;
  return test.kind === "more" || higher.every((one) => one === Math.sign(test.points.estimate));
}
