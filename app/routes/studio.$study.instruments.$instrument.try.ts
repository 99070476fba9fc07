import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { beginTryOut, continueTryOut } from "#app/http/try-out.server.ts";

/** The draft as a student meets it, page by page, with nothing stored. */
export const loader = async ({ request, params }: LoaderFunctionArgs) =>
  beginTryOut(request, await instrumentRoom(request, params));

export const action = async ({ request, params }: ActionFunctionArgs) =>
  continueTryOut(request, await instrumentRoom(request, params));
