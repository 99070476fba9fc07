import { z } from "zod";
import { baseItem, partOf, partsOf } from "./base.ts";
import type { Kind, Surroundings } from "./kind.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A month, or a day. Stored as 2024-05 or 2024-05-12; counted by year. */
export const dateItem = z.strictObject({
  kind: z.literal("date").describe("A month, or a day."),
  ...baseItem,
  precision: z.enum(["month", "day"]).default("month").describe("How exactly it is asked."),
  min: month.describe("The earliest month (YYYY-MM)."),
  max: z
    .union([month, z.literal("current")])
    .describe("The latest month, or `current` for the current year."),
});
export type DateItem = z.infer<typeof dateItem>;

/** The years that may be chosen, newest first. */
export function dateYears(item: DateItem, currentYear: number): number[] {
  const last = item.max === "current" ? currentYear : Number(item.max.slice(0, 4));
  const first = Number(item.min.slice(0, 4));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
}

export const date: Kind<DateItem, string> = {
  measure: "one",
  ordered: true,
  read(item, given, around) {
    const parts = partsOf(given);
    if (parts.size === 0) return { answer: null };
    const [year, inYear, inMonth] = ["y", "m", "d"].map((part) => Number(parts.get(part) ?? Number.NaN));
    const whole = item.precision === "day" ? [year, inYear, inMonth] : [year, inYear];
    if (!whole.every((part) => Number.isInteger(part))) return { problem: "incomplete" };
    const two = (part: number | undefined) => String(part).padStart(2, "0");
    const answer = [String(year).padStart(4, "0"), ...whole.slice(1).map(two)].join("-");
    if (!isDay(item.precision === "day" ? answer : `${answer}-01`)) return { problem: "not-a-date" };
    const asMonth = answer.slice(0, 7);
    return asMonth >= item.min && asMonth <= lastMonth(item, around)
      ? { answer }
      : { problem: "out-of-range" };
  },
  write(answer) {
    const [y = "", m = "", d] = answer.split("-");
    return [partOf("y", y), partOf("m", Number(m)), ...(d ? [partOf("d", Number(d))] : [])];
  },
  categories: (item, around) =>
    dateYears(item, around.year)
      .toReversed()
      .map((year) => ({ code: String(year), label: { "zh-CN": `${year}年`, en: String(year) } })),
  category: (_item, answer) => answer.slice(0, 4),
};

const lastMonth = (item: DateItem, { year }: Pick<Surroundings, "year">) =>
  item.max === "current" ? `${year}-12` : item.max;

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
