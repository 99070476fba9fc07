import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { fill, formatDay } from "#app/locales/language.ts";
import { instrumentRoom } from "../http/instrument-room.server.ts";
import { versionRoom } from "../http/publishing.server.ts";
import { InstrumentPage } from "../ui/instrument/instrument-page.tsx";
import { DecidedList } from "../ui/instrument/versions/decided-list.tsx";
import { VersionSheet } from "../ui/instrument/versions/version-sheet.tsx";
import "../ui/instrument/versions/versions.css";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  return { head: room.head, version: await versionRoom(room, params.number) };
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.versions);

export default function VersionPage() {
  const { head, version } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { versions } = useMessages();
  return (
    <InstrumentPage
      head={head}
      tab="versions"
      lead={<p>{fill(versions.lookLead, { day: formatDay(version.day, language) })}</p>}
    >
      <p>
        <Link
          className="studio-back"
          to={`/studio/${head.study.slug}/instruments/${head.instrument.code}/versions`}
        >
          {versions.back}
        </Link>
      </p>
      <h2>{fill(versions.versionNumber, { n: version.number })}</h2>
      <DecidedList differences={version.differences} />
      <VersionSheet definition={version.definition} />
    </InstrumentPage>
  );
}
