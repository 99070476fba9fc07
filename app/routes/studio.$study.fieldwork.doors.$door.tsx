import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closedDoor } from "#app/fieldwork/wave-reason.ts";
import { setDoor } from "#db/queries/study-doors.server.ts";
import { languageOf } from "../http/cookies.server.ts";
import { connection } from "../http/db.server.ts";
import { doorRoom } from "../http/door-room.server.ts";
import { badRequest } from "../http/errors.server.ts";
import { readForm } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { decidedBy, getStudyDoor } from "../http/waves.server.ts";
import { useLanguage } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { DoorBody } from "../ui/studio/waves/door-body.tsx";
import { DoorLead } from "../ui/studio/waves/door-lead.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const room = await doorRoom(study, await getStudyDoor(study, params.door), languageOf(request));
  const made = new URL(request.url).searchParams.has("made");
  return { account: { name: account.name }, study: studyHead(study), room, made };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { door } = await getStudyDoor(member.study, params.door);
  const intent = (await readForm(request)).get("intent");
  if (intent !== "close" && intent !== "reopen") throw badRequest();
  const closed = intent === "close";
  if (closed !== door.closed) {
    const by = decidedBy(member, closedDoor(door, closed));
    await connection().commit((trx) => setDoor(trx, by, door.id, { closed }));
  }
  throw redirect(`/studio/${member.study.slug}/fieldwork/doors/${door.slug}`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.waves.door);

export default function DoorPage() {
  const { account, study, room, made } = useLoaderData<typeof loader>();
  const language = useLanguage();
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={room.door.name[language]}
      lead={<DoorLead door={room.door} wave={room.wave} made={made} k={room.k} />}
    >
      <DoorBody study={study.slug} room={room} />
    </FieldworkPage>
  );
}
