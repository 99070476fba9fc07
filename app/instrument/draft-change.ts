import { z } from "zod";

/**
 * Where in a definition a change was made: `instrument`, `consent`, `page:<code>`, `item:<CODE>`, `block:<CODE>`,
 * `scale:<name>`, `theme:<CODE>`, `scoring:<CODE>`.
 */
export const draftPlace = z
  .string()
  .regex(/^(instrument|consent|(page|item|block|scale|theme|scoring):[\w-]{1,64})$/);
export type DraftPlace = z.infer<typeof draftPlace>;

/** What made a state of a draft of the one before it: a line of its history. */
export const draftChange = z.strictObject({
  did: z.enum([
    "start",
    "import",
    "set",
    "add",
    "duplicate",
    "move",
    "delete",
    "insert",
    "translate",
    "undo",
    "restore",
    "publish",
  ]),
  place: draftPlace.optional(),
  /** A few words of the place as it was called then, or the name of a file, template or bank block. */
  about: z.string().max(200).optional(),
  /** undo, restore: the number of the state that is back · publish: the number of the version. */
  number: z.int().optional(),
});
export type DraftChange = z.infer<typeof draftChange>;
