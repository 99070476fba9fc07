import { z } from "zod";

const imported = z.object({
  /** The file's own name. */
  file: z.string(),
  format: z.enum(["wjx", "table"]),
  /** ISO-8601 UTC. */
  when: z.string(),
  by: z.string(),
  rows: z.int().min(0),
  /** Hash of the file: the same one twice is noticed. */
  sha256: z.string(),
  /** Whether all rows are there: a server may have stopped half-way. */
  complete: z.boolean(),
});
/** What the answers of a wave were imported from. */
export type Imported = z.infer<typeof imported>;

/** What a wave's column says of its import; undefined where its answers were given here. */
export const readImported = (stored: string | null): Imported | undefined =>
  stored === null ? undefined : imported.parse(JSON.parse(stored));
