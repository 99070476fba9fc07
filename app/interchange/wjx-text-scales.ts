import type { Instrument } from "#app/instrument/definition.ts";
import { fold } from "./wjx-text-lines.ts";

type AnswerScale = Instrument["scales"][string];

/** What a list of answers is as a scale of this house. */
export interface FoundScale {
  kind: AnswerScale["kind"];
  /** From the least agreement to the most, or from one end to the other. */
  labels: string[];
  /** The file has it from the most to the least. */
  turned: boolean;
  notApplicable?: string;
  /** For each answer as the file orders them: its point, or 98 for N/A. */
  values: number[];
  /** The file gives points that are not these. */
  otherScores: boolean;
}

const roots = /同意|赞同|认同|赞成|符合/;
const strong = /非常|完全|十分|极|很|强烈|坚决|根本|特别/;
const weak = /比较|较|有点|有些|不太|不大|稍|略|基本|部分/;
const middle = /一般|中立|不确定|不好说|说不清|说不准|无所谓|中等|普通|既|不置可否|不一定|难以|尚可/;
const best =
  /^(?:难度|难易|难易程度|时间|内容|数量|速度)?(?:刚好|正好|恰好|刚刚好|正合适|合适|合理|适中|适当|适度|恰当|适宜)$/;
const ends = /太|过|偏|较|很|非常|有点/;
const none = /^(?:不适用|不清楚|不了解|不知道|无法评价|无法判断|不涉及|未使用|没用过|没有接触|N\/?A)/i;

/**
 * The rule, in full. Agreement: five answers, two against, one between, two for, the outer stronger than the inner, all
 * on 同意, 赞同, 认同, 赞成 or 符合 (or only the ends in words, and 2, 3, 4 between), in either direction. Bipolar: an odd
 * number of three or more, the middle one being the best (合适, 适中, 刚好 …), the ends too much and too little. A last
 * or first answer such as 不适用 is the scale's N/A. Everything else, satisfaction, frequency, seven points, mere
 * numbers, is a single choice: its answers are carried, but not taken for agreement.
 */
export function scaleOf(given: { label: string; score?: number | undefined }[]): FoundScale | undefined {
  const apart = withoutScores(given);
  const labels = apart.map((one) => one.label);
  const away = none.test(labels.at(-1) ?? "") ? labels.length - 1 : none.test(labels[0] ?? "") ? 0 : -1;
  const points = labels.filter((_, at) => at !== away);
  const upward = agreement(points);
  const downward = !upward && agreement([...points].reverse());
  const kind = upward || downward ? "agreement" : bipolar(points) ? "bipolar" : undefined;
  if (!kind) return undefined;
  const place = (at: number) => (away >= 0 && at > away ? at : at + 1);
  const values = labels.map((_, at) =>
    at === away ? 98 : downward ? points.length + 1 - place(at) : place(at),
  );
  return {
    kind,
    labels: downward ? [...points].reverse() : points,
    turned: downward,
    ...(away >= 0 ? { notApplicable: labels[away] as string } : {}),
    values,
    otherScores: apart.some(({ score }, at) => score !== undefined && at !== away && score !== values[at]),
  };
}

/** `1非常不同意`, `非常不同意 1`, `5=非常同意`: points are told apart from labels where every label has one. */
function withoutScores(given: { label: string; score?: number | undefined }[]) {
  for (const shape of [
    /^(?<score>\d{1,2})\s*分?\s*[=:.、-]?\s*(?<label>\D.*)$/,
    /^(?<label>.*[^\d\s=:(-])\s*[=:-]?\s*\(?(?<score>\d{1,2})\s*分?\)?$/,
  ]) {
    const found = given.map(({ label }) => shape.exec(fold(label))?.groups);
    const worded = given.filter((_, at) => found[at]).length;
    // Those between may be bare numbers.
    if (worded < 2 || given.some(({ label }, at) => !found[at] && !/^\d{1,2}$/.test(label))) continue;
    return given.map(({ label, score }, at) => {
      const groups = found[at];
      return groups?.label
        ? { label: original(label, groups.label), score: score ?? Number(groups.score) }
        : { label, score: score ?? Number(label) };
    });
  }
  return given;
}

/** The same words with the signs the file has. */
const original = (label: string, folded: string): string => {
  const from = fold(label).indexOf(folded);
  return label.slice(from, from + folded.length).trim();
};

function agreement(labels: string[]): boolean {
  const [first = "", second = "", third = "", fourth = "", last = ""] = labels;
  if (labels.length !== 5 || !against(first) || !inFavour(last)) return false;
  if ([second, third, fourth].join() === "2,3,4") return true;
  return (
    against(second) &&
    inFavour(fourth) &&
    (middle.test(third) || !roots.test(third)) &&
    !/^\d+$/.test(third) &&
    strength(first) > strength(second) &&
    strength(last) > strength(fourth)
  );
}

const against = (label: string): boolean => (roots.test(label) && label.includes("不")) || /反对/.test(label);
const inFavour = (label: string): boolean => roots.test(label) && !label.includes("不");
const strength = (label: string): number => (weak.test(label) ? 1 : strong.test(label) ? 3 : 2);

function bipolar(labels: string[]): boolean {
  const { length } = labels;
  return (
    length % 2 === 1 &&
    length >= 3 &&
    length <= 11 &&
    best.test(labels[(length - 1) / 2] ?? "") &&
    [labels[0], labels.at(-1)].every(
      (label) => label && ends.test(label) && label !== labels[(length - 1) / 2],
    )
  );
}

/** The scales of one instrument: the same answers in the same order are one scale, whatever question has them. */
export class Scales {
  readonly all: Record<string, AnswerScale> = {};
  private readonly known = new Map<string, string[]>();

  /** @returns the scale's code: agree5, bipolar5, then agree5_2 … */
  codeOf(found: FoundScale): string {
    const same = JSON.stringify([found.kind, found.labels]);
    const alike = this.known.get(same) ?? [];
    const aside = found.notApplicable;
    for (const code of alike) {
      const scale = this.all[code] as AnswerScale;
      if (aside && !scale.notApplicable) scale.notApplicable = { "zh-CN": aside, en: "" };
      if (!aside || scale.notApplicable?.["zh-CN"] === aside) return code;
    }
    const base = `${found.kind === "agreement" ? "agree" : "bipolar"}${found.labels.length}`;
    let code = base;
    for (let at = 2; Object.hasOwn(this.all, code); at++) code = `${base}_${at}`;
    this.known.set(same, [...alike, code]);
    this.all[code] = {
      kind: found.kind,
      points: found.labels.map((label, at) => ({ value: at + 1, label: { "zh-CN": label, en: "" } })),
      ...(aside ? { notApplicable: { "zh-CN": aside, en: "" } } : {}),
    };
    return code;
  }
}
