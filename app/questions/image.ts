import { z } from "zod";
import { baseItem, text } from "./base.ts";
import type { Kind } from "./kind.ts";
import { section } from "./section.ts";

/** A picture from the study's own store, made anew by the server from what was uploaded. Asks nothing. */
export const imageItem = z.strictObject({
  kind: z.literal("image").describe("A picture. Asks nothing; its text is the caption, which may be empty."),
  ...baseItem,
  file: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("The picture's name: the SHA-256 of its bytes. It is served from this house."),
  width: z.int().min(1).max(4000).describe("In pixels."),
  height: z.int().min(1).max(4000).describe("In pixels."),
  alt: text.describe("What it shows, for those who do not see it."),
});
export type ImageItem = z.infer<typeof imageItem>;

export const image: Kind<ImageItem, never> = section as unknown as Kind<ImageItem, never>;
