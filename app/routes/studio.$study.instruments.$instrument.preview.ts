import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "#app/http/cookies.server.ts";
import { stateOf } from "#app/http/editor.server.ts";
import { previewResponse } from "#app/http/editor-preview.server.ts";
import { badRequest } from "#app/http/errors.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";

/** One page of the draft, or of an earlier state of it, as a phone shows it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const { searchParams } = new URL(request.url);
  const state = searchParams.get("state");
  if (state !== null && !/^\d{1,7}$/.test(state)) throw badRequest();
  const { definition } = state === null ? room.draft : await stateOf(room, Number(state));
  return previewResponse({
    definition,
    page: searchParams.get("page"),
    language: searchParams.get("language"),
    reader: languageOf(request),
  });
}
