import type { Text } from "#app/locales/language.ts";
import { association } from "#app/statistics/index.ts";
import type { CrossAssociation, CrossCell, CrossLine, CrossTab } from "./cross-tab.ts";
import type { Policy } from "./policy.ts";
import { hide, show } from "./shown.ts";
import { toldEstimate, tooThinForShares } from "./told.ts";
import type { HiddenBecause, OptionResult, Shown } from "./view.ts";

/** The answers of one group, as far as they may be told. */
export interface CountedLine {
  code: string;
  label: Text;
  /** How many of the group answered. */
  n: Shown<{ n: number }>;
  cells: Shown<OptionResult>[];
  /** It may be told that nobody is in the group. */
  nobody: boolean;
}

/** A group in each line and its answers to the other variable, from the gate; whichever of them will be the rows. */
export type CountedTable =
  | { withheld: HiddenBecause }
  | {
      withheld?: undefined;
      base: number;
      lines: readonly CountedLine[];
      /** The whole selection. */
      total: Omit<CountedLine, "code" | "label">;
      answers: readonly { code: string; label: Text }[];
      several: boolean;
      /** Categories each variable has, chosen or not. */
      whole: { lines: number; answers: number };
    };

type Counted = Extract<CountedTable, { withheld?: undefined }>;
type Head = Pick<CrossTab, "row" | "column" | "bases">;

/** Longer lists leave out the categories nobody is in. */
const longList = 7;
/** With fewer in a group nothing is tested (methods: comparing groups). */
const fewestToTest = ({ k }: Policy) => Math.max(k, 10);

/**
 * The table as it is read: shares along both sides, residuals, and how closely the variables go together. Everything here
 * is computed from numbers that are shown and from nothing else.
 */
export function crossTabOf(head: Head, counted: CountedTable, policy: Policy): CrossTab {
  if (counted.withheld) {
    const base = hide(counted.withheld);
    const none = { rows: [], columns: [], cells: [], empty: { rows: 0, columns: 0 } };
    const nothing = { computable: false, reason: "hidden" } as const;
    return { ...head, base, ...none, total: { n: base, cells: [] }, association: nothing };
  }
  const table = withoutEmpty(counted);
  const { lines, answers, total } = table;
  const tested = associationOf(table, policy);
  const complete = lines.every(({ cells }) => exactCounts(cells) !== undefined);
  const sums = answers.map((_, at) =>
    complete ? sum(lines.map((line) => countOf(line.cells[at]!))) : undefined,
  );
  const cells = lines.map((line, at) =>
    line.cells.map((cell, answer): Shown<Along> => {
      if (!cell.shown) return cell;
      const residual = tested.residuals?.get(at)?.[answer] ?? undefined;
      const across = acrossShare(cell.count, sums[answer], policy);
      // A share would tell its base.
      const based = line.n.shown && line.n.n > 0;
      return show({
        ...(cell.count !== undefined && { count: cell.count }),
        ...(based && { along: cell.share }),
        ...(across !== undefined && { across }),
        ...(residual !== undefined && { residual }),
      });
    }),
  );
  const bases = lines.map(({ code, label, n }): CrossLine => ({ code, label, n }));
  const others = answers.map(({ code, label }, at): CrossLine => {
    const n = sums[at];
    return { code, label, n: n === undefined ? hide("complement") : show({ n }) };
  });
  const empty = {
    lines: counted.lines.length - lines.length,
    answers: counted.answers.length - answers.length,
  };
  const turned = head.bases === "columns";
  const set = (one: Shown<Along>): Shown<CrossCell> => {
    if (!one.shown) return one;
    const { along, across, ...rest } = one;
    const [ofRow, ofColumn] = turned ? [across, along] : [along, across];
    return {
      ...rest,
      ...(ofRow !== undefined && { ofRow }),
      ...(ofColumn !== undefined && { ofColumn }),
    };
  };
  return {
    ...head,
    base: show({ n: table.base }),
    rows: turned ? others : bases,
    columns: turned ? bases : others,
    cells: turned
      ? answers.map((_, at) => cells.map((line) => set(line[at]!)))
      : cells.map((line) => line.map(set)),
    total: {
      n: total.n,
      cells: total.cells.map((cell) => {
        if (!cell.shown) return cell;
        const { count, share } = cell;
        return set(show({ ...(count !== undefined && { count }), ...(total.n.shown && { along: share }) }));
      }),
    },
    empty: turned
      ? { rows: empty.answers, columns: empty.lines }
      : { rows: empty.lines, columns: empty.answers },
    association: tested.association,
  };
}

/** A cell before it is known which side of the table is up. */
type Along = Omit<CrossCell, "ofRow" | "ofColumn"> & {
  along?: CrossCell["ofRow"];
  across?: CrossCell["ofRow"];
};

const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0);
const countOf = (cell: Shown<OptionResult>): number => (cell.shown ? (cell.count ?? 0) : 0);

/** The counts of a line that tells all of them; undefined where one is hidden or only a bound. */
function exactCounts(cells: readonly Shown<OptionResult>[]): number[] | undefined {
  const counts = cells.flatMap((cell) => (cell.shown && cell.count !== undefined ? [cell.count] : []));
  return counts.length === cells.length ? counts : undefined;
}

/** Share among those who gave one answer, over all groups. */
function acrossShare(count: number | undefined, n: number | undefined, policy: Policy): number | undefined {
  if (count === undefined || n === undefined || n === 0 || tooThinForShares(n, policy)) return undefined;
  return toldEstimate(count / n, policy);
}

/** Groups nobody is in, and answers nobody gave, out of long lists. */
function withoutEmpty(table: Counted): Counted {
  const { whole, total } = table;
  const lines = table.lines.filter(({ nobody }) => whole.lines <= longList || !nobody);
  const given = table.answers.map((_, at) => {
    const cell = total.cells[at]!;
    return whole.answers <= longList || !(cell.shown && cell.count === 0);
  });
  const keep = <T>(some: readonly T[]): T[] => some.filter((_, at) => given[at]);
  return {
    ...table,
    lines: lines.map((line) => ({ ...line, cells: keep(line.cells) })),
    answers: keep(table.answers),
    total: { ...total, cells: keep(total.cells) },
  };
}

/**
 * Chi-square and Cramér's V over the groups whose answers are told in full. Groups that are hidden as a whole, too small to
 * test or told only as bounds take no part; where a single cell of another group is hidden, nothing is computed.
 */
function associationOf(
  { lines, several }: Counted,
  policy: Policy,
): { association: CrossAssociation; residuals?: Map<number, readonly (number | null)[]> } {
  const none = (reason: Extract<CrossAssociation, { computable: false }>["reason"]) => ({
    association: { computable: false, reason } as const,
  });
  if (several) return none("several");
  const tested: { at: number; counts: number[] }[] = [];
  let leftOut = 0;
  for (const [at, { n, cells, nobody }] of lines.entries()) {
    if (nobody) continue;
    const counts = exactCounts(cells);
    const untold = cells.every((cell) => !cell.shown || cell.count === undefined);
    const whole = untold || (n.shown && n.n < fewestToTest(policy));
    if (whole) leftOut++;
    else if (counts) tested.push({ at, counts });
    else return none("hidden");
  }
  if (tested.length < 2) return none(leftOut > 0 ? "hidden" : "no-variance");
  const found = association(tested.map(({ counts }) => counts));
  if (!found.computable) return { association: found };
  const { chiSquare, df, p, v, byChance, low, high, leastExpected, thinCells, residuals } = found;
  return {
    association: {
      ...{ computable: true, n: sum(tested.flatMap(({ counts }) => counts)), leftOut },
      ...{ chiSquare, df, p, v, byChance, low, high, leastExpected, thinCells },
    },
    residuals: new Map(tested.map(({ at }, row) => [at, residuals[row]!])),
  };
}
