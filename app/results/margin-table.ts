import type { Text } from "#app/locales/language.ts";
import type { Column } from "./column.ts";
import { type Cube, levelsIn, sizeIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { figuresOf, joinedFigures, type Margin, rootsOf } from "./margins.ts";
import type { Cells, CellWeights, Placed } from "./population-weights.ts";
import type { judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { told, toldEstimate, tooThinForShares } from "./told.ts";
import type { HiddenBecause } from "./view.ts";
import type { MarginTable } from "./weighted.ts";

/** What margins are judged by: a cube over those used, and its groups. */
export interface Crossed {
  cube: Cube;
  judge: ReturnType<typeof judgements>;
  cells: Cells;
  tellable: Uint8Array;
}

/** Whether a variable is still there, with some of the categories that the figures speak of. */
export const isKnown = (column: Column, margin: Margin): boolean =>
  column.group && figuresOf(margin, column).some((figure) => figure > 0);

/** A margin of a variable that nothing asks any more. */
export const goneMargin = (code: string, column: Column | undefined): MarginTable => ({
  code,
  name: column?.short ?? { "zh-CN": code, en: code },
  state: "gone",
  rows: [],
  uncovered: [],
});

/** What is known of the population along one variable, beside the sample. */
export function marginTable(
  column: Column,
  margin: Margin,
  crossed: Crossed,
  { conditions, policy }: Cut,
  weights: CellWeights | undefined,
): MarginTable {
  const { cube, judge, cells } = crossed;
  const figures = joinedFigures(margin, column);
  const roots = rootsOf(margin, column);
  const whole = figures.reduce((sum, one) => sum + one, 0);
  const used = cells.placed.find((one) => one.column === column);
  const { counts, valid } = tally(column, levelsIn(cube, 0, column));
  const sumOf = (isWanted: (index: number) => boolean) =>
    counts.reduce((sum, count, index) => (isWanted(index) ? sum + count : sum), 0);
  const isCovered = (index: number) => figures[roots[index]!]! > 0;
  const isTold = (factors: Float64Array) => judge(conditions).weighted("presence", factors) === undefined;
  const covered = used && cells.within.map((one, cell) => (used.categories[cell]! >= 0 ? one : 0));
  // A sum over some groups could tell of one that is hidden; that of all who answered is told anyway.
  const coveredTold = covered && isTold(Float64Array.from(covered));
  const base = coveredTold ? sumOf(isCovered) : valid;
  const groups = column.categories.flatMap(({ code }, root) => {
    const members = roots.flatMap((one, index) => (one === root ? [index] : []));
    return figures[root]! > 0 ? [{ code, root, members }] : [];
  });
  const sizeOf = (root: number, members: number[]): HiddenBecause | undefined =>
    used
      ? sizeInCells(used, root, crossed, judge(conditions))
      : judge([...conditions.filter((one) => one.column !== column), { column, chosen: members }]).size();
  const rows = groups.map(({ code, root, members }) => {
    const count = sumOf((index) => roots[index] === root);
    const thin = tooThinForShares(base, policy) ? ("thin" as const) : undefined;
    const why = sizeOf(root, members) ?? (base < policy.k ? "few" : thin);
    const weighted = weights && used && coveredTold ? weightedShare(used, root, weights, isTold) : undefined;
    return {
      code,
      label: joinedLabel(members.map((index) => column.categories[index]!.label)),
      population: figures[root]! / whole,
      sample: why ? hide(why) : show({ share: toldEstimate(count / base, policy) }),
      ...(weighted !== undefined && { weighted: toldEstimate(weighted, policy) }),
    };
  });
  const nothingTold = groups.every(({ root, members }) => sizeOf(root, members) !== undefined);
  return {
    ...{ code: column.code, name: column.short, rows },
    state: used ? "used" : nothingTold ? "hidden" : "crossed",
    uncovered: column.categories.filter((_, index) => !isCovered(index)).map(({ label }) => label),
    ...(coveredTold && { apart: told(sizeIn(cube, 0) - base, policy) }),
  };
}

/** Names of joined categories as one. */
export const joinedLabel = (labels: readonly Text[]): Text => ({
  "zh-CN": labels.map((one) => one["zh-CN"]).join("＋"),
  en: labels.map((one) => one.en).join(" + "),
});

/** Why the size of a category, with those joined to it, may not be told. */
export function sizeInCells(
  { categories }: Placed,
  root: number,
  { cells }: Pick<Crossed, "cells">,
  judgement: ReturnType<Crossed["judge"]>,
): HiddenBecause | undefined {
  const inside = Float64Array.from(cells.within, (one, cell) => (categories[cell] === root ? one : 0));
  return judgement.together("presence", inside).why ?? judgement.weighted("presence", inside);
}

/** A category's share of those who have one, weighted, where it follows from what is told; the pool counts as it is. */
function weightedShare(
  { categories }: Placed,
  root: number,
  { factors, cells }: CellWeights,
  isTold: (factors: Float64Array) => boolean,
): number | undefined {
  const ofThese = factors.map((factor, cell) => (categories[cell] === root ? factor : 0));
  const ofAll = factors.map((factor, cell) => (categories[cell]! >= 0 ? factor : 0));
  if (!isTold(ofThese) || !isTold(ofAll)) return undefined;
  const sumOf = (list: Float64Array) => list.reduce((sum, one, cell) => sum + one * cells.people[cell]!, 0);
  return sumOf(ofThese) / sumOf(ofAll);
}
