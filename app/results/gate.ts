import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { type Counting, type CubeNeed, countHere, pause } from "./counting.ts";
import { levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import { type Cut, cutOf } from "./cut.ts";
import { type Condition, conditionsOf, type Filter, within } from "./filter.ts";
import { itemResult } from "./item-result.ts";
import { overlapIn } from "./overlap.ts";
import { pass } from "./pass.ts";
import type { Policy } from "./policy.ts";
import { type Judgement, judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { tellableSizes } from "./tellable-sizes.ts";
import { besideScore, scoreOf, themeResult } from "./theme-result.ts";
import { addThemes, type ThemeScale, type ThemeTally, themeScaleOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import { variableOf } from "./variable-block.ts";
import type { Comparison, Gated, GroupTable, ItemBlock, ThemeBlock, View, WithoutSuspects } from "./view.ts";

/*
 * The disclosure gate: numbers become something that may leave the server only here and in the files beside this one that
 * end in `-view.ts`. They count and decide in one go, so that a count that did not pass never exists outside.
 */

/**
 * Everything the dashboard says about the respondents of a cut. The attention check is not among it.
 * Written, as all below, as a `Counting`: it says what it needs counted and goes on with the cube.
 *
 * @throws RangeError for an instrument that cannot be scored
 */
export function* viewing({ columns, conditions, policy }: Cut): Counting<Gated<View>> {
  const cube = yield { ...needOf(columns, conditions, [conditions]), headline: true };
  if (!cube) return pass({ base: hide("difference"), themes: [], unscored: [], variables: [] });
  const group = 0;
  const judge = judgements(cube, policy);
  const protection = judge(conditions);
  const { instrument } = columns.around;
  const why = protection.group();
  if (why) return pass({ base: hide(why), themes: [], unscored: [], variables: [] });

  const n = sizeIn(cube, group);
  const tallies = new Map(
    countable(columns).map((column) => [column, tally(column, levelsIn(cube, group, column))]),
  );
  const tellable = tellableSizes(n, [...tallies.values()], policy.k);
  // Over several variables judging takes longer than counting. What is judged here is remembered below.
  for (const column of tallies.keys()) {
    if (column.group) judge(within(conditions, column, 0)).size();
    else protection.item(column);
    yield pause;
  }
  const scoredColumns = new Set(instrument.scoring.flatMap((scored) => scored.items));
  const itemOf = (column: Column): ItemBlock => {
    const { code, text, item } = column;
    const statement = item?.kind === "scale" ? item : undefined;
    const counts = tallies.get(column)!;
    const hidden = protection.item(column);
    const result = hidden ? hide(hidden) : itemResult(column, counts, tellable(counts.asked), policy);
    return {
      code,
      text,
      reverse: statement?.reverse ?? false,
      direction: statement?.direction ?? "favourable",
      scored: scoredColumns.has(code),
      result,
    };
  };
  const statements = [...tallies.keys()].filter(isStatement);
  const ofTheme = (theme: string) => statements.filter((column) => column.item?.theme === theme);
  const themes = instrument.scoring.map((scored): ThemeBlock => {
    const scale = themeScaleOf(columns, scored);
    const { code, title, meaning } = scored;
    const items = [...new Set([...scale.columns, ...ofTheme(code)])].map(itemOf);
    const counts = themeTally(scale, themeIn(cube, group, code));
    return { code, title, meaning, items, result: themeOf(scale, counts, protection, policy, tellable) };
  });
  const inThemes = new Set(themes.flatMap((theme) => theme.items.map((item) => item.code)));
  return pass({
    base: show({ n: told(n, policy) }),
    themes,
    unscored: instrument.themes.flatMap(({ code, title }) => {
      const items = ofTheme(code).filter((column) => !inThemes.has(column.code));
      return items.length > 0 ? [{ code, title, items: items.map(itemOf) }] : [];
    }),
    variables: [...tallies].flatMap(([column, counts]) =>
      isStatement(column) ? [] : [variableOf(column, counts, { conditions, policy, judge, tellable })],
    ),
  });
}

/** One theme's score by the groups of one variable, within the respondents of a cut. @throws RangeError for a theme or variable that is not there */
export function* groupTable(
  { columns, conditions, policy }: Cut,
  theme: string,
  variable: string,
): Counting<Gated<GroupTable>> {
  const scored = columns.around.instrument.scoring.find((one) => one.code === theme);
  const column = columns.byCode.get(variable);
  if (!scored || !column?.group) throw new RangeError(`no scores of ${theme} by ${variable}`);
  const scale = themeScaleOf(columns, scored);
  const head = {
    theme: { code: scored.code, title: scored.title },
    variable: { code: column.code, text: column.text, short: column.short },
  };
  const chosen = conditions.find((one) => one.column === column)?.chosen;
  const groups = column.categories.flatMap((_, index) =>
    chosen && !chosen.includes(index) ? [] : [{ index, conditions: within(conditions, column, index) }],
  );
  const beside = chosen ? conditions : [...conditions, { column, chosen: [] }];
  const cube = yield needOf(
    columns,
    beside,
    groups.map((one) => one.conditions),
  );
  if (!cube) return pass({ ...head, withheld: "difference", rows: [] });
  const judge = judgements(cube, policy);
  const outside = judge(conditions);
  const withheld = outside.group() ?? outside.theme(scale);
  if (withheld) return pass({ ...head, withheld, rows: [] });
  const rows = groups.map(({ index, conditions }, group) => {
    const { code, label } = column.categories[index]!;
    const inside = judge(conditions);
    const hidden = inside.group() ?? inside.theme(scale);
    if (hidden) return { code, label, result: hide(hidden) };
    const result = scoreOf(themeTally(scale, themeIn(cube, group, theme)), scale, policy);
    if (!result.shown) return { code, label, result };
    const { n, mean, score: hundred, verdict } = result;
    return { code, label, result: show({ n, mean, score: hundred, verdict }) };
  });
  return pass({ ...head, rows });
}

/**
 * Two selections side by side. Each passes the gate on its own; together they are refused when one lies in the other,
 * or they leave out of everybody, but for 1..k-1 people. @throws as `buildView`
 */
export function* comparison(
  columns: Columns,
  first: Filter,
  second: Filter,
  policy: Policy,
  also: readonly Condition[] = [],
): Counting<Gated<Comparison>> {
  const [one, other] = [conditionsOf(columns, first), conditionsOf(columns, second)];
  const by = variablesIn(columns, [...one, ...other, ...also]);
  const cube = yield { columns, by, groups: [], presence: true };
  // Too fine to be counted is too fine to be sure of.
  if (!cube) return pass({ result: hide("difference") });
  const few = (people: number) => people >= 1 && people < policy.k;
  const tooClose = [[], also].some((among) => {
    const { first, second, both, outside } = overlapIn(cube, one, other, policy.skippedIsGroup, among);
    return (
      (both === second && few(first - both)) ||
      (both === first && few(second - both)) ||
      (both === 0 && few(outside))
    );
  });
  if (tooClose) return pass({ result: hide("difference") });
  return pass({
    result: show({
      first: yield* viewing(cutOf(columns, first, policy, also)),
      second: yield* viewing(cutOf(columns, second, policy, also)),
    }),
  });
}

/**
 * Theme scores with and without the suspects among the respondents a filter selects. Who is suspect is one more
 * variable to the gate: where the two bases differ by 1..k-1 people, or a group could be worked out from them and from
 * other filters, the second is refused. @param suspect category 1 for those left out @throws as `buildView`
 */
export function* withoutSuspects(
  columns: Columns,
  filter: Filter,
  suspect: Column,
  policy: Policy,
): Counting<Gated<WithoutSuspects>> {
  const conditions = conditionsOf(columns, filter);
  const [others, suspects] = [within(conditions, suspect, 0), within(conditions, suspect, 1)];
  const cube = yield needOf(columns, others, [others, suspects]);
  if (!cube) return pass({ base: hide("difference"), themes: [] });
  const judge = judgements(cube, policy);
  const [whole, part] = [judge(conditions), judge(others)];
  const hidden = whole.group() ?? part.group();
  if (hidden) return pass({ base: hide(hidden), themes: [] });
  const themes = columns.around.instrument.scoring.map((scored) => {
    const scale = themeScaleOf(columns, scored);
    const why = whole.theme(scale) ?? part.theme(scale);
    const { code, title } = scored;
    if (why) return { code, title, result: hide(why) };
    const [of, left] = [themeIn(cube, 0, code), themeIn(cube, 1, code)];
    const all = scoreOf(themeTally(scale, addThemes(of, left)), scale, policy);
    const without = scoreOf(themeTally(scale, of), scale, policy);
    if (!all.shown) return { code, title, result: all };
    if (!without.shown) return { code, title, result: without };
    const numbers = ({ n, mean, score }: typeof all) => ({ n, mean, score });
    return { code, title, result: show({ all: numbers(all), without: numbers(without) }) };
  });
  const left = sizeIn(cube, 1);
  const [n, few] = [told(sizeIn(cube, 0) + left, policy), told(left, policy)];
  return pass({ base: show({ n, suspects: few }), themes });
}

const needOf = (
  columns: Columns,
  conditions: readonly Condition[],
  groups: readonly (readonly Condition[])[],
): CubeNeed => ({ columns, by: variablesIn(columns, conditions), groups });

// The same, counted here and now: for small studies, releases and tests.
export const buildView = (columns: Columns, filter: Filter, policy: Policy) =>
  countHere(viewing(cutOf(columns, filter, policy)));
export const buildGroupTable = (
  columns: Columns,
  filter: Filter,
  theme: string,
  variable: string,
  policy: Policy,
) => countHere(groupTable(cutOf(columns, filter, policy), theme, variable));
export const buildComparison = (...asked: Parameters<typeof comparison>) => countHere(comparison(...asked));
export const buildWithoutSuspects = (...asked: Parameters<typeof withoutSuspects>) =>
  countHere(withoutSuspects(...asked));

/** Columns a view speaks of: all but where and on which day answers came in, which the fieldwork pages tell. */
export const countable = (columns: Columns): Column[] =>
  [...columns.byCode.values()].filter((column) => column.source !== "context" || column.group);

const isStatement = (column: Column): boolean => column.scale?.kind === "agreement";

function themeOf(
  scale: ThemeScale,
  counted: ThemeTally,
  protection: Judgement,
  policy: Policy,
  tellable: (size: number) => boolean,
): ThemeBlock["result"] {
  const why = protection.theme(scale);
  if (why) return hide(why);
  const beside = { asked: tellable(counted.asked), ...besideScore(protection, scale) };
  return themeResult(counted, scale, policy, beside);
}
