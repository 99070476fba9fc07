import type { Column } from "./column.ts";
import { type Counting, pause } from "./counting.ts";
import { levelsIn, themeIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { countable } from "./gate.ts";
import { itemResult } from "./item-result.ts";
import type { Crossed } from "./margin-table.ts";
import { type CellWeights, factorsFor } from "./population-weights.ts";
import type { Whose } from "./protection.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { scoreOf } from "./theme-result.ts";
import { type ThemeScale, themeScalesOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import type { HiddenBecause } from "./view.ts";
import type { Weightable, WeightedStatement, WeightedTheme } from "./weighted.ts";
import { type WeightedItem, type WeightedScore, weightedItem, weightedScore } from "./weighted-result.ts";

/** More than this share of people at weight 1, and a number is hardly weighted any more. */
export const mostPooled = 0.2;

/** How many are behind a measure, and how many of them are in cells that are not weighted. */
export function poolOf(
  of: Whose,
  weighed: Uint8Array,
  { cells }: Crossed,
  everybody: ReturnType<Crossed["judge"]>,
) {
  const rest = cells.within.map((one, cell) => (weighed[cell] ? 0 : one));
  const { people: pooled, why } = everybody.together(of, rest);
  return { people: everybody.together(of, cells.within).people, pooled, why };
}

/** Themes with their items: scored ones first, then those of statements alone. */
export function* weightedThemes(found: Crossed, weights: CellWeights, cut: Cut): Counting<WeightedTheme[]> {
  const { columns } = cut;
  const { scoring, themes } = columns.around.instrument;
  const statements = countable(columns).filter((column) => column.scale?.kind === "agreement");
  const done = new Map<Column, WeightedStatement>();
  for (const column of statements) {
    done.set(column, statementOf(column, found, weights, cut));
    yield pause;
  }
  const scales = themeScalesOf(columns);
  const items = (codes: readonly string[], theme: string) =>
    statements
      .filter(({ code, item }) => codes.includes(code) || item?.theme === theme)
      .flatMap((column) => done.get(column) ?? []);
  const scored = scales.map((scale): WeightedTheme => {
    const { code, title, items: codes } = scale.scored;
    return { code, title, result: scoreResult(scale, found, weights, cut), items: items(codes, code) };
  });
  const listed = new Set(scored.flatMap((theme) => theme.items));
  const others = themes
    .filter(({ code }) => !scoring.some((one) => one.code === code))
    .map(({ code, title }) => ({ code, title, items: items([], code).filter((one) => !listed.has(one)) }));
  return [...scored, ...others.filter((theme) => theme.items.length > 0)];
}

function statementOf(
  column: Column,
  found: Crossed,
  weights: CellWeights,
  { conditions, policy }: Cut,
): WeightedStatement {
  const { cube, judge } = found;
  const { code, text, item } = column;
  const statement = item?.kind === "scale" ? item : undefined;
  const hidden = judge(conditions).item(column);
  const plain = hidden
    ? hide(hidden)
    : itemResult(column, tally(column, levelsIn(cube, 0, column)), false, policy);
  const weighted = (): Weightable<WeightedItem> => {
    if (plain.shown && typeof plain.favourable.share !== "number") return hide("alike");
    const { why, factors, pooled } = factorsOf(column, found, weights, conditions);
    return why
      ? { shown: false, why }
      : show({ ...weightedItem(cube, column, factors, policy), pooled: told(pooled, policy) });
  };
  return {
    ...{ code, text },
    reverse: statement?.reverse ?? false,
    direction: statement?.direction ?? "favourable",
    result: plain.shown ? show({ plain, weighted: weighted() }) : plain,
  };
}

function scoreResult(
  scale: ThemeScale,
  found: Crossed,
  weights: CellWeights,
  { conditions, policy }: Cut,
): WeightedTheme["result"] {
  const { cube, judge } = found;
  const hidden = judge(conditions).theme(scale);
  const plain = hidden
    ? hide(hidden)
    : scoreOf(themeTally(scale, themeIn(cube, 0, scale.scored.code)), scale, policy);
  if (!plain.shown) return plain;
  const weighted = (): Weightable<WeightedScore> => {
    const { why, factors, pooled } = factorsOf(scale, found, weights, conditions);
    if (why) return { shown: false, why };
    const score = weightedScore(cube, scale, factors, policy);
    return score.shown ? { ...score, pooled: told(pooled, policy) } : score;
  };
  const { n, mean, score } = plain;
  return show({ plain: { n, mean, score }, weighted: weighted() });
}

/** The weights of one measure, and why they may not be used. Cells that its own numbers do not tell join the pool. */
function factorsOf(
  of: Column | ThemeScale,
  found: Crossed,
  weights: CellWeights,
  conditions: Cut["conditions"],
): { factors: Float64Array; pooled: number; why: HiddenBecause | "pooled" | undefined } {
  const everybody = found.judge(conditions);
  const own = everybody.tellable(of, weights.cells.groups);
  const weighed = own.map((one, cell) => one & weights.tellable[cell]!);
  const factors = factorsFor(weights, weighed);
  const { people, pooled, why } = poolOf(of, weighed, found, everybody);
  const tooMany = pooled > mostPooled * people ? "pooled" : undefined;
  // The proof: an estimate takes the weights, and its interval their squares, the effective size.
  const opens = () =>
    everybody.weighted(of, factors) ??
    everybody.weighted(
      of,
      factors.map((one) => one ** 2),
    );
  return { factors, pooled, why: why ?? tooMany ?? opens() };
}
