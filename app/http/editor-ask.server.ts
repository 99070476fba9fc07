import { z } from "zod";
import type { Addition } from "#app/instrument/adding.ts";
import { type DraftPlace, draftPlace } from "#app/instrument/draft-change.ts";
import type { Towards } from "#app/instrument/moving.ts";
import { writtenItem } from "#app/questions/index.ts";

/** What a form of the editor asks for. */
export type Ask =
  | { intent: "add"; what: Addition; after: DraftPlace }
  | { intent: "duplicate"; place: DraftPlace }
  | { intent: "delete"; place: DraftPlace }
  | { intent: "move"; place: DraftPlace; towards: Towards }
  | { intent: "set"; place: DraftPlace }
  | { intent: "undo" | "redo" };

const kinds = writtenItem.options.map((one) => one.shape.kind.value);
const additions: Addition[] = [...kinds, "block", "page", "theme", "scoring", "answer-scale"];
const number = z.coerce.number().int().min(0).max(10_000_000);

const form = z.object({
  /** The number of the state the page was made from. */
  base: number,
  /** The number of a later state that its sender has seen and wants to change nevertheless. */
  over: number.optional(),
});
const ask = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), what: z.enum(additions), place: draftPlace }),
  z.object({ intent: z.literal("duplicate"), place: draftPlace }),
  z.object({ intent: z.literal("delete"), place: draftPlace }),
  z.object({ intent: z.literal("move"), place: draftPlace, next: z.enum(["up", "down"]) }),
  z.object({
    intent: z.literal("place"),
    place: draftPlace,
    next: z.enum(["before", "after", "into"]),
    to: draftPlace,
  }),
  z.object({ intent: z.literal("set"), place: draftPlace }),
  z.object({ intent: z.literal("undo") }),
  z.object({ intent: z.literal("redo") }),
]);

/**
 * Reads what a form asks for; undefined where it asks for nothing of the kind. The buttons of an outline's row carry their
 * place in their value (`up=item:EXM05`), for many of them share one form.
 */
export function readAsk(given: FormData): { ask: Ask; base: number; over: number | undefined } | undefined {
  const fields: Record<string, unknown> = Object.fromEntries(given);
  for (const next of ["up", "down"])
    if (given.has(next)) Object.assign(fields, { intent: "move", next, place: fields[next] });
  if (given.has("add")) Object.assign(fields, { intent: "add", what: fields.add, place: "instrument" });
  // Where to: `after page:exam`, as one choice of a list.
  if (fields.intent === "place" && typeof fields.target === "string")
    [fields.next, fields.to] = fields.target.split(" ");
  const [states, asked] = [form.safeParse(fields), ask.safeParse(fields)];
  if (!states.success || !asked.success) return undefined;
  return { ask: askOf(asked.data), base: states.data.base, over: states.data.over };
}

function askOf(read: z.infer<typeof ask>): Ask {
  switch (read.intent) {
    case "add":
      return { intent: "add", what: read.what, after: read.place };
    case "move":
      return { intent: "move", place: read.place, towards: read.next };
    case "place":
      return { intent: "move", place: read.place, towards: { next: read.next, to: read.to } };
    default:
      return read;
  }
}
