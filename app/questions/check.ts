import { z } from "zod";
import { baseItem, option, optionCode } from "./base.ts";
import type { Kind } from "./kind.ts";
import { single } from "./single.ts";

/** An instructed choice ("please choose the second"): says something about attention, nothing about attitudes. */
export const checkItem = z.strictObject({
  kind: z.literal("check").describe("An instructed choice, for attention. Never shown in results."),
  ...baseItem,
  options: z.array(option).min(2).describe("In the order in which they are offered."),
  expect: optionCode.describe("The option an attentive reader chooses."),
});
export type CheckItem = z.infer<typeof checkItem>;

export const check: Kind<CheckItem, string> = {
  ...(single as unknown as Kind<CheckItem, string>),
  measure: "check",
};
