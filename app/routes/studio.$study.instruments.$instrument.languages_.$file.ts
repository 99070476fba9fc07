import type { LoaderFunctionArgs } from "@remix-run/node";
import { instrumentRoom } from "../http/instrument-room.server.ts";
import { translationFile } from "../http/translations-files.server.ts";

/** What a translator works in: `ug.xlsx`, `ug.xlf`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return translationFile(await instrumentRoom(request, params), params.file ?? "");
}
