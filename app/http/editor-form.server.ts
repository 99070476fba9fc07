import { data, redirect } from "@remix-run/node";
import type { Returned } from "#app/ui/instrument/editor/editor-data.ts";
import { changeDraft } from "./editor.server.ts";
import { readAsk } from "./editor-ask.server.ts";
import { editorAddress } from "./editor-page.server.ts";
import { badRequest } from "./errors.server.ts";
import { readForm } from "./forms.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";
import { keepPicture } from "./pictures.server.ts";
import { refuseForm } from "./wave-forms.server.ts";

/**
 * What a form of the editor does: saved, and on to the place; or back to the page with what stood in the way.
 * @throws a redirect once saved; 400 for a form that asks for nothing
 */
export async function editDraft(room: InstrumentRoom, request: Request) {
  const { outcome, back } = await submit(room, request);
  if ("saved" in outcome) throw redirect(editorAddress(room, request.url, outcome), 303);
  return data(back, { status: statusOf(back) });
}

/** The same for a form that saves itself, without leaving the page. */
export async function saveItself(room: InstrumentRoom, request: Request): Promise<Response> {
  const { back } = await submit(room, request);
  return Response.json(back, { status: back.saved === undefined ? statusOf(back) : 200 });
}

async function submit(room: InstrumentRoom, request: Request) {
  const form = await readForm(request);
  const read = readAsk(form);
  if (!read) throw badRequest();
  if (read.ask.intent === "set") await keepPicture(room.study.id, form);
  const outcome = await changeDraft(room, { ...read, form });
  const place = "place" in read.ask ? read.ask.place : undefined;
  const back: Returned =
    "saved" in outcome
      ? { base: outcome.saved, saved: outcome.saved, place: outcome.place }
      : { base: read.base, ...(place ? { place } : {}), ...outcome };
  // Whatever was typed stays in the form until it is saved.
  const isTyped = read.ask.intent === "set" && ("conflict" in outcome || "cannot" in outcome);
  return { outcome, back: isTyped ? { ...back, refused: refuseForm(form, {}) } : back };
}

function statusOf({ conflict, refused, cannot }: Returned): number {
  if (conflict) return 409;
  // Nothing is wrong with a form that only asked for one more line.
  return !cannot && refused && Object.keys(refused.errors).length === 0 ? 200 : 400;
}
