import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { compositionShift } from "./composition-shift.ts";
import { type Counting, pause } from "./counting.ts";
import { type Cube, levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { type Condition, within } from "./filter.ts";
import { itemResult } from "./item-result.ts";
import { pass } from "./pass.ts";
import type { Policy } from "./policy.ts";
import { type Judgement, judgements } from "./protections.ts";
import { seamsOf } from "./seams.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { fewestToTest } from "./testable.ts";
import { scoreOf } from "./theme-result.ts";
import { themeScaleOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import type { AtWave, Composition, FavourAtWave, ScoreAtWave, Trend } from "./trend.ts";
import { itemChanges, themeChanges } from "./trend-changes.ts";
import { variableOf } from "./variable-block.ts";
import type { Gated, Shown, VariableBlock } from "./view.ts";

/** One wave looked at: which group of the cube it is, and what the gate thinks of it. */
interface Wave {
  code: string;
  group: number;
  conditions: readonly Condition[];
  judgement: Judgement;
}

/**
 * A study's waves side by side, within the respondents of a cut: what stayed the same in code and wording is joined, and
 * everything else says why it is not. Each wave passes the gate as a group of the variable "wave".
 *
 * @throws RangeError for a study that has just one wave
 */
export function* trending({ columns, conditions, policy }: Cut): Counting<Gated<Trend>> {
  const column = columns.byCode.get("wave");
  if (!column) throw new RangeError("a study with one wave has no trend");
  const chosen = conditions.find((one) => one.column === column)?.chosen;
  const looked = column.categories.flatMap(({ code }, index) =>
    chosen && !chosen.includes(index) ? [] : [{ code, conditions: within(conditions, column, index) }],
  );
  const cube = yield {
    columns,
    by: variablesIn(columns, [...conditions, { column, chosen: [] }]),
    groups: looked.map((one) => one.conditions),
  };
  const { themes: headings } = columns.around.instrument;
  const nothing = { headings, waves: [], themes: [], items: [], tests: { themes: 0, items: 0 } };
  if (!cube) return pass({ base: hide("difference"), ...nothing });
  const judge = judgements(cube, policy);
  const hidden = judge(conditions).group();
  if (hidden) return pass({ base: hide(hidden), ...nothing });
  const waves = looked.map((one, group): Wave => ({ ...one, group, judgement: judge(one.conditions) }));
  const seen: Seen = { columns, cube, policy, seamOf: seamsOf(columns) };
  const themes = columns.around.instrument.scoring.map((scored) => ({
    code: scored.code,
    title: scored.title,
    ...themeOverWaves(seen, scored, waves),
  }));
  yield pause;
  const items = columns.items.filter(isStatement).map((item) => itemOverWaves(seen, item, waves));
  yield pause;
  const tested = itemChanges(items, policy);
  const scored = new Map(columns.around.instrument.scoring.map((one) => [one.code, new Set(one.items)]));
  const compared = themeChanges(
    themes,
    (theme) => tested.filter(({ code }) => scored.get(theme)?.has(code)),
    policy,
  );
  const composition = yield* whoAnswered(seen, column, waves, judge);
  return pass({
    base: show({ n: told(sum(waves.map(({ group }) => sizeIn(cube, group))), policy) }),
    waves: waves.map(({ code, group, judgement }) => {
      const why = judgement.group();
      const { label } = column.categories.find((one) => one.code === code)!;
      return { code, label, size: why ? hide(why) : show({ n: told(sizeIn(cube, group), policy) }) };
    }),
    themes: compared,
    headings,
    items: tested,
    tests: {
      themes: sum(compared.map((one) => one.changes.length)),
      items: tested.filter((one) => one.trend).length,
    },
    ...(composition && { composition }),
  });
}

interface Seen {
  columns: Columns;
  cube: Cube;
  policy: Policy;
  seamOf: ReturnType<typeof seamsOf>;
}

const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);

const isStatement = (column: Column): boolean => column.scale?.kind === "agreement";

function themeOverWaves(
  { columns, cube, policy, seamOf }: Seen,
  scored: Columns["around"]["instrument"]["scoring"][number],
  waves: readonly Wave[],
) {
  const scale = themeScaleOf(columns, scored);
  return {
    points: [scale.low, scale.high] as const,
    waves: waves.map(({ code: wave, group, judgement }): AtWave<ScoreAtWave> => {
      const items = scale.columns.filter((item) => seamOf(wave, item, "whole")).map(({ code }) => code);
      if (items.length > 0) return { wave, seam: "items", items };
      const why = judgement.group() ?? judgement.theme(scale);
      if (why) return { wave, result: hide(why) };
      const score = scoreOf(themeTally(scale, themeIn(cube, group, scored.code)), scale, policy);
      return { wave, result: score };
    }),
  };
}

function itemOverWaves({ cube, policy, seamOf }: Seen, column: Column, waves: readonly Wave[]) {
  const { code, text, item } = column;
  const statement = item?.kind === "scale" ? item : undefined;
  return {
    code,
    text,
    theme: item?.theme,
    rev: item?.rev ?? 1,
    reverse: statement?.reverse ?? false,
    direction: statement?.direction ?? ("favourable" as const),
    waves: waves.map(({ code: wave, group, judgement }): AtWave<FavourAtWave> => {
      const seam = seamOf(wave, column);
      if (seam) return { wave, ...seam };
      const why = judgement.group() ?? judgement.item(column);
      if (why) return { wave, result: hide(why) };
      const result = itemResult(column, tally(column, levelsIn(cube, group, column)), false, policy);
      return { wave, result: favourOf(result) };
    }),
  };
}
const favourOf = (result: ReturnType<typeof itemResult>): Shown<FavourAtWave> =>
  result.shown ? show({ n: result.n, favourable: result.favourable }) : result;

/** What moved in the background of those who answered, between the first and the last wave that may be shown. */
function* whoAnswered(
  { columns, cube, policy, seamOf }: Seen,
  wave: Column,
  waves: readonly Wave[],
  judge: ReturnType<typeof judgements>,
): Counting<Composition | undefined> {
  const shown = waves.filter(({ judgement }) => !judgement.group());
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || first === last) return undefined;
  const pairs: [VariableBlock, VariableBlock][] = [];
  for (const column of columns.byCode.values()) {
    if (!column.group || column === wave || first.conditions.some((one) => one.column === column)) continue;
    if ([first, last].some(({ code }) => seamOf(code, column, "whole"))) continue;
    const [before, after] = [first, last].map(({ group, conditions }) => {
      const counts = tally(column, levelsIn(cube, group, column));
      // Shares only: how many left it open or were not asked is told nowhere here.
      return variableOf(column, counts, { conditions, policy, judge, tellable: () => false });
    });
    pairs.push([before!, after!]);
    yield pause;
  }
  return compositionShift(pairs, { from: first.code, to: last.code }, fewestToTest(policy));
}
