import { z } from "zod";
import { baseItem } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A statement agreed to by ticking it. Not ticking is an answer too: `null`, consent not given. */
export const consentItem = z.strictObject({
  kind: z.literal("consent").describe("A statement agreed to by ticking it."),
  ...baseItem,
});
export type ConsentItem = z.infer<typeof consentItem>;

export const consent: Kind<ConsentItem, true> = {
  measure: "tick",
  read: (_item, given) => (given[0] === "yes" ? { answer: true } : { answer: null }),
  write: () => ["yes"],
  categories: () => [{ code: "yes", label: { "zh-CN": "同意", en: "Agreed" } }],
};
