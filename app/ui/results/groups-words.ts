import { fill } from "#app/locales/language.ts";
import type { ComparedGroup, GroupComparison } from "#app/results/groups.ts";
import { isTested, type Made, type Untested } from "#app/results/tested.ts";
import type { Interval } from "#app/results/view.ts";
import { reasonTexts } from "#app/statistics/reason-texts.ts";
import { grouped } from "../studio/amount.ts";
import { countCell, pCell } from "./cells.ts";
import type { Cell, Column, ShownCell } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import type { GroupsData } from "./groups-data.ts";
import { bounded, fixed, hiddenText, rangeText, sentences, signed } from "./numbers.ts";

/* How groups and their tests are told, in sentences and in cells. */

export const variableName = ({ variable }: GroupComparison, { language }: Reader): string =>
  variable.short[language];

/** Only groups whose size may be shown take a row of a figure; the others are named once. */
export const shownGroups = ({ groups }: GroupComparison) =>
  groups.flatMap((group, at) => (group.base.shown ? [{ group, at }] : []));

/** Which groups are not shown, those with the same reason together; "" where all are. */
export function hiddenWords(
  { groups }: Pick<GroupComparison, "groups">,
  { messages, language, k }: Reader,
): string {
  const words = messages.groups;
  const by = new Map<string, string[]>();
  for (const { base, label } of groups) {
    if (base.shown) continue;
    const why = hiddenText(base.why, messages, k);
    by.set(why, [...(by.get(why) ?? []), label[language]]);
  }
  if (by.size === 0) return "";
  const each = [...by].map(([why, names]) =>
    fill(words.hiddenOne, { group: names.join(words.hiddenGroups), why }),
  );
  return fill(words.hidden, { groups: each.join(words.hiddenJoin) });
}

/** What is going on, in a sentence or two. */
export function groupsLead(data: GroupsData, reader: Reader): string {
  const { shown, tests } = data;
  const { lead } = reader.messages.groups;
  const { language } = reader;
  const variable = variableName(shown, reader);
  if (shown.withheld === "too-many") return fill(lead.tooMany, { variable });
  const groups = shownGroups(shown);
  if (groups.length < 2) return fill(groups.length === 1 ? lead.one : lead.none, { variable });
  const { m, tests: scores } = tests.scores;
  const themes = scores.flatMap(({ code, groups, test, clear }) => {
    const theme = shown.themes.find((one) => one.code === code)?.title[language] ?? code;
    if (!clear || !isTested(test)) return [];
    if (test.kind === "more") return [theme];
    const { estimate, low, high } = test.points;
    const [first, second] = groups;
    const higher = shown.groups[(estimate > 0 ? first : second)!]!.label[language];
    const [from, to] = estimate > 0 ? [low, high] : [-high, -low];
    const range = rangeText(from, to, (value) => signed(value, 1).replace("+", ""));
    return [fill(lead.clearTwo, { theme, higher, points: Math.abs(estimate).toFixed(1), range })];
  });
  const said =
    m === 0
      ? undefined
      : themes.length > 0
        ? fill(lead.clear, { themes: themes.join(lead.join), m })
        : fill(lead.unclear, { m });
  return sentences(language, [fill(lead.groups, { variable, n: grouped(language, groups.length) }), said]);
}

/** The groups of a test: "On site − Remote", or how many. */
export function groupsText(
  at: readonly number[],
  groups: readonly ComparedGroup[],
  { messages, language }: Reader,
): string {
  const { tests } = messages.groups;
  const [a, b] = at.map((one) => groups[one]!.label[language]);
  return at.length === 2 ? fill(tests.pair, { a: a!, b: b! }) : fill(tests.many, { n: at.length });
}

const steps = { delta: [0.147, 0.33, 0.474], epsilon: [0.01, 0.08, 0.26] } as const;

/** The conventional name of an effect size. */
export function effectLabel(kind: keyof typeof steps, size: number, { messages }: Reader): string {
  const step = steps[kind].filter((least) => Math.abs(size) >= least).length;
  return messages.groups.tests.labels[step]!;
}

/** Why there is no test. */
export function untestedText({ untested }: Untested, least: number, { messages, language }: Reader): string {
  return untested === "few-groups"
    ? fill(messages.groups.tests.fewGroups, { least })
    : reasonTexts[untested][language];
}

/** Percentage points of a fraction, one digit: "+12.3". */
export const pointsText = (fraction: number): string => signed(fraction * 100, 1);
/** Shares set apart in percentage points, as columns of differences hold them; of scores they are in points already. */
export const inPoints = ({ estimate, low, high }: Interval): Interval => ({
  estimate: 100 * estimate,
  low: 100 * low,
  high: 100 * high,
});
export const scoreText = (points: number): string => signed(points, 1);

export const number = (text: string): Column => ({ text, number: true });
export const interval = (text: string, of: string): Column => ({ text, of, interval: true });

export const valueCell = (value: number, text: (value: number) => string): ShownCell => ({
  text: text(value),
  value,
  strong: true,
});
export const rangeCell = ({ low, high }: Interval, text: (value: number) => string): ShownCell => ({
  text: rangeText(low, high, text),
  low,
  high,
});
/** A share of variance: its conventions tell .01 from .00. */
export const varianceText = (value: number): string => bounded(value, 3);
export const varianceRange = ({ low, high }: Interval): string => rangeText(low, high, varianceText);
/** A test's statistic with its degrees of freedom: "t(607.9) = −5.20", "U = 20195.5". */
export function statisticText({ sign, value, df = [] }: Made["statistic"]): string {
  const freedom = df.map((one) => fixed(one, Number.isInteger(one) ? 0 : 1)).join(", ");
  // U counts pairs of people, ties as halves.
  const digits = sign === "U" ? (Number.isInteger(value) ? 0 : 1) : 2;
  return `${sign}${freedom && `(${freedom})`} = ${fixed(value, digits)}`;
}
/** What a test is reported by after its effect, in the columns of `testColumns`. */
export const testCells = ({ n, statistic, p, adjusted }: Made, reader: Reader): Cell[] => [
  countCell(n, reader),
  statisticText(statistic),
  pCell(p),
  pCell(adjusted),
];
/** "p = .023" stays on one line. */
export const unbroken = (text: string): string => text.replace(/ ([=<>−]) /g, "\u00a0$1\u00a0");
/** The two groups that every difference on the page is of, where there are no more; said once. */
export function orderWords(shown: GroupComparison, reader: Reader): string {
  const groups = shownGroups(shown);
  if (groups.length !== 2) return "";
  const pair = groupsText(
    groups.map(({ at }) => at),
    shown.groups,
    reader,
  );
  return fill(reader.messages.groups.tests.order, { pair });
}
/** Before the result of a test: which two of several groups took part. */
export const pairPrefix = (at: readonly number[], shown: GroupComparison, reader: Reader): string =>
  at.length === 2 && shownGroups(shown).length > 2
    ? `${groupsText(at, shown.groups, reader)}${reader.messages.results.filters.colon}`
    : "";
export const effectRange = ({ low, high }: Interval): string =>
  rangeText(low, high, (value) => bounded(value));
