import type { baseItem } from "#app/questions/base.ts";
import type { Item } from "#app/questions/index.ts";
import type { OptionLists } from "./xlsform-choices.ts";
import type { Columns } from "./xlsform-columns.ts";
import { boundsOf } from "./xlsform-constraint.ts";
import { type Own, ownColumn } from "./xlsform-own.ts";
import type { FormReport } from "./xlsform-report.ts";
import type { ScaleLists } from "./xlsform-scales.ts";
import type { QuestionNode } from "./xlsform-tree.ts";

/** What the questions of one form are read with. */
export interface Form {
  report: FormReport;
  columns: Columns;
  options: OptionLists;
  scales: ScaleLists;
  own: Own | undefined;
}

export type Special<I> = I extends Item ? Omit<I, keyof typeof baseItem> : never;

/** What is particular to a question of its kind. */
export interface Particular {
  item: Special<Item>;
  /** The possible answers by their names in the file; absent where any words may be answered. */
  values?: Map<string, string | number>;
  /** The columns whose meaning is in the item. */
  carried: string[];
  /** Answers are numbers, to be compared as such. */
  numeric?: boolean;
  /** The kind it became, where that is not the nature of the type. */
  became?: string;
}

type Reader = (node: QuestionNode, form: Form) => Particular | undefined;

/** Conditions on a year without a last one end here. */
const lastYear = 2100;

/** REGISTRY: types of XLSForm that have a kind here, one line each. What is not here is reported as lost. */
export const readers: Record<string, Reader> = {
  select_one: (node, form) => scaleItem(node, form) ?? singleItem(node, form),
  select_multiple: multipleItem,
  text: textItem,
  integer: (node, form) => yearItem(node, form) ?? numberItem(node, form, 0),
  decimal: (node, form) => numberItem(node, form, 4),
  date: (node, form) => yearOfDate(node, form) ?? dateItem(node, form),
  range: (node, form) => rangeItem(node, form) ?? sliderItem(node, form),
  rank: rankingItem,
  acknowledge: () => ({ item: { kind: "consent" }, carried: [] }),
};

const own = ({ row }: QuestionNode, { columns }: Form, name: string) => columns.value(row, ownColumn(name));
const cell = ({ row }: QuestionNode, { columns }: Form, field: string) => columns.value(row, field);

function scaleItem(node: QuestionNode, form: Form): Particular | undefined {
  const list = node.type.list ?? "";
  const kind = own(node, form, "kind");
  const ours = form.own?.scales.get(list) ?? form.own?.scales.get(list.replace(/_na$/, ""));
  const likert = /\blikert\b/.test(cell(node, form, "appearance"));
  if ((kind && kind !== "scale") || node.type.orOther) return undefined;
  const expected = own(node, form, "expect");
  const particulars = {
    kind: "scale",
    reverse: own(node, form, "reverse") === "yes",
    direction: own(node, form, "direction") === "none" ? "none" : "favourable",
    ...(/^-?\d{1,9}$/.test(expected) ? { expect: Number(expected) } : {}),
  } as const;
  if (ours) {
    const points = ours.scale.points.map(({ value }) => [String(value), value] as const);
    const allowNA = own(node, form, "no_answer") === "yes";
    return {
      item: { ...particulars, scale: ours.code, allowNA },
      values: new Map<string, string | number>([...points, ...(allowNA ? [["98", 98] as const] : [])]),
      carried: ["appearance"],
    };
  }
  const found = form.scales.of(list, likert);
  if (!found) return undefined;
  return {
    item: { ...particulars, scale: found.scale, allowNA: found.hasNA },
    values: found.values,
    carried: likert ? ["appearance"] : [],
  };
}

function singleItem({ type }: QuestionNode, { options }: Form): Particular | undefined {
  const list = options.of(type.list ?? "", type.orOther);
  return list && { item: { kind: "single", options: list.options }, values: list.values, carried: [] };
}

function multipleItem(node: QuestionNode, form: Form): Particular | undefined {
  const list = form.options.of(node.type.list ?? "", node.type.orOther);
  if (!list) return undefined;
  const { min, max, whole } = boundsOf(cell(node, form, "constraint"), "count-selected");
  const most = typeof max === "number" && max >= 1 ? { max } : {};
  const least = min !== undefined && min >= 1 ? { min } : {};
  const isAll = ("max" in most || max === undefined) && ("min" in least || min === undefined);
  return {
    item: { kind: "multiple", options: list.options, ...least, ...most },
    values: list.values,
    carried: whole && isAll ? ["constraint", "constraint_message"] : [],
  };
}

function textItem(node: QuestionNode, form: Form): Particular {
  const appearance = cell(node, form, "appearance") === "multiline" ? ["appearance"] : [];
  if (own(node, form, "kind") === "catalogue") return { item: { kind: "catalogue" }, carried: appearance };
  const { min, max, whole } = boundsOf(cell(node, form, "constraint"), "string-length");
  const fits = typeof max === "number" && max >= 1 && max <= 5000;
  const carried = fits && whole && min === undefined ? ["constraint", "constraint_message"] : [];
  return { item: { kind: "text", maxLength: fits ? max : 1000 }, carried: [...appearance, ...carried] };
}

const isYear = (value: number) => value >= 1900 && value <= 2200;

/** A whole number is a year if its constraint says so. */
function yearItem(node: QuestionNode, form: Form): Particular | undefined {
  const { min, max, whole } = boundsOf(cell(node, form, "constraint"), "self");
  if (!whole || min === undefined || max === undefined || !isYear(min)) return undefined;
  if (max !== "current" && !isYear(max)) return undefined;
  return {
    ...years(min, max),
    numeric: true,
    carried: ["constraint", "constraint_message"],
    ...(own(node, form, "kind") === "year" ? {} : { became: "year" }),
  };
}

/** Any other number; bounds that are not plain numbers are told with what is left over. */
function numberItem(node: QuestionNode, form: Form, decimals: number): Particular {
  const { min, max, whole } = boundsOf(cell(node, form, "constraint"), "self");
  const least = min === undefined ? {} : { min };
  const most = typeof max === "number" ? { max } : {};
  const isAll = whole && max !== "current";
  return {
    item: { kind: "number", ...least, ...most, decimals, bands: [] },
    carried: isAll ? ["constraint", "constraint_message"] : [],
    numeric: true,
  };
}

/** A day, or a month where the form shows no days. The standard knows no bounds: they are a guess, and told. */
function dateItem(node: QuestionNode, form: Form): Particular {
  const isMonth = cell(node, form, "appearance") === "month-year";
  const [min, max] = ["1950-01", "2050-12"];
  form.report.add(
    "changed.bounds",
    { sheet: "survey", line: node.row.line },
    { from: min, to: max },
    node.name,
  );
  return {
    item: { kind: "date", precision: isMonth ? "month" : "day", min, max },
    carried: isMonth ? ["appearance"] : [],
  };
}

function rankingItem({ type }: QuestionNode, { options }: Form): Particular | undefined {
  const list = options.of(type.list ?? "", type.orOther);
  return list && { item: { kind: "ranking", options: list.options }, values: list.values, carried: [] };
}

function years(min: number, max: number | "current"): Pick<Particular, "item" | "values"> {
  const last = max === "current" ? lastYear : max;
  const all = Array.from({ length: Math.max(0, last - min + 1) }, (_, at) => min + at);
  return { item: { kind: "year", min, max }, values: new Map(all.map((one) => [String(one), one])) };
}

/** A date of which only the year is asked. Conditions on it compare dates, which no condition here does. */
function yearOfDate(node: QuestionNode, form: Form): Particular | undefined {
  if (cell(node, form, "appearance") !== "year") return undefined;
  return { item: years(1950, "current").item, carried: ["appearance"], values: new Map(), became: "year" };
}

/** What a range's parameters say. */
function rangeOf(node: QuestionNode, form: Form) {
  const said = new Map(
    cell(node, form, "parameters")
      .split(/[\s,;]+/)
      .map((one) => one.split("=", 2) as [string, string]),
  );
  const [start, end, step] = [said.get("start") ?? "1", said.get("end") ?? "10", said.get("step") ?? "1"];
  return { start: Number(start), end: Number(end), step: Number(step) };
}

/** Any other range of whole numbers of at most 21 steps. */
function sliderItem(node: QuestionNode, form: Form): Particular | undefined {
  const { start, end, step } = rangeOf(node, form);
  const count = Math.floor((end - start) / step) + 1;
  const isWhole = [start, end, step].every(Number.isInteger);
  if (!isWhole || step < 1 || start < 0 || end > 100 || count < 3 || count > 21) return undefined;
  const steps = Array.from({ length: count }, (_, at) => ({ value: start + at * step }));
  return { item: { kind: "slider", steps }, carried: ["parameters"], numeric: true };
}

/** A range of whole numbers from 1 to at most 11 is a scale whose points are called by their numbers. */
function rangeItem(node: QuestionNode, form: Form): Particular | undefined {
  const { start, end: last, step } = rangeOf(node, form);
  if (start !== 1 || step !== 1 || !Number.isInteger(last) || last < 2 || last > 11) return undefined;
  const values = Array.from({ length: last }, (_, at) => at + 1);
  const scale = `range_1_${last}`;
  form.scales.all[scale] ??= {
    kind: "agreement",
    points: values.map((value) => ({ value, label: { "zh-CN": String(value), en: String(value) } })),
  };
  return {
    item: { kind: "scale", scale, allowNA: false, reverse: false, direction: "favourable" },
    values: new Map(values.map((one) => [String(one), one])),
    carried: ["parameters"],
    became: "scale",
  };
}
