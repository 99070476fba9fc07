import type { Instrument } from "#app/instrument/definition.ts";
import { type Language, languages } from "#app/locales/language.ts";
import { missing } from "#app/questions/kind.ts";
import type { Choice, ChoiceLists } from "./xlsform-choices.ts";
import type { FormReport } from "./xlsform-report.ts";

export type AnswerScale = Instrument["scales"][string];

/** A list of choices as a scale: which one, and what point each choice is. */
export interface ScaleList {
  scale: string;
  /** 98 is the choice that says that the statement does not apply. */
  values: Map<string, string | number>;
  hasNA: boolean;
}

const none: Record<Language, RegExp> = {
  "zh-CN": /不适用|不清楚|不知道|不了解|无法回答|拒绝回答|不便回答/,
  en: /\b(not applicable|n\/?a|don['’]?t know|do not know|not sure|no opinion|prefer not|refuse)/i,
};
const agree: Record<Language, RegExp> = { "zh-CN": /同意|赞同|赞成/, en: /\bagree/i };
const disagree: Record<Language, RegExp> = { "zh-CN": /不.{0,2}(同意|赞同|赞成)|反对/, en: /\bdisagree/i };
const tooMuch: Record<Language, RegExp> = { "zh-CN": /过于|太|偏|过[多少难易高低快慢长短]/, en: /\btoo\b/i };

const says = (words: Record<Language, RegExp>, choice: Choice | undefined) =>
  !!choice && languages.some((language) => words[language].test(choice.label[language]));

/**
 * Turns lists into shared scales, each list once. A list is a scale if the form shows it as one (appearance "likert")
 * or if it runs from disagreeing to agreeing, whichever comes first. A scale whose ends are both too much is bipolar.
 */
export class ScaleLists {
  readonly all: Record<string, AnswerScale>;
  private readonly known = new Map<string, ScaleList | undefined>();
  private readonly told = new Set<string>();
  private readonly lists: ChoiceLists;
  private readonly report: FormReport;

  /** @param all the scales there are already */
  constructor(lists: ChoiceLists, report: FormReport, all: Record<string, AnswerScale>) {
    this.lists = lists;
    this.report = report;
    this.all = all;
  }

  of(list: string, likert: boolean): ScaleList | undefined {
    const key = `${list} ${likert}`;
    if (!this.known.has(key)) this.known.set(key, this.make(list, likert));
    return this.known.get(key);
  }

  private make(list: string, likert: boolean): ScaleList | undefined {
    const choices = this.lists.get(list) ?? [];
    const away = choices.filter((one) => says(none, one));
    const points = choices.filter((one) => !says(none, one));
    if (away.length > 1 || points.length < 2 || points.length > 11) return undefined;
    const first = points[0];
    const last = points.at(-1);
    const rises = says(disagree, first) && says(agree, last) && !says(disagree, last);
    const falls = says(disagree, last) && says(agree, first) && !says(disagree, first);
    if (!likert && (points.length < 3 || !(rises || falls))) return undefined;
    const kind = says(tooMuch, first) && says(tooMuch, last) ? "bipolar" : "agreement";
    // The point is what the file calls it where that can be; else its place. The most agreement is the highest point.
    const named = points.map(({ name }) => (/^([1-9]|1[01])$/.test(name) ? Number(name) : 0));
    const namesRise = named.every((value, at) => value > 0 && (at === 0 || value > (named[at - 1] ?? 0)));
    const namesFall = named.every((value, at) => value > 0 && (at === 0 || value < (named[at - 1] ?? 0)));
    const keeps = falls ? namesFall : namesRise;
    const given = keeps
      ? named
      : points.map((_, at) => (falls || (!rises && namesFall) ? points.length - at : at + 1));
    const ordered = points
      .map(({ label }, at) => ({ value: given[at] as number, label }))
      .sort((a, b) => a.value - b.value);
    const scale: AnswerScale = {
      kind,
      points: ordered,
      ...(away[0] ? { notApplicable: away[0].label } : {}),
    };
    const values = new Map<string, string | number>(
      points.map(({ name }, at) => [name, given[at] as number] as const),
    );
    const made = { scale: this.nameOf(list, scale), values, hasNA: away.length > 0 };
    if (!this.told.has(list)) this.tell(made.scale, points, values);
    this.told.add(list);
    if (away[0]) values.set(away[0].name, missing.notApplicable);
    return made;
  }

  private tell(scale: string, points: Choice[], values: Map<string, string | number>) {
    this.report.add("changed.scale", points[0]?.place ?? {}, { scale });
    for (const { name, place } of points)
      if (String(values.get(name)) !== name)
        this.report.add("changed.values", place, { from: name, to: String(values.get(name)) });
  }

  /** Lists with the same points are one scale; with or without a choice for what does not apply. */
  private nameOf(list: string, scale: AnswerScale): string {
    const same = (one: AnswerScale) =>
      one.kind === scale.kind && JSON.stringify(one.points) === JSON.stringify(scale.points);
    const like = Object.entries(this.all).find(([, one]) => same(one));
    if (like) {
      like[1].notApplicable ??= scale.notApplicable;
      if (like[1].notApplicable === undefined) delete like[1].notApplicable;
      return like[0];
    }
    const base =
      list
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "")
        .slice(0, 28) || "scale";
    let name = base;
    for (let at = 2; Object.hasOwn(this.all, name); at++) name = `${base}_${at}`;
    this.all[name] = scale;
    return name;
  }
}
