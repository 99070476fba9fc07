import type { LoaderFunctionArgs } from "@remix-run/node";
import { boardFile } from "../http/board-file.server.ts";
import { languageOf } from "../http/cookies.server.ts";
import { requireMember } from "../http/session.server.ts";

/** The fieldwork board as CSV: `?wave=<number>|all`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study } = await requireMember(request, params.study);
  return boardFile(study, new URL(request.url).searchParams, languageOf(request));
}
