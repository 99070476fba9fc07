import { isDeepStrictEqual } from "node:util";
import { added } from "#app/instrument/adding.ts";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { deleted } from "#app/instrument/deleting.ts";
import type { DraftChange, DraftPlace } from "#app/instrument/draft-change.ts";
import { stepsFrom } from "#app/instrument/draft-steps.ts";
import { duplicated } from "#app/instrument/duplicating.ts";
import type { Refusal } from "#app/instrument/edit.ts";
import { codesOf } from "#app/instrument/free-code.ts";
import { moved } from "#app/instrument/moving.ts";
import { reinstated } from "#app/instrument/reinstating.ts";
import { contentAt, pageOf, placeFor, wholeAt, wordsAt } from "#app/instrument/standing.ts";
import type { Conflict } from "#app/ui/instrument/editor/editor-data.ts";
import { findEarlierState, listPublished } from "#db/queries/draft-history.server.ts";
import { findDraftState, listDraftChanges, saveDraft } from "#db/queries/instrument-drafts.server.ts";
import { connection, db } from "./db.server.ts";
import type { Ask } from "./editor-ask.server.ts";
import { conflictOver } from "./editor-conflict.server.ts";
import { badRequest, unavailable } from "./errors.server.ts";
import type { Refused } from "./forms.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";
import { readProperties } from "./properties.server.ts";

/** What became of a change: saved as a state, refused, or in the way of what somebody else changed meanwhile. */
export type Outcome =
  | { saved: number; place: DraftPlace }
  | { cannot: Refusal }
  | { refused: Refused }
  | { conflict: Conflict };

export type EditedRoom = Pick<InstrumentRoom, "account" | "instrument" | "draft" | "version">;
export interface Sent {
  ask: Ask;
  base: number;
  over?: number | undefined;
  form: FormData;
}
type State = EditedRoom["draft"];
type Made = { definition: Definition; place: DraftPlace; change: DraftChange };

/** How often a change is made anew because somebody else was quicker, before it is given up. */
const attempts = 5;
/** Steps back lead no further than this. */
export const stepsKnown = 500;

/**
 * Makes a change to the newest state of a draft and keeps it as a new one. Where others have changed the draft since the page
 * was made, the change is made all the same unless it touches what they touched.
 * @throws 400 for a state that never was; 503 where others are quicker again and again
 */
export async function changeDraft(room: EditedRoom, sent: Sent): Promise<Outcome> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const latest =
      attempt === 0 ? room.draft : ((await findDraftState(db(), room.instrument.id)) ?? room.draft);
    const made = await change(room, sent, latest);
    if (!("change" in made)) return made;
    if (isDeepStrictEqual(made.definition, latest.definition))
      return { saved: latest.number, place: made.place };
    const number = await save(room, latest.number, made);
    if (number !== undefined) return { saved: number, place: made.place };
  }
  throw unavailable();
}

/** Adds a state to a draft. @returns undefined where somebody else was quicker */
export function save(
  { instrument, account }: Pick<EditedRoom, "instrument" | "account">,
  base: number,
  { definition, change }: Pick<Made, "definition" | "change">,
): Promise<number | undefined> {
  return connection().commit((trx) =>
    saveDraft(trx, {
      instrumentId: instrument.id,
      ...{ base, change, accountId: account.id, now: new Date().toISOString() },
      // What does not read back would lock everybody out.
      definition: draftDefinition.parse(definition),
    }),
  );
}

async function change(
  room: EditedRoom,
  sent: Sent,
  latest: State,
): Promise<Made | Exclude<Outcome, { saved: number }>> {
  const { ask, over } = sent;
  const base = over ?? sent.base;
  if (base > latest.number) throw badRequest();
  const before = base === latest.number ? latest : await stateOf(room, base);
  const collides = (at: typeof contentAt, place: DraftPlace) =>
    !isDeepStrictEqual(at(before.definition, place), at(latest.definition, place));
  switch (ask.intent) {
    case "undo":
    case "redo":
      // What is to be undone is the last thing that was seen, not what came after it.
      if (base !== latest.number) return { conflict: await conflictOver(room, ask, before, latest) };
      return step(room, ask.intent, latest);
    case "set":
      return set(room, sent, before, latest);
    case "delete": {
      if (collides(wholeAt, ask.place)) return { conflict: await conflictOver(room, ask, before, latest) };
      const edited = deleted(latest.definition, ask.place);
      return "refused" in edited
        ? { cannot: edited.refused }
        : { ...edited, change: { did: "delete", place: ask.place, ...about(latest.definition, ask.place) } };
    }
    case "add":
    case "duplicate":
    case "move": {
      const edited = await structure(room, ask, latest.definition);
      if ("refused" in edited) return { cannot: edited.refused };
      return {
        ...edited,
        change: { did: ask.intent, place: edited.place, ...about(edited.definition, edited.place) },
      };
    }
  }
}

async function structure(
  { instrument }: EditedRoom,
  ask: Extract<Ask, { intent: "add" | "duplicate" | "move" }>,
  definition: Definition,
) {
  if (ask.intent === "move") return moved(definition, ask.place, ask.towards);
  const retired = new Set((await listPublished(db(), instrument.id)).flatMap((one) => [...codesOf(one)]));
  return ask.intent === "add"
    ? added(definition, ask.what, ask.after, retired)
    : duplicated(definition, ask.place, retired);
}

async function set(room: EditedRoom, { ask, form, base, over }: Sent, before: State, latest: State) {
  if (ask.intent !== "set") throw badRequest();
  const { place } = ask;
  const read = (definition: Definition) => readProperties(definition, place, form, room.version?.definition);
  const isGone = wholeAt(latest.definition, place) === undefined;
  if (isGone && over !== undefined) {
    const back = reinstated(latest.definition, (await stateOf(room, base)).definition, place);
    if (!back) return { cannot: "gone" as const };
    return madeOf(read(back));
  }
  if (wholeAt(before.definition, place) === undefined) return { cannot: "gone" as const };
  const mine = read(before.definition);
  if ("refused" in mine) return mine;
  if (before === latest) return madeOf(mine);
  const same = isDeepStrictEqual(contentAt(before.definition, place), contentAt(latest.definition, place));
  if (!same || isGone) {
    const conflict = await conflictOver(room, ask, before, latest, mine);
    return { conflict };
  }
  return madeOf(read(latest.definition));
}

function madeOf(read: ReturnType<typeof readProperties>): Made | { refused: Refused } {
  if ("refused" in read) return read;
  const { definition, place } = read;
  return { definition, place, change: { did: "set", place, ...about(definition, place) } };
}

/** One step back or forth in the history. */
async function step(
  room: EditedRoom,
  way: "undo" | "redo",
  latest: State,
): Promise<Made | { cannot: Refusal }> {
  const lines = await listDraftChanges(db(), room.instrument.id, { limit: stepsKnown });
  const { back, forth } = stepsFrom(lines);
  const to = way === "undo" ? back : forth;
  if (to === undefined) return { cannot: "nowhere" };
  const { definition } = await stateOf(room, to);
  const place = (way === "undo" ? lines[0] : lines.find(({ number }) => number === to))?.change.place;
  return {
    definition,
    place: nearest(definition, latest.definition, place),
    change: { did: "undo", number: to, ...(place ? { place, ...about(latest.definition, place) } : {}) },
  };
}

/** A place that is there: the place itself, else the page it was on, else the survey as a whole. */
function nearest(definition: Definition, was: Definition, place: DraftPlace | undefined): DraftPlace {
  const page = place && pageOf(was, place);
  const near = [place, page && placeFor("page", page.code)];
  return near.find((one) => one && wholeAt(definition, one) !== undefined) ?? "instrument";
}

/** A state by its number. @throws 400 where there is none */
export async function stateOf(
  { instrument }: Pick<EditedRoom, "instrument">,
  number: number,
): Promise<State> {
  const state = await findEarlierState(db(), instrument.id, number);
  if (!state) throw badRequest();
  return state;
}

/** What a place is called now, for the line of the history. */
function about(definition: Definition, place: DraftPlace): { about?: string } {
  const words = [...wordsAt(definition, place)].slice(0, 80).join("");
  return words ? { about: words } : {};
}
