import { z } from "zod";
import type { Column } from "#app/results/column.ts";
import type { Margin } from "#app/results/margins.ts";
import { type Parsed, parseForm } from "./forms.server.ts";

/** Messages are keys of `weights.problems` and `studio.problems`. */
const fields = z.object({
  unit: z.enum(["people", "percent"], "unknown"),
  source: z
    .string("required")
    .transform((text) => text.replace(/\s+/g, " ").trim())
    .refine((text) => text !== "", "required")
    .refine((text) => text.length <= 300, "tooLong"),
  asOf: z
    .string("required")
    .transform(dateOf)
    .refine((text) => text !== "", "required")
    .refine((text) => text === "" || isDate(text), "badDate"),
  pasted: z.string().max(20_000, "tooLong").default(""),
});

/** "2025年9月", "2025.9" and "2025/09" as "2025-09"; what is no date stays as it was typed. */
function dateOf(typed: string): string {
  const text = typed.normalize("NFKC").trim();
  const parts = /^(\d{4})(?:[年./-](\d{1,2})(?:[月./-](\d{1,2})日?|月)?|年)?$/.exec(text);
  return parts
    ? parts
        .slice(1)
        .filter(Boolean)
        .map((part) => part!.padStart(2, "0"))
        .join("-")
    : text;
}

const isDate = (text: string): boolean => {
  if (!/^(19|20)\d\d(-\d\d(-\d\d)?)?$/.test(text)) return false;
  const whole = `${text}-01-01`.slice(0, 10);
  const time = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(whole);
};

/** A figure as people write it: "1,200", "１２００", "45.5%", and "45,5" for a percentage. @returns NaN for anything else */
export function figureOf(typed: string, unit: Margin["unit"]): number {
  const text = typed
    .normalize("NFKC")
    .replace(/[\s%人]/g, "")
    .trim();
  const decimal = unit === "percent" ? text.replace(/^(\d{1,3}),(\d{1,2})$/, "$1.$2") : text;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(decimal) ? decimal.replaceAll(",", "") : decimal;
  const figure = /^\d{1,10}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
  return unit === "percent" && figure > 100 ? Number.NaN : figure;
}

type Categories = Pick<Column, "categories">["categories"];

/**
 * Reads a pasted table of two columns: names of categories in either language, or their codes, and numbers. A line of
 * heads and one of totals are passed over.
 * @returns what was typed, by place of the category, and the lines that fit none
 */
export function readPasted(
  text: string,
  categories: Categories,
): { found: Map<number, string>; lost: string[] } {
  const plain = (name: string) =>
    name
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s"'“”]/g, "");
  const places = new Map<string, number>();
  for (const [at, { code, label }] of categories.entries())
    for (const name of [label["zh-CN"], label.en, code])
      if (!places.has(plain(name))) places.set(plain(name), at);
  const found = new Map<number, string>();
  const lost: string[] = [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  lines.filter(Boolean).forEach((line, row) => {
    const cells = line.includes("\t")
      ? line
          .split("\t")
          .map((cell) => cell.trim())
          .filter(Boolean)
      : (/^(.*?)[\s,，;；:：|]+([\d０-９][\d０-９.,，]*\s*[%％人]?)$/.exec(line)?.slice(1) ?? [line]);
    const [name = "", figure = ""] = cells;
    const at = places.get(plain(name));
    if (at !== undefined && figure) found.set(at, figure);
    else if (!/^(合计|总计|总数|total|sum|all)$/i.test(name) && (row > 0 || /\d/.test(figure)))
      lost.push(line);
  });
  return { found, lost };
}

/** Categories that count as another: the field of the third is `join2`, empty where it counts as itself. */
function readJoined(
  form: FormData,
  categories: Categories,
  errors: Record<string, string>,
): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [at, { code }] of categories.entries()) {
    const other = String(form.get(`join${at}`) ?? "");
    if (other === "" || other === code) continue;
    if (categories.some((one) => one.code === other)) joined[code] = other;
    else errors[`join${at}`] = "badJoin";
  }
  for (const [at, { code }] of categories.entries())
    if (joined[code] && joined[joined[code]]) errors[`join${at}`] = "badJoin";
  return joined;
}

/**
 * Reads what is known of the population along one variable. Pasted figures take their fields' places.
 * @param categories in their order; the field of the third is `figure2`
 */
export function readMarginForm(form: FormData, categories: Categories): Parsed<Margin> {
  const parsed = parseForm(fields, form);
  const errors: Record<string, string> = parsed.ok ? {} : { ...parsed.refused.errors };
  const unit = form.get("unit") === "percent" ? "percent" : "people";
  const { found, lost } = readPasted(String(form.get("pasted") ?? "").slice(0, 20_000), categories);
  if (lost.length > 0) errors.pasted ??= "unmatched";
  const typed = categories.map((_, at) => found.get(at) ?? String(form.get(`figure${at}`) ?? "").trim());
  const figures: Record<string, number> = Object.create(null);
  for (const [at, { code }] of categories.entries()) {
    if (typed[at] === "") continue;
    const figure = figureOf(typed[at]!, unit);
    if (Number.isNaN(figure)) errors[`figure${at}`] = unit === "percent" ? "badShare" : "badNumber";
    else figures[code] = figure;
  }
  const joined = readJoined(form, categories, errors);
  const given = Object.values(figures);
  const sum = given.reduce((total, one) => total + one, 0);
  const isWrong = Object.keys(errors).some((name) => name.startsWith("figure"));
  const covered = Object.keys(figures).filter((code) => figures[code]! > 0);
  const kinds = new Set(covered.map((code) => joined[code] ?? code));
  if (!isWrong && kinds.size < 2) errors.figures = "tooFew";
  else if (!isWrong && unit === "percent" && Math.abs(sum - 100) > 0.5 + 1e-9) errors.figures = "badSum";
  if (parsed.ok && Object.keys(errors).length === 0) {
    const { source, asOf } = parsed.data;
    const isJoined = Object.keys(joined).length > 0;
    const data: Margin = {
      unit,
      figures: { ...figures },
      ...(isJoined && { joined: { ...joined } }),
      source,
      asOf,
    };
    return { ok: true, data };
  }
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of form) values[name] ??= typeof value === "string" ? value : "";
  for (const [at, value] of typed.entries()) values[`figure${at}`] = value;
  values.sum = String(Math.round(sum * 10) / 10);
  values.lines = lost
    .slice(0, 3)
    .map((line) => `“${line.slice(0, 60)}”`)
    .join(" ");
  return { ok: false, refused: { values: { ...values }, errors } };
}
