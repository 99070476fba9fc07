import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { instrumentRoom } from "../http/instrument-room.server.ts";
import { giveNewCodes, publish, versionsRoom } from "../http/publishing.server.ts";
import { refuseForm } from "../http/wave-forms.server.ts";
import { InstrumentPage } from "../ui/instrument/instrument-page.tsx";
import { PublishForm } from "../ui/instrument/versions/publish-form.tsx";
import { VersionTable } from "../ui/instrument/versions/version-table.tsx";
import { VersionsLead } from "../ui/instrument/versions/versions-lead.tsx";
import "../ui/instrument/versions/versions.css";
import { useMessages } from "../ui/language.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const published = /^\d{1,6}$/.exec(new URL(request.url).searchParams.get("published") ?? "")?.[0];
  return { head: room.head, versions: await versionsRoom(room), published };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const room = await instrumentRoom(request, params);
  const form = await readForm(request);
  const key = form.get("newCode");
  if (typeof key === "string") {
    const given = await giveNewCodes(room, key, String(form.get("draft") ?? ""));
    const back = refuseForm(form, given ? {} : { form: "changed" });
    // Shown again with everything typed: an address could not carry it.
    return given ? { ...back, newCode: true } : refuse(back);
  }
  const outcome = await publish(room, form);
  if (typeof outcome !== "number") return refuse(outcome);
  const { study, instrument } = room;
  throw redirect(`/studio/${study.slug}/instruments/${instrument.code}/versions?published=${outcome}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.instruments.tabs.versions);

export default function VersionsPage() {
  const { head, versions: room, published } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { versions } = useMessages();
  const here = `/studio/${head.study.slug}/instruments/${head.instrument.code}`;
  const problem = refused?.errors.form as keyof typeof versions.problems | undefined;
  const canPublish = room.newest === undefined || room.differences.length > 0;
  return (
    <InstrumentPage head={head} tab="versions" lead={<VersionsLead room={room} />}>
      {published && !refused ? (
        <div className="studio-says" role="status">
          <p>{fill(versions.published, { n: published })}</p>
          <p>
            {fill(versions.publishedWaves, { n: published })}{" "}
            <Link to={`/studio/${head.study.slug}/fieldwork/waves`}>{versions.publishedNext}</Link>
          </p>
        </div>
      ) : null}
      {problem ? (
        <div className="studio-says wrong" role="alert">
          <p>{versions.problems[problem]}</p>
        </div>
      ) : refused && "newCode" in refused ? (
        <div className="studio-says" role="status">
          <p>{versions.newCodeDone}</p>
        </div>
      ) : null}
      {canPublish ? <PublishForm key={room.draft} room={room} refused={refused} here={here} /> : null}
      <VersionTable lines={room.published} step={room.step} here={here} />
    </InstrumentPage>
  );
}
