import type { Column } from "./column.ts";
import type { Columns } from "./columns.ts";
import {
  bothScoredTable,
  type Cube,
  completeTable,
  countCube,
  levelTable,
  scoredTable,
  TooFine,
  variablesIn,
} from "./cube.ts";
import type { Condition } from "./filter.ts";
import type { Policy } from "./policy.ts";
import { type Counted, type Part, Protection, type Whose } from "./protection.ts";
import type { ThemeScale } from "./theme-score.ts";
import type { HiddenBecause } from "./view.ts";

type Why = HiddenBecause | undefined;
/** What the gate thinks of one group: why its presence, size, answers or scores stay hidden, or undefined. */
export interface Judgement {
  group(): Why;
  size(): Why;
  /** How many answered a variable that is among the conditions with every category chosen. */
  answered(column: Column): Why;
  item(column: Column): Why;
  theme(scale: ThemeScale): Why;
  /** Some of those who have a score; of both scores only where the cube counted pairs. */
  part(part: Part): Why;
  /**
   * Of sums over everybody, whatever the conditions, with a factor per cell of the cube: why a sum of numbers of people
   * (and with it of whatever those people answered) would tell more than the groups do.
   */
  weighted(of: Whose, factors: ArrayLike<number>): Why;
  /** Cells whose number of people follows from the groups; arguments and result as `KnownSums.tellable`. */
  tellable(of: Whose, groups: ArrayLike<number>): Uint8Array;
  /** How many are in some cells together, and why that may not be told; as `Protection.together`. */
  together(of: Whose, cells: ArrayLike<number>): { people: number; why: Why };
}

/**
 * Judgements over one cube. Groups of the same variables share one table, however the conditions stand. The cube's own
 * variables are judged in everything; with one more variable beside them only presence and size can be asked for.
 * @returns for conditions too fine to be checked, a judgement that refuses everything
 */
export function judgements(cube: Cube, policy: Policy): (conditions: readonly Condition[]) => Judgement {
  const made = new Map<Column | undefined, Protection | undefined>();
  const everyone = cube.counts.everyone.reduce((sum, people) => sum + people, 0);
  return (conditions) => {
    // Margins alone bound the groups of a crossing when there are so few people: nothing is left to hide behind.
    if (conditions.length > 1 && everyone < fewestForCrossings * policy.k) return tooSmall;
    const beside = conditions.find((one) => !cube.by.includes(one.column))?.column;
    if (!made.has(beside)) made.set(beside, protect(counted(cube, beside), policy));
    const protection = made.get(beside);
    if (!protection) return refusal;
    const choice = protection.choice(conditions);
    return {
      group: () => protection.group(choice),
      size: () => protection.size(choice),
      answered: (column) => protection.answered(choice, protection.place(column)),
      item: (column) => protection.item(choice, column),
      theme: (scale) => protection.theme(choice, scale),
      part: (part) => protection.part(choice, part),
      weighted: (of, factors) => (protection.sums(of).follows(factors) ? undefined : "complement"),
      tellable: (of, groups) => protection.sums(of).tellable(groups),
      together: (of, cells) => protection.together(of, cells),
    };
  };
}

/**
 * Why the group of these conditions may not be shown at all, or undefined when it may: for words, which need no numbers.
 * @param conditions any on the variables whose groups will be asked for
 */
export function presence(
  columns: Columns,
  conditions: readonly Condition[],
  policy: Policy,
): (conditions: readonly Condition[]) => Why {
  try {
    const cube = countCube(columns, variablesIn(columns, conditions), [], "presence");
    const judge = judgements(cube, policy);
    return (group) => judge(group).group();
  } catch (error) {
    if (error instanceof TooFine) return () => "difference";
    throw error;
  }
}

function counted(cube: Cube, beside: Column | undefined): Counted {
  if (!beside)
    return {
      by: cube.by,
      everyone: cube.counts.everyone,
      levels: (column) => levelTable(cube, column),
      scored: (scale) => scoredTable(cube, scale.scored.code),
      part: (part) => partTable(cube, part),
    };
  const only = () => {
    throw new RangeError("beside the cube's own variables only the size of groups is known");
  };
  // The table of a column is cell by cell; as one more variable its level has to move slowest.
  const table = levelTable(cube, beside);
  const cells = cube.counts.everyone.length;
  const levels = table.length / cells;
  const everyone = Int32Array.from(table, (_, at) => table[(at % cells) * levels + Math.floor(at / cells)]!);
  return { by: [...cube.by, beside], everyone, levels: only, scored: only, part: only };
}

function partTable(cube: Cube, part: Part): ArrayLike<number> {
  const { code } = part.scale.scored;
  if (part.of === "both") return bothScoredTable(cube, code, part.other.scored.code);
  const complete = completeTable(cube, code);
  return part.of === "complete"
    ? complete
    : scoredTable(cube, code).map((scored, cell) => scored - complete[cell]!);
}

/** A study of fewer than so many times the threshold is told by one variable at a time. */
const fewestForCrossings = 4;

const refuseAll = (why: HiddenBecause): Judgement => {
  const refuse = () => why;
  return {
    ...{ group: refuse, size: refuse, answered: refuse, item: refuse, theme: refuse, part: refuse },
    weighted: refuse,
    tellable: (_, groups) => new Uint8Array(groups.length),
    together: () => ({ people: 0, why }),
  };
};
const [refusal, tooSmall] = [refuseAll("difference"), refuseAll("few")];

function protect(counted: Counted, policy: Policy): Protection | undefined {
  try {
    return new Protection(counted, policy);
  } catch (error) {
    if (error instanceof TooFine) return undefined;
    throw error;
  }
}
