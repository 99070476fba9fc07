import { z } from "zod";
import { baseItem } from "./base.ts";
import type { Kind } from "./kind.ts";

/**
 * What a short answer may be held to: a fixed list, because an author's own pattern could stop the server. None of them
 * asks who somebody is (mail address, telephone): a survey that promises not to know must not ask.
 */
export const formats = {
  plain: /^.*$/s,
  postcode: /^\d{6}$/,
  code: /^[A-Za-z0-9-]+$/,
  digits: /^\d+$/,
  time: /^([01]?\d|2[0-3]):[0-5]\d$/,
  web: /^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/i,
} as const;
export type ShortFormat = keyof typeof formats;

/** A few words on one line. */
export const shortItem = z.strictObject({
  kind: z.literal("short").describe("A few words on one line."),
  ...baseItem,
  format: z
    .enum(Object.keys(formats) as [ShortFormat, ...ShortFormat[]])
    .default("plain")
    .describe("What form the answer must have."),
  maxLength: z
    .int()
    .min(1)
    .max(200)
    .default(100)
    .describe("In characters as a reader counts them (code points)."),
});
export type ShortItem = z.infer<typeof shortItem>;

export const short: Kind<ShortItem, string> = {
  measure: "words",
  read(item, given) {
    const plain = (given[0] ?? "").replace(/\s+/g, " ").trim();
    const typed = item.format === "plain" ? plain : plain.normalize("NFKC");
    if (!typed) return { answer: null };
    if ([...typed].length > item.maxLength) return { problem: "too-long" };
    return formats[item.format].test(typed) ? { answer: typed } : { problem: "wrong-format" };
  },
  write: (answer) => [answer],
  categories: () => undefined,
};
