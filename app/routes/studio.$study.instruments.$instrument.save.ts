import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { saveItself } from "#app/http/editor-form.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";

/** There is nothing to see here: the editor's forms save themselves to this address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { study, instrument } = await instrumentRoom(request, params);
  throw redirect(`/studio/${study.slug}/instruments/${instrument.code}`);
}

export async function action({ request, params }: ActionFunctionArgs) {
  return saveItself(await instrumentRoom(request, params), request);
}
