import type { Column } from "./column.ts";
import { combinations } from "./combination.ts";
import { CrossTable, type Sums } from "./cross-table.ts";
import type { Condition } from "./filter.ts";
import { nearlyAlike, someAlike } from "./group-disclosure.ts";
import type { Policy } from "./policy.ts";
import { closeLines, type Line } from "./suppression.ts";
import type { ThemeScale } from "./theme-score.ts";
import type { HiddenBecause } from "./view.ts";

/** Whose answers a number is made of: everyone's presence, one item's valid answers, or one theme's scores. */
interface Measure {
  counts: Int32Array;
  /** Whether the people of these cells together answered (nearly) alike. */
  alike(cells: readonly number[]): boolean;
  hidden: Uint8Array;
}

/** What was counted over the combinations of some variables, cell by cell as in a cube. */
export interface Counted {
  by: readonly Column[];
  everyone: ArrayLike<number>;
  levels(column: Column): ArrayLike<number>;
  scored(scale: ThemeScale): ArrayLike<number>;
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
  private readonly themes = new Map<ThemeScale, Measure>();

  constructor(counted: Counted, policy: Policy) {
    this.counted = counted;
    this.policy = policy;
    this.ofAnswers = { skipped: policy.skippedIsGroup, answered: false };
    this.table = new CrossTable(counted.by);
    this.all = this.close(
      { counts: this.table.count(counted.everyone), alike: () => false },
      // How many skipped a question is no secret (its base tells it); only what they think may be.
      { skipped: false, answered: true },
    );
  }

  /** The group that these conditions select, as a choice of levels. */
  choice(conditions: readonly Condition[]): Choice {
    return this.table.columns.map(
      (column, d) => conditions.find((one) => one.column === column)?.chosen ?? [this.table.totalLevel(d)],
    );
  }

  /** Why the presence of a group may not be shown, or undefined when it may. */
  group = (choice: Choice): HiddenBecause | undefined => this.judge(this.all, choice);

  /** The same for the mere size of a group. Nobody is told by zero, unless a small group hides behind it. */
  size(choice: Choice): HiddenBecause | undefined {
    const n = this.sum(this.all, choice);
    if (n > 0 && n < this.policy.k) return "few";
    return this.follows(this.all, choice) ? undefined : "complement";
  }

  /** The same for the answers of a group to one item. A group that answered alike is shown as a bound elsewhere. */
  item(choice: Choice, column: Column): HiddenBecause | undefined {
    const measure = this.itemMeasure(column);
    const why = this.judge(measure, choice);
    return why === "complement" && measure.alike(this.table.cells(choice)) ? undefined : why;
  }

  /** The same for the scores of a group on one theme. */
  theme(choice: Choice, scale: ThemeScale): HiddenBecause | undefined {
    const measure = this.themeMeasure(scale);
    const why = this.judge(measure, choice);
    return why !== "few" && why !== "difference" && measure.alike(this.table.cells(choice)) ? "alike" : why;
  }

  /**
   * The same for a sum over everybody with a factor for each combination of the variables: weighted numbers. It has to
   * follow from what may be seen of groups.
   * @param of whose: everybody's presence, the valid answers to one item, or the scores on one theme
   * @param factors per cell of what was counted
   */
  weighted(of: "presence" | Column | ThemeScale, factors: ArrayLike<number>): HiddenBecause | undefined {
    const measure =
      of === "presence" ? this.all : "scored" in of ? this.themeMeasure(of) : this.itemMeasure(of);
    let follows = this.combined.get(measure);
    if (!follows) {
      follows = this.combinable(measure);
      this.combined.set(measure, follows);
    }
    const inTable = this.table.factors(factors);
    return follows((cell) => inTable[cell]!) ? undefined : "complement";
  }

  private readonly combined = new Map<Measure, ReturnType<typeof combinations>>();

  private combinable(measure: Measure): ReturnType<typeof combinations> {
    const sums = this.table.sums().map(({ cell, choice, parts }) => ({
      parts,
      known:
        measure.hidden[cell] === 0 && (measure === this.all || this.judge(measure, choice) !== "difference"),
      skipped: !this.policy.skippedIsGroup && this.table.isSkipped(cell),
    }));
    // Where nothing else is hidden, those who skipped a question are what the groups leave of their totals.
    if (sums.every(({ known, skipped }) => known || skipped)) return () => true;
    const told = sums.filter(({ known, skipped }) => known && !skipped).map(({ parts }) => parts);
    const each = new Set(told.flatMap((parts) => (parts.length === 1 ? parts : [])));
    const unknown = new Set(sums.flatMap(({ parts }) => parts).filter((cell) => !each.has(cell)));
    return combinations([...unknown], told);
  }

  private themeMeasure(scale: ThemeScale): Measure {
    let measure = this.themes.get(scale);
    if (!measure) {
      const items = scale.columns.map((column) => this.itemMeasure(column));
      const counts = this.table.count(this.counted.scored(scale));
      measure = this.close(
        { counts, alike: (cells) => items.some((item) => item.alike(cells)) },
        this.ofAnswers,
      );
      this.themes.set(scale, measure);
    }
    return measure;
  }

  private itemMeasure(column: Column): Measure {
    let measure = this.items.get(column);
    if (!measure) {
      const { valid: counts, planes } = this.table.countBy(column, this.counted.levels(column));
      const sum = (plane: Int32Array, cells: readonly number[]) =>
        cells.reduce((total, cell) => total + plane[cell]!, 0);
      const alike =
        column.measure === "several"
          ? (cells: readonly number[]) =>
              someAlike(
                planes.map((plane) => sum(plane, cells)),
                sum(counts, cells),
              )
          : (cells: readonly number[]) => nearlyAlike(planes.map((plane) => sum(plane, cells)));
      measure = this.close({ counts, alike }, this.ofAnswers);
      this.items.set(column, measure);
    }
    return measure;
  }

  /** Hides what must be hidden, from the groups of one variable to those of all together. */
  private close({ counts, alike }: Omit<Measure, "hidden">, sums: Sums): Measure {
    const { table } = this;
    const { k } = this.policy;
    const hidden = new Uint8Array(table.size);
    const depths = table.columns.length;
    for (let cell = 0; cell < table.size; cell++) {
      const count = counts[cell]!;
      if (count === 0 || (!sums.skipped && table.isSkipped(cell))) continue;
      if (count < k || alike([cell]) || (this.all?.hidden[cell] ?? 0)) hidden[cell] = 1;
    }
    for (let depth = 1; depth <= depths; depth++) {
      const lines: Line[] = [];
      for (const { line, total } of table.lines(depth, sums)) {
        if (!hidden[total]) lines.push(line);
        // Part of a hidden group: showing it would bring the group back by way of another variable.
        else for (const cell of line) if (counts[cell]! > 0) hidden[cell] = 1;
      }
      closeLines({ counts, hidden, lines, k, unsafeTogether: alike });
    }
    return { counts, alike, hidden };
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
    this.table.cells(choice).reduce((sum, cell) => sum + measure.counts[cell]!, 0);

  /** Every selection that drops some of the conditions. */
  private relaxations(choice: Choice): Choice[] {
    const filtered = choice.flatMap((levels, d) => (levels[0] === this.table.totalLevel(d) ? [] : [d]));
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
