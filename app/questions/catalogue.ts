import { z } from "zod";
import { baseItem } from "./base.ts";
import type { Kind } from "./kind.ts";

/** A certificate from the catalogue, found by typing; a name the catalogue does not know is kept as typed. */
export const catalogueItem = z.strictObject({
  kind: z.literal("catalogue").describe("A certificate from the catalogue, found by typing."),
  ...baseItem,
});
export type CatalogueItem = z.infer<typeof catalogueItem>;

const longest = 120;

export const catalogue: Kind<CatalogueItem, string | { pending: string }> = {
  measure: "one",
  read(_item, given, around) {
    const typed = given[0]?.trim().replace(/\s+/g, " ");
    if (!typed) return { answer: null };
    if (typed.length > longest) return { problem: "too-long" };
    return { answer: around.findCertificate(typed) ?? { pending: typed } };
  },
  write: (answer) => [typeof answer === "string" ? answer : answer.pending],
  categories: () => undefined,
};
