import type { Column } from "./column.ts";
import { CrossTable, type Sums } from "./cross-table.ts";
import type { Condition } from "./filter.ts";
import { nearlyAlike, someAlike } from "./group-disclosure.ts";
import { KnownSums } from "./known-sums.ts";
import { needsBeside } from "./leeway.ts";
import type { Policy } from "./policy.ts";
import { closeLines, settleLines } from "./suppression.ts";
import type { ThemeScale } from "./theme-score.ts";
import type { HiddenBecause } from "./view.ts";

/** Whose answers a number is made of: everyone's presence, one item's valid answers, or one theme's scores. */
interface Measure {
  counts: Int32Array;
  /** Whether the people of these cells together answered (nearly) alike. */
  alike?: (cells: readonly number[]) => boolean;
  hidden: Uint8Array;
  /** Cells whose number is hidden even where (nearly) all answered alike and only a bound is told of what. */
  uncounted?: Uint8Array;
}

/** Some of those who have a score: all who answered every item, all who did not, or all who have another score, too. */
export type Part =
  | { of: "complete" | "incomplete"; scale: ThemeScale }
  | { of: "both"; scale: ThemeScale; other: ThemeScale };

/** Everybody's presence, the valid answers to one item, or the scores on one theme. */
export type Whose = "presence" | Column | ThemeScale;

/** What was counted over the combinations of some variables, cell by cell as in a cube. */
export interface Counted {
  by: readonly Column[];
  everyone: ArrayLike<number>;
  levels(column: Column): ArrayLike<number>;
  scored(scale: ThemeScale): ArrayLike<number>;
  part(part: Part): ArrayLike<number>;
}

/** Levels chosen per variable of the table; the total level alone means the variable is not filtered by. */
type Choice = readonly (readonly number[])[];

/**
 * Decides for one set of variables which groups' numbers may be seen, given that somebody may look at every combination
 * of filters over them and add and subtract what they see.
 *
 * A group with 1..k-1 people (or one that answered alike) is hidden; so is the next smallest beside it until nothing
 * follows from totals (`closeLines`), first for one variable, then for pairs within what is visible of each, and so on;
 * parts of a hidden group are hidden. A union of groups is shown only if it could be summed up from visible ones: then
 * it tells nothing new. That covers filters that drop one value, drop one condition, or exchange siblings. On top, a
 * group is refused when it differs from any wider selection by 1..k-1 people.
 */
export class Protection {
  private readonly table: CrossTable;
  private readonly counted: Counted;
  private readonly policy: Policy;
  private readonly ofAnswers: Sums;
  private readonly all: Measure;
  private readonly items = new Map<Column, Measure>();
  private readonly themes = new Map<string, Measure>();
  private readonly parts = new Map<string, Measure>();

  constructor(counted: Counted, policy: Policy) {
    this.counted = counted;
    this.policy = policy;
    this.ofAnswers = { skipped: policy.skippedIsGroup, answered: false };
    this.table = new CrossTable(counted.by);
    const counts = this.table.count(counted.everyone);
    // How many skipped a question is no secret (its base tells it); only what they think may be.
    const hidden = this.close({ counts }, { skipped: false, answered: true });
    this.all = { counts, hidden };
  }

  /** The group that these conditions select, as a choice of levels. */
  choice(conditions: readonly Condition[]): Choice {
    return this.table.columns.map(
      (column, d) => conditions.find((one) => one.column === column)?.chosen ?? [this.table.totalLevel(d)],
    );
  }

  place = (column: Column): number => this.table.columns.indexOf(column);

  /** Why the presence of a group may not be shown, or undefined when it may. */
  group = (choice: Choice): HiddenBecause | undefined => this.judge(this.all, choice);

  /** The same for the mere size of a group. Nobody is told by zero, unless a small group hides behind it. */
  size(choice: Choice): HiddenBecause | undefined {
    const n = this.sum(this.all, choice);
    if (n > 0 && n < this.policy.k) return "few";
    return this.follows(this.all, choice) ? undefined : "complement";
  }

  /**
   * The same for how many of a group answered one of the variables, whatever they answered: it may not differ by 1..k-1
   * from how many of a wider selection did. @param choice every category of that variable @param answered its place
   */
  answered(choice: Choice, answered: number): HiddenBecause | undefined {
    const n = this.sum(this.all, choice);
    if (n < this.policy.k) return "few";
    const wider = this.relaxations(choice, answered).map((one) => this.sum(this.all, one) - n);
    return wider.some((more) => more >= 1 && more < this.policy.k) ? "difference" : undefined;
  }

  /** The same for the answers of a group to one item. A group that answered alike is shown as a bound elsewhere. */
  item(choice: Choice, column: Column): HiddenBecause | undefined {
    const measure = this.itemMeasure(column);
    const why = this.judge(measure, choice);
    const cells = this.table.cells(choice);
    const bound = why === "complement" && measure.alike?.(cells);
    return bound && cells.every((cell) => measure.uncounted?.[cell] === 0) ? undefined : why;
  }

  /** The same for the scores of a group on one theme. */
  theme(choice: Choice, scale: ThemeScale): HiddenBecause | undefined {
    const measure = this.themeMeasure(scale);
    const why = this.judge(measure, choice);
    return why !== "few" && why !== "difference" && measure.alike?.(this.table.cells(choice)) ? "alike" : why;
  }

  /**
   * The same for some of those who have a score, where a number is told of them as well: then of the rest one can be
   * worked out. Where nobody is among them, nothing is told of anybody.
   */
  part(choice: Choice, part: Part): HiddenBecause | undefined {
    const measure = this.partMeasure(part);
    const nobody = part.of === "incomplete" && this.sum(measure, choice) === 0;
    if (nobody) return this.follows(measure, choice) ? undefined : "complement";
    return this.judge(measure, choice);
  }

  /**
   * What follows from what may be seen of groups, of a sum over everybody with a factor for each combination of the
   * variables: weighted numbers.
   */
  sums(of: Whose): KnownSums {
    const measure = this.measure(of);
    let known = this.known.get(measure);
    if (!known) {
      const isKnown = (cell: number, choice: Choice) =>
        measure.hidden[cell] === 0 && (measure === this.all || this.judge(measure, choice) !== "difference");
      known = new KnownSums(this.table, isKnown, this.policy.skippedIsGroup);
      this.known.set(measure, known);
    }
    return known;
  }
  private readonly known = new Map<Measure, KnownSums>();

  /**
   * How many are in some combinations of the variables together, and why that may not be told.
   * @param cells per cell of what was counted: 1 for those taken together
   */
  together(of: Whose, cells: ArrayLike<number>): { people: number; why: HiddenBecause | undefined } {
    const measure = this.measure(of);
    const places = [...this.table.factors(cells).entries()].flatMap(([place, one]) => (one ? [place] : []));
    const people = sumOver(measure.counts, places);
    const few = people > 0 && people < this.policy.k;
    return { people, why: few ? "few" : people > 0 && measure.alike?.(places) ? "alike" : undefined };
  }

  private measure = (of: Whose): Measure =>
    of === "presence" ? this.all : "scored" in of ? this.themeMeasure(of) : this.itemMeasure(of);

  private themeMeasure(scale: ThemeScale): Measure {
    let measure = this.themes.get(scale.scored.code);
    if (!measure) {
      const items = scale.columns.map((column) => this.itemMeasure(column));
      const counts = this.table.count(this.counted.scored(scale));
      const alike = (cells: readonly number[]) => items.some((item) => item.alike?.(cells));
      const people = { counts, alike };
      measure = { ...people, hidden: this.close(people, this.ofAnswers, this.all.hidden) };
      this.themes.set(scale.scored.code, measure);
    }
    return measure;
  }

  private partMeasure(part: Part): Measure {
    const codes = [part.of, part.scale.scored.code, part.of === "both" && part.other.scored.code];
    const key = JSON.stringify(codes);
    let measure = this.parts.get(key);
    if (!measure) {
      const also = this.themeMeasure(part.scale).hidden.slice();
      if (part.of === "both")
        for (const [cell, one] of this.themeMeasure(part.other).hidden.entries()) if (one) also[cell] = 1;
      const counts = this.table.count(this.counted.part(part));
      measure = { counts, hidden: this.close({ counts }, this.ofAnswers, also) };
      this.parts.set(key, measure);
    }
    return measure;
  }

  private itemMeasure(column: Column): Measure {
    let measure = this.items.get(column);
    if (!measure) {
      const { valid: counts, planes } = this.table.countBy(column, this.counted.levels(column));
      const several = column.measure === "several";
      const sums = planes.map(() => 0);
      const alike = (cells: readonly number[]) => {
        for (let plane = 0; plane < sums.length; plane++) sums[plane] = sumOver(planes[plane]!, cells);
        return several ? someAlike(sums, sumOver(counts, cells)) : nearlyAlike(sums);
      };
      const people = { counts };
      const uncounted = this.close(people, this.ofAnswers, this.all.hidden);
      const hidden = this.close({ ...people, alike }, this.ofAnswers, uncounted, true);
      measure = { ...people, alike, hidden, uncounted };
      this.items.set(column, measure);
    }
    return measure;
  }

  /**
   * Hides what must be hidden, from the groups of one variable to those of all together.
   * @param also cells that are hidden for another reason
   * @param settled whether these come from the same counts, so that small groups have their leeway
   */
  private close(
    { counts, alike }: Pick<Measure, "counts" | "alike">,
    sums: Sums,
    also?: Uint8Array,
    settled = false,
  ): Uint8Array {
    const { table } = this;
    const { k } = this.policy;
    const hidden = new Uint8Array(table.size);
    const isAlike = new Uint8Array(table.size);
    const one = [0];
    for (let cell = 0; cell < table.size; cell++) {
      const count = counts[cell]!;
      if (count === 0 ? !also?.[cell] : !sums.skipped && table.isSkipped(cell)) continue;
      one[0] = cell;
      if (count > 0 && alike?.(one)) isAlike[cell] = 1;
      if (count < k || also?.[cell] || isAlike[cell]) hidden[cell] = 1;
    }
    for (let depth = 1; depth <= table.columns.length; depth++) {
      const lines = table.lines(depth, sums);
      const visible = new Uint8Array(lines.lines.length);
      for (const [at, line] of lines.lines.entries()) {
        if (!hidden[lines.totals[at]!]) visible[at] = 1;
        // Part of a hidden group, if only the news that nobody is there: showing it would bring the group back by way of
        // another variable.
        else for (const cell of line) hidden[cell] = 1;
      }
      const closing = { counts, hidden, lines, visible, k, ...(alike && { unsafeTogether: alike }) };
      if (depth === 1) closeLines(closing);
      else {
        settleLines(closing);
        const few = (cell: number) => counts[cell]! < k && !settled;
        this.giveLeeway(depth, sums, (cell) => few(cell) || isAlike[cell] === 1, closing);
      }
    }
    return hidden;
  }

  /** Hides more where lines that cross would tell a small group's number to fewer than k. */
  private giveLeeway(
    depth: number,
    sums: Sums,
    endangered: (cell: number) => boolean,
    closing: Parameters<typeof settleLines>[0],
  ): void {
    const { counts, hidden, k } = closing;
    let cornered = false;
    for (const cell of this.table.cellsOf(depth)) {
      if (!hidden[cell] || counts[cell] === 0 || !endangered(cell)) continue;
      const axes = this.table.axes(cell, sums);
      // What is hidden stays hidden, so a cell that has its leeway keeps it.
      for (;;) {
        const beside = needsBeside(cell, axes, { counts, hidden, k });
        if (!beside) break;
        if (beside.length === 0) {
          cornered = true;
          break;
        }
        for (const one of beside) hidden[one] = 1;
        settleLines(closing, beside);
      }
    }
    // Of whom no box is to be had: at least no number of theirs may follow.
    if (cornered) closeLines(closing);
  }

  private judge(measure: Measure, choice: Choice): HiddenBecause | undefined {
    const { k } = this.policy;
    const n = this.sum(measure, choice);
    if (n < k) return "few";
    for (const wider of this.relaxations(choice)) {
      const difference = this.sum(measure, wider) - n;
      if (difference >= 1 && difference < k) return "difference";
    }
    return this.follows(measure, choice) ? undefined : "complement";
  }

  private sum = (measure: Measure, choice: Choice): number =>
    sumOver(measure.counts, this.table.cells(choice));

  /** Every selection that drops some of the conditions, but for one that stays. */
  private relaxations(choice: Choice, kept = -1): Choice[] {
    const filtered = choice.flatMap((levels, d) =>
      d === kept || levels[0] === this.table.totalLevel(d) ? [] : [d],
    );
    return Array.from({ length: 2 ** filtered.length - 1 }, (_, bits) =>
      choice.map((levels, d) => {
        const dropped = filtered.includes(d) && ((bits + 1) >> filtered.indexOf(d)) & 1;
        return dropped ? [this.table.totalLevel(d)] : levels;
      }),
    );
  }

  /** Whether the group's number could be summed up from visible single groups. */
  private follows = (measure: Measure, choice: Choice): boolean =>
    this.table.cells(choice).every((cell) => measure.hidden[cell] === 0);
}

function sumOver(counts: ArrayLike<number>, cells: readonly number[]): number {
  let sum = 0;
  for (const cell of cells) sum += counts[cell]!;
  return sum;
}
