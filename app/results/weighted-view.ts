import type { Counting } from "./counting.ts";
import { sizeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { type Crossed, goneMargin, isKnown, joinedLabel, marginTable, sizeInCells } from "./margin-table.ts";
import { type Margins, rootsOf } from "./margins.ts";
import { pass } from "./pass.ts";
import { type CellWeights, cellsOf, cellWeights, isUseful, type KnownMargin } from "./population-weights.ts";
import { judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { told } from "./told.ts";
import type { Gated } from "./view.ts";
import type { Weighted, WeightsMade } from "./weighted.ts";
import { mostPooled, poolOf, weightedThemes } from "./weighted-themes.ts";

/**
 * The study's numbers weighted to known margins, beside the unweighted ones.
 *
 * A weighted number is a sum over groups with factors that anybody can work out, so it is told only where it follows
 * from what the gate tells of those groups. People of groups whose size may not be told are pooled: they keep weight 1,
 * so that the sum takes no more of them than the total leaves (docs/decisions/weights.md).
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
  const { cube, cells, tellable } = found;
  const none = whyNone(found, cut, known);
  const made = none
    ? undefined
    : cellWeights(
        cells,
        tellable,
        (one, category) => !sizeInCells(one, category, found, found.judge(conditions)),
      );
  const weights = made?.computable ? made : undefined;
  const head = {
    base: show({ n: told(sizeIn(cube, 0), policy) }),
    margins: Object.entries(margins).map(([code, margin]) => {
      const column = columns.byCode.get(code);
      return column && isKnown(column, margin)
        ? marginTable(column, margin, found, cut, weights)
        : goneMargin(code, column);
    }),
  };
  if (!weights) return pass({ ...head, weights: none ?? nothing.weights, themes: [] });
  return pass({
    ...head,
    weights: summary(weights, found, cut),
    themes: yield* weightedThemes(found, weights, cut),
  });
}

const nothing = {
  weights: { made: false, why: "none", empty: [] },
  themes: [],
} satisfies Partial<Weighted>;

/** Why no weights can be made, if so. */
function whyNone(
  found: Crossed,
  { conditions }: Cut,
  known: readonly KnownMargin[],
): Extract<Weighted["weights"], { made: false }> | undefined {
  const { cells, tellable, judge } = found;
  if (known.length === 0) return nothing.weights;
  if (cells.placed.length === 0) return { made: false, why: "unseen", empty: [] };
  const everybody = judge(conditions);
  const empty = cells.placed.flatMap((one) => {
    const { column, margin, figures, categories } = one;
    const roots = rootsOf(margin, column);
    const labels = figures.flatMap((figure, root) => {
      // Nobody there, and that may be told: nothing can be weighted up to the figure.
      const isEmpty = !cells.people.some((count, cell) => count > 0 && categories[cell] === root);
      if (figure === 0 || !isEmpty || sizeInCells(one, root, found, everybody)) return [];
      const members = column.categories.filter((_, index) => roots[index] === root);
      return [joinedLabel(members.map(({ label }) => label))];
    });
    return labels.length > 0 ? [{ name: column.short, labels }] : [];
  });
  if (empty.length > 0) return { made: false, why: "empty", empty };
  const { people, pooled } = poolOf("presence", tellable, found, everybody);
  return pooled > mostPooled * people ? { made: false, why: "pooled", empty: [] } : undefined;
}

/** As many of the variables, in their order, as can be used together. */
function* usable(cut: Cut, known: readonly KnownMargin[]): Counting<Crossed | undefined> {
  const all = yield* crossed(cut, known);
  if (all || known.length === 0) return all;
  let best = yield* crossed(cut, []);
  // Of one variable that cannot be used alone, nothing is left to try.
  for (const one of known.length > 1 ? known : [])
    best = (yield* crossed(cut, [...(best?.cells.placed ?? []), one])) ?? best;
  return best;
}

/** Variables together; nothing where they are too fine, or nobody may be told of one of them. */
function* crossed(
  { columns, conditions, policy }: Cut,
  used: readonly KnownMargin[],
): Counting<Crossed | undefined> {
  const beside = used.map(({ column }) => ({ column, chosen: [] }));
  const by = variablesIn(columns, [...conditions, ...beside]);
  const cube = yield { columns, by, groups: [conditions] };
  if (!cube) return undefined;
  const judge = judgements(cube, policy);
  const cells = cellsOf(cube, used);
  const tellable = judge(conditions).tellable("presence", cells.groups);
  const isSeen = used.length === 0 || judge(conditions).group() === undefined;
  const areUseful = cells.placed.every((one) => isUseful(one, cells, tellable));
  return isSeen && areUseful ? { cube, judge, cells, tellable } : undefined;
}

function summary(weights: CellWeights, found: Crossed, { conditions, policy }: Cut): WeightsMade {
  const { raked, factors, cells, tellable } = weights;
  const { people } = cells;
  const there = factors.filter((_, cell) => people[cell]! > 0);
  const { pooled, why } = poolOf("presence", tellable, found, found.judge(conditions));
  // Sizes of groups can be worked out from weights with all their digits.
  const say = (value: number) => (policy.strict ? Math.round(value * 10) / 10 : value);
  return {
    made: true,
    n: told(
      people.reduce((sum, one) => sum + one, 0),
      policy,
    ),
    pooled: why ? hide(why) : show({ n: told(pooled, policy) }),
    effective: told(raked.effective, policy),
    designEffect: say(raked.designEffect),
    least: say(Math.min(...there)),
    most: say(Math.max(...there)),
    trimmed: told(raked.trimmed, policy),
    rounds: raked.rounds,
    converged: raked.converged,
  };
}
