import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import { type Counting, countHere, pause } from "./counting.ts";
import type { CrossTab, CrossVariable } from "./cross-tab.ts";
import { type CountedLine, type CountedTable, crossTabOf } from "./cross-tab-lines.ts";
import { levelsIn, sizeIn, variablesIn } from "./cube.ts";
import { type Cut, cutOf } from "./cut.ts";
import { type Filter, within } from "./filter.ts";
import { pass } from "./pass.ts";
import type { Policy } from "./policy.ts";
import { type Judgement, judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { type Tally, tally } from "./tally.ts";
import { told, tooThinForShares } from "./told.ts";
import { optionsOf } from "./variable-block.ts";
import type { Gated, HiddenBecause, Shown } from "./view.ts";

/*
 * Who is protected. Where one variable is of groups that people outside can know, its groups are the bases, whichever side
 * of the table they stand on: their answers are told as a view filtered by the group tells them, and the table says
 * nothing more than those views side by side. (By cells, "agree: 0 of the small college" would tell what that college did
 * not say.) Where both are such groups, each cell is a group and is told by its size. Where neither is, the rows are
 * judged as if they were groups.
 */

/** What may stand in the rows, or in the columns: any closed variable; only columns may have several choices at once. */
export const crossable = (columns: Columns, side: "row" | "column"): Column[] =>
  [...columns.byCode.values()].filter(
    ({ source, group, measure }) =>
      (source !== "context" || group) && (side === "column" || measure !== "several"),
  );

/**
 * Two closed variables against each other, within the respondents of a cut.
 * @throws RangeError for a code that may not stand there, and for one variable on both sides
 */
export function* crossTabulating(cut: Cut, rowCode: string, columnCode: string): Counting<Gated<CrossTab>> {
  const find = (side: "row" | "column", code: string) =>
    crossable(cut.columns, side).find((one) => one.code === code);
  const [row, column] = [find("row", rowCode), find("column", columnCode)];
  if (!row || !column || row === column) throw new RangeError(`no table of ${rowCode} by ${columnCode}`);
  const turned = column.group && !row.group;
  const table = yield* turned ? counting(cut, column, row) : counting(cut, row, column);
  const bases = row.group && column.group ? "cells" : turned ? "columns" : "rows";
  return pass(crossTabOf({ row: variable(row), column: variable(column), bases }, table, cut.policy));
}

const variable = ({ code, text, short, measure, group }: Column): CrossVariable => ({
  ...{ code, text, short, measure, group },
});

/** Counts the answers to one variable in each group of another, as far as each may be told. */
function* counting({ columns, conditions, policy }: Cut, by: Column, of: Column): Counting<CountedTable> {
  const chosen = (column: Column) =>
    conditions.find((one) => one.column === column)?.chosen ?? column.categories.map((_, index) => index);
  const groups = chosen(by).map((index) => ({ index, conditions: within(conditions, by, index) }));
  const both = of.group;
  const cube = yield {
    columns,
    by: variablesIn(columns, [
      ...conditions,
      { column: by, chosen: [] },
      ...(both ? [{ column: of, chosen: [] }] : []),
    ]),
    groups: [...groups.map((one) => one.conditions), conditions],
  };
  if (!cube) return { withheld: "difference" };
  const judge = judgements(cube, policy);
  const withheld = judge(conditions).group();
  if (withheld) return { withheld };
  const everyone = groups.length;
  const options = chosen(of);

  /** The answers of one group of the cube, which these conditions select. */
  const lineOf = (group: number, selected: typeof conditions): Omit<CountedLine, "code" | "label"> => {
    const judged = judge(selected);
    const answers = tally(of, levelsIn(cube, group, of));
    const hidden = both ? sizeWhy(judged, answers, policy) : (judged.group() ?? judged.item(of));
    const why = hidden ?? (answers.valid > 0 && tooThinForShares(answers.valid, policy) ? "thin" : undefined);
    const nobody = sizeIn(cube, group) === 0 && judged.size() === undefined;
    if (why) return { n: hide(why), cells: options.map(() => hide(why)), nobody };
    const cellWhy = (index: number) => (both ? judge(within(selected, of, index)).size() : undefined);
    const results = optionsOf(of, answers, policy, cellWhy);
    const cells = options.map((index) => results[index]!.result);
    return { n: baseOf(selected, answers, cells), cells, nobody };
  };

  /**
   * How many answered. By cells that is told where all of them are, so that it says nothing of its own: the difference of
   * two such numbers, of everybody and of the people without the suspects, is a number of people that nobody has judged.
   * Of the whole study and each of its groups the overview says it, where it may.
   */
  function baseOf(selected: typeof conditions, answers: Tally, cells: readonly Shown<unknown>[]) {
    const everyAnswer = { column: of, chosen: of.categories.map((_, index) => index) };
    const said = () =>
      conditions.length === 0 && judge([...selected, everyAnswer]).answered(of) === undefined;
    const given = !both || cells.every((cell) => cell.shown) || said();
    return given ? show({ n: told(answers.valid, policy) }) : hide("complement");
  }

  const lines: CountedLine[] = [];
  for (const [group, { index, conditions: selected }] of groups.entries()) {
    const { code, label } = by.categories[index]!;
    lines.push({ code, label, ...lineOf(group, selected) });
    yield pause;
  }
  return {
    base: told(sizeIn(cube, everyone), policy),
    lines,
    total: lineOf(everyone, conditions),
    answers: options.map((index) => of.categories[index]!),
    several: of.measure === "several",
    whole: { lines: by.categories.length, answers: of.categories.length },
  };
}

/** Why the size of a group may not be told, nor how many of it answered where those are few. */
const sizeWhy = (judged: Judgement, { valid }: Tally, { k }: Policy): HiddenBecause | undefined =>
  judged.size() ?? (valid > 0 && valid < k ? "few" : undefined);

/** The same, counted here and now: for small studies and tests. */
export const buildCrossTab = (
  columns: Columns,
  filter: Filter,
  row: string,
  column: string,
  policy: Policy,
  also: Cut["conditions"] = [],
) => countHere(crossTabulating(cutOf(columns, filter, policy, also), row, column));
