import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { offeredFiles, readOnlyFormats } from "#app/http/instrument-files.server.ts";
import { instrumentRoom } from "#app/http/instrument-room.server.ts";
import { FileList } from "#app/ui/instrument/files/file-list.tsx";
import "#app/ui/instrument/import/exchange.css";
import { InstrumentPage } from "#app/ui/instrument/instrument-page.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.files);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { head, draft } = await instrumentRoom(request, params);
  return { head, offered: await offeredFiles(draft.definition), readOnly: readOnlyFormats() };
}

export default function Files() {
  const { head, offered, readOnly } = useLoaderData<typeof loader>();
  const { lead } = useMessages().exchange.files;
  const all = `/studio/${head.study.slug}/instruments`;
  return (
    <InstrumentPage head={head} tab="files" lead={<p>{lead}</p>}>
      <FileList
        here={`${all}/${head.instrument.code}/files`}
        into={`${all}/import?into=${head.instrument.code}`}
        offered={offered}
        readOnly={readOnly}
      />
    </InstrumentPage>
  );
}
