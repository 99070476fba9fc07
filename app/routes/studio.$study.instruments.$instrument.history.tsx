import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { historyPage, restore } from "#app/http/draft-history.server.ts";
import { editorAddress } from "#app/http/editor-page.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import "#app/ui/instrument/editor/editor.css";
import { HistoryBody } from "#app/ui/instrument/editor/history-body.tsx";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return historyPage(await instrumentRoom(request, params), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const saved = await restore(room, await readForm(request));
  if (saved === undefined) return data({ isConflict: true }, { status: 409 });
  throw redirect(editorAddress(room, request.url, { place: "instrument", saved }), 303);
}

/** Where somebody else was quicker, the page shows what they did. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.history);

export default function History() {
  const page = useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>();
  const { history } = useMessages().editor;
  return (
    <InstrumentPage head={page.head} tab="history" lead={<p>{history.lead}</p>}>
      <HistoryBody page={page} isConflict={returned?.isConflict ?? false} />
    </InstrumentPage>
  );
}
