import { z } from "zod";
import { baseItem, text } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A row of points between two opposite words (semantic differential, Osgood 1957). No point is called good or bad. */
export const differentialItem = z.strictObject({
  kind: z.literal("differential").describe("A row of points between two opposites."),
  ...baseItem,
  left: text.describe("What the first point stands for."),
  right: text.describe("What the last point stands for."),
  points: z.int().min(3).max(11).default(7).describe("How many points there are; stored as 1 to this."),
});
export type DifferentialItem = z.infer<typeof differentialItem>;

export const differential: Kind<DifferentialItem, number> = {
  measure: "one",
  ordered: true,
  read(item, given) {
    if (!given[0]) return { answer: null };
    const value = Number(given[0]);
    const known = Number.isInteger(value) && value >= 1 && value <= item.points;
    return known && given.length === 1 ? { answer: value } : { problem: "unknown-option" };
  },
  write: (answer) => [String(answer)],
  categories: (item) =>
    Array.from({ length: item.points }, (_, index) => ({
      code: String(index + 1),
      label: pointLabel(item, index + 1),
    })),
};

function pointLabel({ left, right, points }: DifferentialItem, value: number) {
  const pole = value === 1 ? left : value === points ? right : undefined;
  const label = (language: "zh-CN" | "en") => (pole ? `${value} ${pole[language]}` : String(value));
  return { "zh-CN": label("zh-CN"), en: label("en") };
}
