import { z } from "zod";
import { type ThresholdName, thresholdBounds, thresholdNames, usualThresholds } from "./quality-flags.ts";

/** One schema for every threshold. @param number how its number is read */
const each = <Schema extends z.ZodType>(number: (bounds: { min: number; max: number }) => Schema) =>
  Object.fromEntries(thresholdNames.map((name) => [name, number(thresholdBounds[name])])) as Record<
    ThresholdName,
    Schema
  >;

/** What a study stores: only what differs from the usual. What no longer fits its bounds falls back to the usual. */
export const storedThresholds = z.object(
  each(({ min, max }) => z.number().min(min).max(max).optional().catch(undefined)),
);

/** The same thresholds as a form sends them; problems are keys of the quality page. */
export const thresholdFields = each(({ min, max }) =>
  z
    .string("required")
    .trim()
    .min(1, "required")
    .transform((typed) => Number(typed.replace(",", ".")))
    .refine((value) => value >= min && value <= max, "range"),
);

/** All thresholds of a study, from what it stores (JSON). */
export function readThresholds(json: string) {
  const stored = storedThresholds.parse(JSON.parse(json));
  const own = Object.entries(stored).filter(([, value]) => value !== undefined);
  return { ...usualThresholds, ...Object.fromEntries(own) };
}
