import { otherCode } from "#app/instrument/asked.ts";
import type { Text } from "#app/locales/language.ts";
import type { Drafted, Drafting, Route } from "./drafting.ts";
import { joined } from "./foreign-texts.ts";
import { limits, type Place, Unreadable } from "./report.ts";
import { type Choice, type ChoiceLists, OptionLists } from "./xlsform-choices.ts";
import { hasWords } from "./xlsform-report.ts";
import { ScaleLists } from "./xlsform-scales.ts";

/** What every question of a file has, whatever its type. */
export interface Ask {
  /** As the file's conditions call it. */
  name: string;
  /** As it shall be called, where that is not its name. */
  code?: string;
  place: Place;
  text: Text;
  help?: Text | undefined;
  required: boolean;
  routes: Route[];
  /** Names by which conditions ask whether one choice was made, what they then compare with, and the choice's name. */
  marks?: { name: string; called: string; choice: string }[];
}

/** Points whose ends are apart as bad and good are, or little and much: better or more is last. */
const rising =
  /不满意|不重要|不可能|从不|从未|很差|极差|很低|never|unlikely|dissatisf|unimportant|not at all|not important|poor|very low|none of|strongly oppose/i;
const falling =
  /非常满意|很满意|十分满意|非常重要|很重要|总是|一直|经常|很好|极好|很高|always|very often|likely|satisf|important|completely|excellent|very high|strongly support|extremely/i;
/** Options that can be ranked, or share an amount. */
const mostParts = 30;
/** The last year of a question about a year that has no end. */
const lastYear = 2100;

export const yes: Text = { "zh-CN": "是", en: "Yes" };
export const no: Text = { "zh-CN": "否", en: "No" };
export const other: Text = { "zh-CN": "其他", en: "Other" };
const between: Text = { "zh-CN": "：", en: ": " };

/** Makes items of the house out of the questions of a file. Each answers whether there was one to be made. */
export class Making {
  private readonly draft: Drafting;
  private readonly lists: ChoiceLists = new Map();
  private readonly listNames = new Map<string, string>();
  private readonly options: OptionLists;
  private readonly scales: ScaleLists;

  constructor(draft: Drafting) {
    this.draft = draft;
    this.options = new OptionLists(this.lists, draft.report);
    this.scales = new ScaleLists(this.lists, draft.report, draft.scales);
  }

  single(ask: Ask, choices: Choice[]): boolean {
    const one = this.one(ask, this.list(ask.name, choices));
    if (one) this.draft.add(one);
    return one !== undefined;
  }

  multiple(ask: Ask, choices: Choice[], max?: number, min?: number): boolean {
    const one = this.several(ask, this.list(ask.name, choices), max, min);
    if (one) this.draft.add(one);
    return one !== undefined;
  }

  ranking(ask: Ask, choices: Choice[], max?: number): boolean {
    const made = this.options.of(this.list(ask.name, choices), false);
    if (!made || made.options.length > mostParts) return false;
    const most = max && max < made.options.length ? { max } : {};
    const item = { kind: "ranking", ...this.base(ask), options: made.options, ...most } as const;
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [] }, values: made.values });
    return true;
  }

  /** @param total what all parts must make */
  sum(ask: Ask, choices: Choice[], total: number): boolean {
    const made = this.options.of(this.list(ask.name, choices), false);
    const fits = Number.isInteger(total) && total >= 1 && total <= 100_000;
    if (!made || made.options.length > mostParts || !fits) return false;
    const item = { kind: "sum", ...this.base(ask), options: made.options, total } as const;
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [] }, values: new Map() });
    return true;
  }

  number(ask: Ask, { min, max, decimals }: { min?: number; max?: number; decimals: number }): boolean {
    const bounds = {
      ...(Number.isFinite(min) ? { min } : {}),
      ...(Number.isFinite(max) ? { max } : {}),
    } as { min?: number; max?: number };
    const item = { kind: "number", ...this.base(ask), ...bounds, decimals, bands: [] } as const;
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [], bands: [] }, numeric: true });
    return true;
  }

  /** A day or a month. Files seldom say between which: the bounds are a guess, and told. */
  date(ask: Ask, precision: "month" | "day"): boolean {
    const bounds = { min: "1950-01", max: "2050-12" };
    const item = { kind: "date", ...this.base(ask), precision, ...bounds } as const;
    this.draft.report.add("changed.bounds", ask.place, { from: bounds.min, to: bounds.max }, item.code);
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [] } });
    return true;
  }

  /** Whole steps from one number to another, with words at the ends where there are some. */
  slider(ask: Ask, from: number, to: number, step: number, ends: { low?: Text; high?: Text } = {}): boolean {
    const count = Math.floor((to - from) / step) + 1;
    const isWhole = [from, to, step].every(Number.isInteger);
    if (!isWhole || step < 1 || from < 0 || to > 100 || count < 3 || count > 21) return false;
    const label = (at: number) => (at === 0 ? ends.low : at === count - 1 ? ends.high : undefined);
    const steps = Array.from({ length: count }, (_, at) => {
      const words = label(at);
      return { value: from + at * step, ...(words && hasWords(words) ? { label: words } : {}) };
    });
    const item = { kind: "slider", ...this.base(ask), steps } as const;
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [], steps }, numeric: true });
    return true;
  }

  /** How likely one is to recommend, 0 to 10. */
  nps(ask: Ask, low: Text, high: Text): boolean {
    const item = { kind: "nps", ...this.base(ask), low, high } as const;
    this.draft.add({ ...this.common(ask), item: { ...item, mirrors: [] }, numeric: true });
    return true;
  }

  words(ask: Ask, maxLength?: number): boolean {
    this.draft.add(this.typed(ask, maxLength));
    return true;
  }

  year(ask: Ask, min: number, max: number | "current"): boolean {
    const years = Array.from({ length: (max === "current" ? lastYear : max) - min + 1 }, (_, at) => min + at);
    this.draft.add({
      ...this.common(ask),
      item: { kind: "year", ...this.base(ask), min, max },
      values: new Map(years.map((one) => [String(one), one])),
    });
    return true;
  }

  /** A tick: no condition can ask for it. */
  tick(ask: Ask): boolean {
    this.draft.add(this.ticked(ask));
    return true;
  }

  ticked(ask: Ask): Drafted {
    return { ...this.common(ask), item: { kind: "consent", ...this.base(ask) }, values: new Map() };
  }

  /** A question on its own with ordered answers: a scale if they are one. @param certain the file says that they are */
  rated(ask: Ask, choices: Choice[], certain: boolean): boolean {
    const list = this.list(ask.name, choices);
    const one = this.onScale(ask, list, certain || this.rises(choices)) ?? this.one(ask, list);
    if (one) this.draft.add(one);
    return one !== undefined;
  }

  /**
   * Rows that share their answers: statements on a scale under the words of the whole, or else a choice each, with the
   * words of the whole before its own.
   * @param stem what stands over the rows
   */
  rows(stem: Ask, rows: Ask[], choices: Choice[], way: "one" | "several" | "scale", max?: number): boolean {
    if (rows.length === 0) return false;
    const list = this.list(stem.name, choices);
    const scale = way !== "several" && this.scales.of(list, way === "scale" || this.rises(choices));
    if (scale) {
      const words = [stem.text, ...(stem.help ? [stem.help] : [])];
      this.draft.note(joined(words, "\n"), "matrix", stem.place);
    }
    const part = rows.flatMap((row) => {
      const told = { ...row, text: joined([stem.text, row.text], between), help: row.help ?? stem.help };
      const one = scale
        ? this.onScale(row, list, way === "scale" || this.rises(choices))
        : way === "several"
          ? this.several(told, list, max)
          : this.one(told, list);
      return one ? [one] : [];
    });
    this.draft.add(...part);
    return part.length > 0;
  }

  /** Rows of words: a text question each, with the words of the whole before its own. */
  fields(stem: Ask, rows: Ask[], maxLength?: number): boolean {
    this.draft.add(
      ...rows.map((row) =>
        this.typed(
          { ...row, text: joined([stem.text, row.text], between), help: row.help ?? stem.help },
          maxLength,
        ),
      ),
    );
    return rows.length > 0;
  }

  private onScale(ask: Ask, list: string, certain: boolean): Drafted | undefined {
    const scale = this.scales.of(list, certain);
    if (!scale) return undefined;
    const item = {
      kind: "scale",
      ...this.base(ask),
      scale: scale.scale,
      allowNA: scale.hasNA,
      reverse: false,
      direction: "favourable",
    } as const;
    return { ...this.common(ask), item: { ...item, mirrors: [] }, values: scale.values };
  }

  private one(ask: Ask, list: string): Drafted | undefined {
    const made = this.options.of(list, false);
    if (!made) return undefined;
    const item = { kind: "single", ...this.base(ask), options: made.options } as const;
    this.keepOther(item);
    return { ...this.common(ask), item: { ...item, mirrors: [] }, values: made.values };
  }

  private several(ask: Ask, list: string, max?: number, min?: number): Drafted | undefined {
    const made = this.options.of(list, false);
    if (!made) return undefined;
    const most = max && max < made.options.length ? { max } : {};
    const least = min && min >= 1 && min <= made.options.length ? { min } : {};
    const item = { kind: "multiple", ...this.base(ask), options: made.options, ...least, ...most } as const;
    this.keepOther(item);
    const also = (ask.marks ?? []).flatMap(({ name, called, choice }) => {
      const value = made.values.get(choice);
      return value === undefined ? [] : [{ name, values: new Map([[called, value]]) }];
    });
    return { ...this.common(ask), item: { ...item, mirrors: [] }, values: made.values, also };
  }

  /** The words beside an option are called so. */
  private keepOther({ code, options }: { code: string; options: { other?: true }[] }) {
    if (options.some(({ other: asks }) => asks)) this.draft.codes.of(otherCode(code));
  }

  private typed(ask: Ask, maxLength = 1000): Drafted {
    const length =
      Number.isFinite(maxLength) && maxLength >= 1 ? Math.min(5000, Math.floor(maxLength)) : 1000;
    return { ...this.common(ask), item: { kind: "text", ...this.base(ask), maxLength: length } };
  }

  private common = ({ name, routes }: Ask) => ({ name, routes });

  private base({ name, code, place, text, help, required }: Ask) {
    const wanted = code ?? name;
    const made = this.draft.codes.of(wanted);
    for (const one of [name, wanted]) if (!this.draft.called.has(one)) this.draft.called.set(one, made);
    if (made !== wanted) this.draft.report.add("changed.code", place, { from: wanted, to: made }, made);
    return {
      code: made,
      rev: 1,
      text,
      ...(help && hasWords(help) ? { help } : {}),
      required,
      background: false,
      mirrors: [] as string[],
    };
  }

  /** Files write the same answers again and again: each such list is one. */
  private list(name: string, given: Choice[]): string {
    if (given.length > limits.options) throw new Unreadable("tooMany", given[0]?.place);
    const seen = new Set<string>();
    const choices = given.flatMap((one) => {
      if (seen.has(one.name)) this.draft.report.add("changed.options", one.place, { what: one.name });
      if (seen.has(one.name)) return [];
      seen.add(one.name);
      return [hasWords(one.label) ? one : { ...one, label: { "zh-CN": one.name, en: one.name } }];
    });
    const same = JSON.stringify(choices.map((one) => [one.name, one.label, one.other, one.exclusive]));
    const known = this.listNames.get(same);
    if (known) return known;
    let free = name || "list";
    for (let at = 2; this.lists.has(free); at++) free = `${name}_${at}`;
    this.lists.set(free, choices);
    this.listNames.set(same, free);
    return free;
  }

  private rises(choices: Choice[]): boolean {
    const said = (one: Choice | undefined) => `${one?.label["zh-CN"]} ${one?.label.en}`;
    const first = said(choices[0]);
    const last = choices
      .slice(-2)
      .map(said)
      .find((words) => falling.test(words) && !rising.test(words));
    return choices.length > 2 && rising.test(first) && last !== undefined;
  }
}
