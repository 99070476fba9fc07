import { z } from "zod";

/** As results/view.ts has it: numbers, or the reason why there are none; never both. */
export const hiddenBecause = z.enum(["few", "complement", "difference", "alike", "thin"]);

export const hiddenPart = z.object({ shown: z.literal(false), why: hiddenBecause });

export const shown = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion("shown", [z.object({ shown: z.literal(true), ...shape }), hiddenPart]);

/** A share 0..1, or a bound where a group is nearly unanimous. */
export const share = z.union([
  z.number().min(0).max(1),
  z.object({ bound: z.enum(["at-least", "at-most"]), value: z.number().min(0).max(1) }),
]);
export type StoredShare = z.infer<typeof share>;

/** A number to sort or draw by; for a bound the bound itself. */
export const shareValue = (value: StoredShare): number => (typeof value === "number" ? value : value.value);

/** As a reader sees it: 62%, ≥ 95%. */
export function shareText(value: StoredShare): string {
  if (typeof value === "number") return `${Math.round(value * 100)}%`;
  return `${value.bound === "at-least" ? "≥" : "≤"} ${Math.round(value.value * 100)}%`;
}

export type WhyHidden = z.infer<typeof hiddenBecause>;
