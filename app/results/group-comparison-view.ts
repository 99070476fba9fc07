import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { type Counting, pause } from "./counting.ts";
import { type Cube, levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { type Condition, within } from "./filter.ts";
import type {
  ComparedGroup,
  ComparedTheme,
  GroupComparison,
  GroupScore,
  StratifiedComparison,
} from "./groups.ts";
import { itemResult } from "./item-result.ts";
import { positionsOf } from "./ordered-variables.ts";
import { pass } from "./pass.ts";
import type { Policy } from "./policy.ts";
import { type Judgement, judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { scoreOf } from "./theme-result.ts";
import { type ThemeScale, themeScaleOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import type { Gated, Shown } from "./view.ts";

/** More groups than a cube can keep apart (`CountPlan.groupOf`), and than anybody can read. */
const mostGroups = 200;

/**
 * All statements and all scores by the groups of one variable, within the respondents of a cut. Every group is judged as
 * if it had been filtered for, so nothing is shown here that a filter would not show.
 * @throws RangeError for a variable that nobody can be grouped by
 */
export function* groupComparison(
  { columns, conditions, policy }: Cut,
  by: string,
): Counting<Gated<GroupComparison>> {
  const column = groupColumn(columns, by);
  const variable = { code: column.code, text: column.text, short: column.short };
  const nothing = { variable, groups: [], themes: [] };
  const indices = chosenOf(column, conditions);
  if (indices.length > mostGroups) return pass({ ...nothing, withheld: "too-many" });
  const groups = indices.map((index) => within(conditions, column, index));
  const beside = [...conditions.filter((one) => one.column !== column), { column, chosen: [] }];
  const cube = yield { columns, by: variablesIn(columns, beside), groups };
  if (!cube) return pass({ ...nothing, withheld: "difference" });
  const judge = judgements(cube, policy);
  const withheld = judge(conditions).group();
  if (withheld) return pass({ ...nothing, withheld });
  yield pause;
  const positions = positionsOf(column);
  const shown = yield* besideEachOther(
    cube,
    groups.map((conditions, group) => ({ group, judgement: judge(conditions) })),
    policy,
  );
  return pass({
    variable,
    groups: indices.map((index, at) => ({
      ...column.categories[index]!,
      base: shown.bases[at]!,
      ...(positions?.[index] !== undefined && { position: positions[index] }),
    })),
    themes: shown.themes,
  });
}

/**
 * Two groups of one variable within each category of another, in one count.
 * @param strata code of the variable that is held fixed
 * @param pair two categories of `by`
 * @throws RangeError for variables or categories that are not there
 */
export function* stratifiedComparison(
  { columns, conditions, policy }: Cut,
  strata: string,
  by: string,
  pair: readonly [string, string],
): Counting<Gated<StratifiedComparison>> {
  const [outer, inner] = [groupColumn(columns, strata), groupColumn(columns, by)];
  const two = pair.map((code) => inner.table.indexOf(code));
  if (two.includes(-1)) throw new RangeError(`${by} has no ${pair.join(" and ")}`);
  const indices = chosenOf(outer, conditions);
  const groups = indices.flatMap((at) =>
    two.map((index) => within(within(conditions, outer, at), inner, index)),
  );
  const others = conditions.filter(({ column }) => column !== outer && column !== inner);
  const beside = [...others, { column: outer, chosen: [] }, { column: inner, chosen: [] }];
  const cube = yield { columns, by: variablesIn(columns, beside), groups };
  if (!cube) return pass({ withheld: "difference", strata: [], labels: [] });
  const judge = judgements(cube, policy);
  const withheld = judge(conditions).group();
  if (withheld) return pass({ withheld, strata: [], labels: [] });
  yield pause;
  const found: StratifiedComparison["strata"] = [];
  for (const [at] of indices.entries()) {
    const here = [2 * at, 2 * at + 1].map((group) => ({ group, judgement: judge(groups[group]!) }));
    const { bases, themes } = yield* besideEachOther(cube, here, policy);
    const named = two.map((index, at): ComparedGroup => ({ ...inner.categories[index]!, base: bases[at]! }));
    found.push({ groups: named, themes });
  }
  return pass({ strata: found, labels: indices.map((index) => outer.categories[index]!) });
}

/** The same with the statements of one theme only: what a page shows at once. */
export const withItemsOf = (shown: Gated<GroupComparison>, theme: string): Gated<GroupComparison> =>
  pass({
    ...shown,
    themes: shown.themes.map((one) => (one.code === theme ? one : { ...one, items: [] })),
  });

/** The scores alone, without any statement. */
export const scoresOf = (shown: Gated<StratifiedComparison>): Gated<StratifiedComparison> =>
  pass({
    ...shown,
    strata: shown.strata.map(({ groups, themes }) => ({
      groups,
      themes: themes.map((theme) => ({ ...theme, items: [] })),
    })),
  });

interface Judged {
  /** Its number in the cube. */
  group: number;
  judgement: Judgement;
}

/** What may be shown of each group: how many they are, their answers and their scores. */
function* besideEachOther(
  cube: Cube,
  groups: readonly Judged[],
  policy: Policy,
): Counting<{ bases: Shown<{ n: number }>[]; themes: ComparedTheme[] }> {
  const { columns } = cube;
  const bases = groups.map(({ group, judgement }): Shown<{ n: number }> => {
    const why = judgement.group();
    return why ? hide(why) : show({ n: told(sizeIn(cube, group), policy) });
  });
  const resultsOf = (column: Column) =>
    groups.map(({ group, judgement }, at) => {
      const base = bases[at]!;
      if (!base.shown) return base;
      const why = judgement.item(column);
      if (why) return hide(why);
      return itemResult(column, tally(column, levelsIn(cube, group, column)), false, policy);
    });
  const statements = columns.items.filter((column) => column.scale?.kind === "agreement");
  const themes: ComparedTheme[] = [];
  for (const theme of themesOf(columns)) {
    const items = [];
    for (const column of statements) {
      const { code, text, item } = column;
      const scored = theme.scale?.columns.includes(column) ?? false;
      if (!scored && item?.theme !== theme.code) continue;
      const { reverse, direction } =
        item?.kind === "scale" ? item : { reverse: false, direction: "favourable" as const };
      items.push({
        code,
        text,
        reverse,
        direction: direction ?? "favourable",
        scored,
        results: resultsOf(column),
      });
      yield pause;
    }
    if (items.length === 0) continue;
    const { code, title, scale } = theme;
    themes.push({
      code,
      title,
      items,
      ...(scale && { scores: themeScores(cube, groups, bases, scale, policy) }),
    });
    yield pause;
  }
  return { bases, themes };
}

function themeScores(
  cube: Cube,
  groups: readonly Judged[],
  bases: readonly Shown<{ n: number }>[],
  scale: ThemeScale,
  policy: Policy,
): Shown<GroupScore>[] {
  const unit = 100 / (scale.high - scale.low);
  return groups.map(({ group, judgement }, at) => {
    const base = bases[at]!;
    if (!base.shown) return base;
    const why = judgement.theme(scale);
    if (why) return hide(why);
    const result = scoreOf(themeTally(scale, themeIn(cube, group, scale.scored.code)), scale, policy);
    return result.shown ? show({ n: result.n, score: result.score, sd: result.sd * unit }) : result;
  });
}

/** Scored themes in the order of scoring, then those without a score. */
function themesOf(columns: Columns) {
  const { scoring, themes } = columns.around.instrument;
  const scored = scoring.map((one) => ({
    code: one.code,
    title: one.title,
    scale: themeScaleOf(columns, one),
  }));
  const others = themes.filter(({ code }) => !scored.some((one) => one.code === code));
  return [...scored, ...others.map((one) => ({ ...one, scale: undefined }))];
}

function groupColumn(columns: Columns, code: string): Column {
  const column = columns.byCode.get(code);
  if (!column?.group) throw new RangeError(`nobody is grouped by ${code}`);
  return column;
}

/** The categories of a variable that the conditions leave. */
const chosenOf = (column: Column, conditions: readonly Condition[]): readonly number[] =>
  conditions.find((one) => one.column === column)?.chosen ?? column.categories.map((_, index) => index);
