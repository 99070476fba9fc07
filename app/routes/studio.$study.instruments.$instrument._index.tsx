import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { editDraft } from "#app/http/editor-form.server.ts";
import { editorPage } from "#app/http/editor-page.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import "#app/ui/instrument/editor/editor.css";
import { EditorBody } from "#app/ui/instrument/editor/editor-body.tsx";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return editorPage(await instrumentRoom(request, params), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  return editDraft(await instrumentRoom(request, params), request);
}

/** Where somebody else was quicker, the page shows what they made of it. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return actionStatus === 409 || defaultShouldRevalidate;
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.edit);

export default function Editor() {
  const page = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  return (
    <InstrumentPage head={page.head} tab="edit">
      <EditorBody page={page} returned={returned} />
    </InstrumentPage>
  );
}
