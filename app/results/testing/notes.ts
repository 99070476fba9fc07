import { countHere } from "../counting.ts";
import type { CrossTab } from "../cross-tab.ts";
import { crossTabulating } from "../cross-tab-view.ts";
import { type Cut, cutOf } from "../cut.ts";
import type { Filter } from "../filter.ts";
import { groupTable, viewing, withoutSuspects } from "../gate.ts";
import { groupComparison, stratifiedComparison } from "../group-comparison-view.ts";
import type { ComparedTheme } from "../groups.ts";
import type { Margins } from "../margins.ts";
import type { Policy } from "../policy.ts";
import { type ScaleQuality, scaleQuality } from "../theme-detail-view.ts";
import type { Trend } from "../trend.ts";
import { trending } from "../trend-view.ts";
import type { ItemResult, Shown, ThemeResult, View, WithoutSuspects } from "../view.ts";
import { weighting } from "../weighted-view.ts";
import { Ledger } from "./ledger.ts";
import {
  answered,
  answering,
  at,
  notSuspect,
  places,
  placesWhere,
  selectedBy,
  type Vector,
} from "./places.ts";
import {
  backgrounds,
  columnsOfStudy,
  items,
  type Name,
  names,
  type Person,
  suspectColumn,
} from "./random-study.ts";

/*
 * What somebody writes down who fetches every view: each number that is a sum of people becomes an equation.
 */

const themes = ["THEME", "PAIR"];
const each = <T>(keys: readonly string[], make: () => T) => new Map(keys.map((key) => [key, make()]));

export class Notes {
  readonly sizes = new Ledger(places.length);
  /** Of each statement: how many answered, and how many gave which answer. */
  readonly bases = each(items, () => new Ledger(places.length));
  readonly answers = each(items, () => new Ledger(places.length * 5));
  /** Of each scale: how many have a score, and how many answered all of it; of both: how many have two scores. */
  readonly scores = each(themes, () => new Ledger(places.length));
  readonly complete = each(themes, () => new Ledger(places.length));
  readonly both = new Ledger(places.length);

  private readonly filtered: readonly Name[];
  /**
   * @param filtered the questions that are filtered by. How many left another one open is not written down: that bounds
   * groups of these by what would be a filter on a third.
   */
  constructor(filtered: readonly Name[]) {
    this.filtered = filtered;
  }

  /** How many answered a question, or did not. */
  gap(name: Name, group: Vector, n: number): void {
    if (this.filtered.includes(name)) this.sizes.know(group, n);
  }

  /** @param inside whom a view is about */
  view(view: View, inside: Vector): void {
    if (!view.base.shown) return;
    this.sizes.know(inside, view.base.n);
    for (const { code, result, items } of view.themes) {
      if (result.shown) this.theme(code, result, inside);
      for (const item of items) this.item(item.result, item.code, inside);
    }
    for (const { code, base, options } of view.variables) {
      const name = names.find((one) => one === code);
      if (!name || !base.shown) continue;
      this.gap(name, answered(inside, name), base.n);
      if (base.skipped !== undefined) this.gap(name, at(inside, name, null), base.skipped);
      if (base.notAsked !== undefined) this.gap(name, at(inside, name, undefined), base.notAsked);
      for (const option of options)
        if (option.result.shown && option.result.count !== undefined)
          this.size(at(inside, name, option.code), option.result.count);
    }
  }

  private size(group: Vector, n: number): void {
    this.sizes.know(group, n);
    // Where nobody is, nobody answers.
    if (n > 0) return;
    for (const ledgers of [this.bases, this.scores, this.complete])
      for (const ledger of ledgers.values()) ledger.know(group, 0);
    for (const ledger of this.answers.values()) ledger.know(answering(group), 0);
    this.both.know(group, 0);
  }

  private theme(code: string, { n, completeCase, alpha }: Partial<ThemeResult>, inside: Vector): void {
    if (n !== undefined) this.scores.get(code)!.know(inside, n);
    if (completeCase) this.complete.get(code)!.know(inside, completeCase.n);
    if (alpha) this.complete.get(code)!.know(inside, alpha.n);
  }

  private item(result: Shown<ItemResult>, code: string, inside: Vector): void {
    if (!result.shown) return;
    this.base(code, inside, result.n);
    for (const { value, share } of result.points)
      if (typeof share === "number") this.answer(code, inside, [value], Math.round(share * result.n));
  }
  private base(code: string, inside: Vector, n: number): void {
    this.bases.get(code)!.know(inside, n);
    this.answers.get(code)!.know(answering(inside), n);
  }
  private answer(code: string, inside: Vector, some: readonly number[], n: number): void {
    this.answers.get(code)!.know(answering(inside, some), n);
  }

  /** Groups side by side. @param groups whom each is made of */
  compared(
    bases: readonly Shown<{ n: number }>[],
    compared: readonly ComparedTheme[],
    groups: readonly Vector[],
  ): void {
    groups.forEach((group, place) => {
      const base = bases[place]!;
      if (base.shown) this.sizes.know(group, base.n);
      for (const { code, scores, items } of compared) {
        const score = scores?.[place];
        if (score?.shown) this.theme(code, { n: score.n }, group);
        for (const item of items) this.item(item.results[place]!, item.code, group);
      }
    });
  }

  /** Questions about the person against each other. */
  crossed(table: CrossTab, inside: Vector): void {
    const [row, column] = [table.row.code, table.column.code] as [Name, Name];
    if (table.base.shown) this.sizes.know(inside, table.base.n);
    for (const [y, { code, n }] of table.rows.entries()) {
      const line = at(inside, row, code);
      if (n.shown) this.gap(column, answered(line, column), n.n);
      for (const [x, cell] of table.cells[y]!.entries())
        if (cell.shown && cell.count !== undefined)
          this.size(at(line, column, table.columns[x]!.code), cell.count);
    }
    for (const { code, n } of table.columns)
      if (n.shown) this.gap(row, answered(at(inside, column, code), row), n.n);
    if (table.total.n.shown) this.gap(column, answered(inside, column), table.total.n.n);
    for (const [x, cell] of table.total.cells.entries())
      if (cell.shown && cell.count !== undefined)
        this.size(at(inside, column, table.columns[x]!.code), cell.count);
  }

  /** A statement by the groups of a question about the person. */
  opinions(table: CrossTab, inside: Vector): void {
    const [name, item] = [table.row.code as Name, table.column.code];
    const line = (n: Shown<{ n: number }>, cells: CrossTab["cells"][number], group: Vector) => {
      if (n.shown) this.base(item, group, n.n);
      for (const [x, cell] of cells.entries())
        if (cell.shown && cell.count !== undefined)
          this.answer(item, group, [Number(table.columns[x]!.code)], cell.count);
    };
    for (const [y, { code, n }] of table.rows.entries()) line(n, table.cells[y]!, at(inside, name, code));
    line(table.total.n, table.total.cells, inside);
    for (const { code, n } of table.columns)
      if (n.shown) this.answer(item, answered(inside, name), [Number(code)], n.n);
  }

  quality({ base, scales, correlations }: ScaleQuality, inside: Vector): void {
    if (base.shown) this.sizes.know(inside, base.n);
    for (const { code, result, reliability, spread } of scales) {
      if (result.shown) this.theme(code, result, inside);
      if (reliability.shown) this.complete.get(code)!.know(inside, reliability.n);
      if (spread.shown) this.theme(code, { n: spread.n }, inside);
    }
    for (const { result } of correlations) if (result.shown) this.both.know(inside, result.n);
  }

  waves({ base, waves, themes, items }: Trend, inside: Vector): void {
    if (base.shown) this.sizes.know(inside, base.n);
    for (const { code, size } of waves) if (size.shown) this.sizes.know(at(inside, "wave", code), size.n);
    for (const theme of themes)
      for (const { wave, ...of } of theme.waves)
        if (!of.seam && of.result.shown) this.theme(theme.code, { n: of.result.n }, at(inside, "wave", wave));
    for (const item of items)
      for (const { wave, ...of } of item.waves) {
        if (of.seam || !of.result.shown) continue;
        const { n, favourable } = of.result;
        this.base(item.code, at(inside, "wave", wave), n);
        if (typeof favourable.share === "number")
          this.answer(item.code, at(inside, "wave", wave), [4, 5], Math.round(favourable.share * n));
      }
  }
}

/** What is known of the population: all groups equally many. */
const margins: Margins = Object.fromEntries(
  (["BGA", "BGB"] as const).map((name) => [
    name,
    {
      ...{ unit: "percent", source: "a census", asOf: "2025" },
      figures: Object.fromEntries(backgrounds[name].map((code) => [code, 1])),
    },
  ]),
);

/**
 * Fetches everything there is for these filters, with and without suspects. Of two conditions at once the pages that put
 * groups beside each other say what filters with one more condition say; there they are fetched for some filters only.
 */
export function notesOf(people: readonly Person[], filters: readonly Filter[], policy: Policy): Notes {
  const columns = columnsOfStudy(people);
  const suspect = suspectColumn(people);
  const notes = new Notes(names.filter((name) => filters.some((filter) => name in filter)));
  for (const [turn, filter] of filters.entries()) {
    const selected = selectedBy(filter);
    const conditions = Object.keys(filter).length;
    for (const without of [false, true]) {
      const inside = without ? notSuspect(selected) : selected;
      const cut = cutOf(columns, filter, policy, without ? [{ column: suspect, chosen: [0] }] : []);
      const view = countHere(viewing(cut));
      notes.view(view, inside);
      if (!view.base.shown) continue;
      for (const [place, name] of names.entries())
        if (conditions < 2 || turn % 11 === place) besideEachOther(notes, cut, name, filter, inside, turn);
      if (conditions < 2 || turn % 7 === 3) notes.quality(countHere(scaleQuality(cut)), inside);
      if (conditions < 2 || turn % 7 === 5) notes.waves(countHere(trending(cut)), inside);
      if (conditions === 0) weighed(notes, cut, inside);
    }
    suspectsIn(notes, countHere(withoutSuspects(columns, filter, suspect, policy)), selected);
  }
  return notes;
}

/** Every page that puts the groups of a question beside each other. */
function besideEachOther(
  notes: Notes,
  cut: Cut,
  name: Name,
  filter: Filter,
  inside: Vector,
  turn: number,
): void {
  const codes = filter[name] ?? backgrounds[name];
  const groups = codes.map((code) => at(inside, name, code));
  const { groups: compared, themes } = countHere(groupComparison(cut, name));
  notes.compared(
    compared.map((one) => one.base),
    themes,
    compared.map((one) => at(inside, name, one.code)),
  );
  for (const { code, result } of countHere(groupTable(cut, "THEME", name)).rows)
    if (result.shown) notes.scores.get("THEME")!.know(at(inside, name, code), result.n);
  // The statements in turn: each is told like the others.
  const item = items[turn % items.length]!;
  notes.opinions(countHere(crossTabulating(cut, name, item)), inside);
  for (const other of names) {
    if (other === name) continue;
    notes.crossed(countHere(crossTabulating(cut, name, other)), inside);
    if (codes.length < 2 || turn > 0) continue;
    const pair = [codes[0]!, codes[1]!] as const;
    const { strata, labels } = countHere(stratifiedComparison(cut, other, name, pair));
    for (const [place, { groups: two, themes }] of strata.entries())
      notes.compared(
        two.map((one) => one.base),
        themes,
        groups.slice(0, 2).map((group) => at(group, other, labels[place]!.code)),
      );
  }
}

function weighed(notes: Notes, cut: Cut, inside: Vector): void {
  const { base, weights, margins: tables } = countHere(weighting(cut, margins));
  if (base.shown) notes.sizes.know(inside, base.n);
  if (weights.made) notes.sizes.know(inside, weights.n);
  for (const { code, state, apart, rows } of tables) {
    const name = code as Name;
    if (apart !== undefined) {
      const among = answered(inside, name);
      notes.gap(
        name,
        inside.map((one, index) => one - among[index]!),
        apart,
      );
    }
    if (!base.shown || (state === "used" && apart === undefined)) continue;
    // Shares of those who answered; how many those are is told by the overview, or follows here from whom they leave.
    for (const row of rows)
      if (row.sample.shown && apart !== undefined)
        notes.sizes.know(at(inside, name, row.code), Math.round(row.sample.share * (base.n - apart)));
  }
}

function suspectsIn(notes: Notes, { base, themes }: WithoutSuspects, selected: Vector): void {
  if (!base.shown) return;
  const others = notSuspect(selected);
  notes.sizes.know(selected, base.n);
  notes.sizes.know(others, base.n - base.suspects);
  for (const { code, result } of themes)
    if (result.shown) {
      notes.scores.get(code)!.know(selected, result.all.n);
      notes.scores.get(code)!.know(others, result.without.n);
    }
}

/** Everybody. */
export const everybody = placesWhere(() => true);
