import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { columnsOf } from "../http/columns.server.ts";
import { languageOf } from "../http/cookies.server.ts";
import { connection } from "../http/db.server.ts";
import { changeDisclosure } from "../http/disclosure-form.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { makeRelease } from "../http/make-release.server.ts";
import { releasesRoom } from "../http/releases-room.server.ts";
import { requireMember } from "../http/session.server.ts";
import { fill } from "../locales/language.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { DataDownloads } from "../ui/public/data-downloads.tsx";
import { NextRelease } from "../ui/public/next-release.tsx";
import { ReleaseList, ReleasesLead } from "../ui/public/release-list.tsx";
import { DisclosureSection } from "../ui/studio/disclosure-section.tsx";
import { StudioPage } from "../ui/studio/studio-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study);
  const room = await releasesRoom(study, languageOf(request));
  return { account: { name: account.name }, study: studyHead(study), room };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const form = await readForm(request);
  const room = `/studio/${study.slug}/releases`;
  if (form.get("intent") === "disclosure") {
    const refused = await changeDisclosure(study.id, account.id, form);
    if (refused) return refuse(refused);
    throw redirect(`${room}#disclosure`, 303);
  }
  if (form.get("confirm") !== "yes") return refuse({ values: {}, errors: { confirm: "required" } });
  // Whatever came of it, the room says how things stand now: released, or how many answers are missing.
  await makeRelease(connection(), study, account, columnsOf, { byCollege: form.get("byCollege") === "yes" });
  throw redirect(room, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.releasesRoom.title);

export default function ReleasesPage() {
  const { account, study, room } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { releasesRoom, respondents } = useMessages();
  const language = useLanguage();
  const researcher = study.role === "researcher";
  return (
    <StudioPage
      account={account}
      study={study}
      room="releases"
      title={releasesRoom.title}
      lead={<ReleasesLead releases={room.releases} />}
    >
      {room.of ? <p>{fill(respondents.releases, { title: room.of[language] })}</p> : null}
      <NextRelease room={room} researcher={researcher} unconfirmed={refused?.errors.confirm !== undefined} />
      {room.releases.length > 0 ? <ReleaseList releases={room.releases} study={study.slug} /> : null}
      {researcher ? (
        <DisclosureSection
          profile={room.profile}
          refused={refused && !refused.errors.confirm ? refused : undefined}
        />
      ) : null}
      {researcher && room.data ? <DataDownloads study={study.slug} choice={room.choice} /> : null}
    </StudioPage>
  );
}
