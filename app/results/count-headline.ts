import { binBits, type Rows, straightAt, straightBits } from "./bins.ts";
import type { CountPlan, PlannedTheme, ThemeCounts } from "./count-plan.ts";

/**
 * What alpha needs of a theme's complete cases, for each group: sums and squares of each item, and of those items
 * together that are not reversed. Where the theme's packed numbers were counted on the way, complete cases apart, nothing
 * more is counted of single items.
 */
export class HeadlineCounting {
  private readonly theme: PlannedTheme;
  private readonly plan: CountPlan;
  /** By part: how many complete cases of each group have each packed number. */
  private readonly complete: Int32Array[];
  /** How many complete cases of each group have which sum of the items that are not reversed; none unless some are and some are not. */
  private readonly straight: Int32Array;
  private readonly width: number;
  private readonly apart: boolean;
  /** The complete cases of a block. */
  private readonly whole: Int32Array;

  /** @param apart whether somebody else counts single items: `take` hears what came of it */
  constructor(theme: PlannedTheme, plan: CountPlan, block: number, apart: boolean) {
    this.theme = theme;
    this.plan = plan;
    this.whole = new Int32Array(apart ? 0 : block);
    this.width = theme.items * theme.steps + 1;
    this.apart = apart;
    this.complete = theme.parts.map(
      ({ bundle }) => new Int32Array((plan.groups + 1) * plan.bundles[bundle]!.size),
    );
    const reversed = theme.parts.flatMap(({ columns }) => columns.map((one) => one.reversed));
    const both = reversed.includes(true) && reversed.includes(false);
    this.straight = new Int32Array(both ? (plan.groups + 1) * this.width : 0);
  }

  /** @param rows of a block, with the bin of each (see `bins.ts`) */
  count({ start, length, cellAt, binAt }: Rows): void {
    const { whole, plan, theme, straight, width } = this;
    const { groupOf, bundles } = plan;
    const all = theme.items * width;
    if (straight.length > 0)
      // Two at a time, as in `count-rows.ts`; beside an odd last row stands nobody's cell.
      for (let i = 0; i < length; i += 2) {
        const [one, other] = [binAt[i]!, binAt[i + 1]!];
        const of = groupOf[cellAt[i]!]! * ((all - 1 - (one & binBits)) >>> 31);
        const ofOther = groupOf[cellAt[i + 1]!]! * ((all - 1 - (other & binBits)) >>> 31);
        straight[of * width + ((one >>> straightAt) & straightBits)]!++;
        straight[ofOther * width + ((other >>> straightAt) & straightBits)]!++;
      }
    if (this.apart) return;
    let count = 0;
    for (let i = 0; i < length; i++) {
      whole[count] = i;
      count += (binAt[i]! & binBits) >= all ? 1 : 0;
    }
    theme.parts.forEach(({ bundle }, part) => {
      const { values, size } = bundles[bundle]!;
      const table = this.complete[part]!;
      for (let k = 0; k < count; k++) {
        const i = whole[k]!;
        table[groupOf[cellAt[i]!]! * size + values[start + i]!]!++;
      }
    });
  }

  /** @param complete of one part: complete cases per cell and packed number */
  take(part: number, complete: Int32Array): void {
    const { plan, theme } = this;
    const { size } = plan.bundles[theme.parts[part]!.bundle]!;
    const table = this.complete[part]!;
    for (let at = 0; at < complete.length; at++)
      table[plan.groupOf[Math.floor(at / size)]! * size + (at % size)]! += complete[at]!;
  }

  of(group: number): Pick<ThemeCounts, "sums" | "squares" | "straight"> {
    const { theme, plan } = this;
    const sums = new Float64Array(theme.items);
    const squares = new Float64Array(theme.items);
    theme.parts.forEach(({ bundle, columns, places }, part) => {
      const { size, levelOf } = plan.bundles[bundle]!;
      const table = this.complete[part]!;
      for (let number = 0; number < size; number++) {
        const people = table[group * size + number]!;
        if (people === 0) continue;
        columns.forEach(({ within, reversed }, at) => {
          const value = levelOf[within]![number]! - 3;
          const steps = reversed ? theme.steps - value : value;
          sums[places[at]!]! += steps * people;
          squares[places[at]!]! += steps * steps * people;
        });
      }
    });
    return { sums, squares, straight: this.momentsOfStraight(group) };
  }

  private momentsOfStraight(group: number): Float64Array {
    const { straight, width } = this;
    if (straight.length === 0) return new Float64Array();
    const found = new Float64Array(2);
    for (let steps = 0; steps < width; steps++) {
      const people = straight[group * width + steps]!;
      found[0]! += people * steps;
      found[1]! += people * steps * steps;
    }
    return found;
  }
}
