import { z } from "zod";
import { baseItem } from "./base.ts";
import { type Kind, missing } from "./kind.ts";

/** One statement answered on a shared scale (agreement or bipolar), with an optional N/A beside it. */
export const scaleItem = z.strictObject({
  kind: z.literal("scale").describe("A statement answered on a shared scale."),
  ...baseItem,
  scale: z.string().describe("A name of `scales`."),
  allowNA: z.boolean().default(false).describe("Whether the scale's answer beside the points is offered."),
  reverse: z
    .boolean()
    .default(false)
    .describe("Worded against its scale: scored 6 − x on five points, stored as answered."),
  direction: z
    .enum(["favourable", "none"])
    .default("favourable")
    .describe(
      "`none` where agreeing is neither good nor bad (a worry, a piece of knowledge): shown as agreement, never as favourable.",
    ),
  expect: z
    .int()
    .optional()
    .describe("An attention check: the point an attentive reader chooses. Never shown in results."),
});
export type ScaleItem = z.infer<typeof scaleItem>;

export const scale: Kind<ScaleItem, number> = {
  measure: "scale",
  read(item, given, around) {
    if (!given[0]) return { answer: null };
    const value = Number(given[0]);
    if (value === missing.notApplicable && item.allowNA) return { answer: value };
    const known = around.scales[item.scale]?.points.some((point) => point.value === value);
    return known && given.length === 1 ? { answer: value } : { problem: "unknown-option" };
  },
  write: (answer) => [String(answer)],
  categories: (item, around) =>
    around.scales[item.scale]?.points.map((point) => ({ code: String(point.value), label: point.label })),
};
