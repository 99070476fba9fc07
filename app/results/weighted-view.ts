import type { Column } from "./column.ts";
import { type Counting, pause } from "./counting.ts";
import { type Cube, levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { within } from "./filter.ts";
import { countable } from "./gate.ts";
import { itemResult } from "./item-result.ts";
import { figuresOf, type Margin, type Margins } from "./margins.ts";
import { pass } from "./pass.ts";
import {
  type CellWeights,
  cellWeights,
  emptyCategories,
  type KnownMargin,
  unrelatedFactors,
} from "./population-weights.ts";
import { judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { scoreOf } from "./theme-result.ts";
import { type ThemeScale, themeScalesOf, themeTally } from "./theme-score.ts";
import { told, toldEstimate, tooThinForShares } from "./told.ts";
import type { Gated, HiddenBecause } from "./view.ts";
import type { MarginTable, Weighted, WeightedStatement, WeightedTheme, WeightsMade } from "./weighted.ts";
import { weightedItem, weightedScore } from "./weighted-result.ts";

/** Margins that weights can be made of: the sizes of all groups they cross into may be told. */
interface Usable {
  cube: Cube;
  judge: ReturnType<typeof judgements>;
  used: readonly KnownMargin[];
}

/**
 * The study's numbers weighted to known margins, beside the unweighted ones.
 *
 * A weighted number is a sum over groups with factors that anybody can work out, so it is told only where it follows
 * from what the gate tells of those groups. The factors come from the sizes of the groups, so these have to be told as
 * well; a variable for which they cannot is left out (docs/decisions/weights.md).
 *
 * @param cut the whole study: its conditions are none, or leave the suspects out
 * @throws RangeError for an instrument that cannot be scored
 */
export function* weighting(cut: Cut, margins: Margins): Counting<Gated<Weighted>> {
  const { columns, conditions, policy } = cut;
  const known = Object.entries(margins).flatMap(([code, margin]): KnownMargin[] => {
    const column = columns.byCode.get(code);
    return column && isKnown(column, margin) ? [{ column, margin }] : [];
  });
  const found = yield* usable(cut, known);
  const why = found ? found.judge(conditions).group() : "difference";
  if (!found || why) return pass({ base: hide(why ?? "few"), ...nothing, margins: [] });
  const { cube, used } = found;
  const made = cellWeights(cube, used);
  const weights = used.length > 0 && made.computable ? made : undefined;
  const head = {
    base: show({ n: told(sizeIn(cube, 0), policy) }),
    margins: Object.keys(margins).map((code) => marginTable(code, margins, found, cut, weights)),
  };
  if (weights)
    return pass({
      ...head,
      weights: summary(weights, cut),
      themes: yield* weightedThemes(found, weights, cut),
    });
  if (known.length === 0) return pass({ ...head, ...nothing });
  const empty = used.flatMap((one) => {
    const labels = emptyCategories(cube, one).map(({ label }) => label);
    return labels.length > 0 ? [{ name: one.column.short, labels }] : [];
  });
  const reason = used.length > 0 ? "empty" : "unseen";
  return pass({ ...head, weights: { made: false, why: reason, empty }, themes: [] });
}

const nothing = {
  weights: { made: false, why: "none", empty: [] },
  themes: [],
} satisfies Partial<Weighted>;

/** Whether a variable is still there, with some of the categories that the figures speak of. */
const isKnown = (column: Column, margin: Margin): boolean =>
  column.group && figuresOf(margin, column).some((figure) => figure > 0);

/** As many of the variables, in their order, as can be used together. */
function* usable(cut: Cut, known: readonly KnownMargin[]): Counting<Usable | undefined> {
  const all = yield* crossed(cut, known);
  if (all || known.length === 0) return all;
  let best = yield* crossed(cut, []);
  // Of one variable that cannot be used alone, nothing is left to try.
  for (const one of known.length > 1 ? known : [])
    best = (yield* crossed(cut, [...(best?.used ?? []), one])) ?? best;
  return best;
}

function* crossed(
  { columns, conditions, policy }: Cut,
  used: readonly KnownMargin[],
): Counting<Usable | undefined> {
  const beside = used.map(({ column }) => ({ column, chosen: [] }));
  const by = variablesIn(columns, [...conditions, ...beside]);
  const cube = yield { columns, by, groups: [conditions] };
  if (!cube) return undefined;
  const judge = judgements(cube, policy);
  const hidden = used.length > 0 && judge(conditions).weighted("presence", unrelatedFactors(cube));
  return hidden ? undefined : { cube, judge, used };
}

function marginTable(
  code: string,
  margins: Margins,
  { cube, judge, used }: Usable,
  { columns, conditions, policy }: Cut,
  weights: CellWeights | undefined,
): MarginTable {
  const column = columns.byCode.get(code);
  if (!column || !isKnown(column, margins[code]!))
    return {
      code,
      name: column?.short ?? { "zh-CN": code, en: code },
      state: "gone",
      rows: [],
      uncovered: [],
    };
  const figures = figuresOf(margins[code]!, column);
  const whole = figures.reduce((sum, one) => sum + one, 0);
  const isUsed = used.some((one) => one.column === column);
  const { counts, valid } = tally(column, levelsIn(cube, 0, column));
  const sizes = column.categories.map((_, index) => judge(within(conditions, column, index)).size());
  const covered = counts.reduce((sum, count, index) => sum + (figures[index]! > 0 ? count : 0), 0);
  // A sum over some groups could tell of one that is hidden; that of all who answered is told anyway.
  const base = isUsed ? covered : valid;
  const isCovered = (_: unknown, index: number) => figures[index]! > 0;
  const rows = column.categories.map(({ code, label }, index) => {
    const thin = tooThinForShares(base, policy) ? ("thin" as const) : undefined;
    const why = sizes[index] ?? (base < policy.k ? "few" : thin);
    const weighted = weights?.shares.get(column)?.[index];
    return {
      ...{ code, label, population: figures[index]! / whole },
      sample: why ? hide(why) : show({ share: toldEstimate(counts[index]! / base, policy) }),
      ...(weighted !== undefined && { weighted: toldEstimate(weighted, policy) }),
    };
  });
  const state = isUsed ? "used" : sizes.some((why) => why) ? "hidden" : "crossed";
  return {
    ...{ code, name: column.short, state, rows: rows.filter(isCovered) },
    uncovered: column.categories.filter((one, index) => !isCovered(one, index)).map(({ label }) => label),
    ...(isUsed && { apart: told(sizeIn(cube, 0) - covered, policy) }),
  };
}

function summary({ raked, people, factors }: CellWeights, { policy }: Cut): WeightsMade {
  const there = factors.filter((_, cell) => people[cell]! > 0);
  // Sizes of groups can be worked out from weights with all their digits.
  const say = (value: number) => (policy.strict ? Math.round(value * 10) / 10 : value);
  return {
    made: true,
    n: told(
      people.reduce((sum, one) => sum + one, 0),
      policy,
    ),
    effective: told(raked.effective, policy),
    designEffect: say(raked.designEffect),
    least: say(Math.min(...there)),
    most: say(Math.max(...there)),
    trimmed: told(raked.trimmed, policy),
    rounds: raked.rounds,
    converged: raked.converged,
  };
}

/** Themes with their items: scored ones first, then those of statements alone. */
function* weightedThemes(found: Usable, weights: CellWeights, cut: Cut): Counting<WeightedTheme[]> {
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
  { cube, judge }: Usable,
  weights: CellWeights,
  { conditions, policy }: Cut,
): WeightedStatement {
  const { code, text, item } = column;
  const statement = item?.kind === "scale" ? item : undefined;
  const everybody = judge(conditions);
  const hidden = everybody.item(column);
  const plain = hidden
    ? hide(hidden)
    : itemResult(column, tally(column, levelsIn(cube, 0, column)), false, policy);
  const why = safely((factors) => everybody.weighted(column, factors), weights);
  const weighted = () => {
    if (plain.shown && typeof plain.favourable.share !== "number") return hide("alike");
    return why ? hide(why) : show(weightedItem(cube, column, weights, policy));
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
  { cube, judge }: Usable,
  weights: CellWeights,
  { conditions, policy }: Cut,
): WeightedTheme["result"] {
  const everybody = judge(conditions);
  const hidden = everybody.theme(scale);
  const plain = hidden
    ? hide(hidden)
    : scoreOf(themeTally(scale, themeIn(cube, 0, scale.scored.code)), scale, policy);
  if (!plain.shown) return plain;
  const why = safely((factors) => everybody.weighted(scale, factors), weights);
  const { n, mean, score } = plain;
  return show({
    plain: { n, mean, score },
    weighted: why ? hide(why) : weightedScore(cube, scale, weights, policy),
  });
}

/** An estimate takes the weights, and its interval their squares: the effective size. */
const safely = (judged: (factors: Float64Array) => HiddenBecause | undefined, weights: CellWeights) =>
  judged(weights.factors) ?? judged(weights.squared);
