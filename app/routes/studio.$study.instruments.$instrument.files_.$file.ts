import type { LoaderFunctionArgs } from "@remix-run/node";
import { instrumentFile } from "../http/instrument-files.server.ts";
import { instrumentRoom } from "../http/instrument-room.server.ts";

/** The draft as a file: `product.json`, `xlsform.xlsx`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { draft } = await instrumentRoom(request, params);
  return instrumentFile(draft.definition, (params.file ?? "").replace(/\.\w+$/, ""));
}
