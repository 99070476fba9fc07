import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { isDoorUsed } from "#db/queries/study-doors.server.ts";
import { db } from "../http/db.server.ts";
import { changeDoor } from "../http/door-room.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { getStudyDoor } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { DoorSettings } from "../ui/studio/waves/door-settings.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const { door } = await getStudyDoor(study, params.door);
  const { slug, name, cohort, expected, most } = door;
  return {
    account: { name: account.name },
    study: studyHead(study),
    door: { slug, name, cohort, expected, most },
    used: await isDoorUsed(db(), door.id),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { door, wave } = await getStudyDoor(member.study, params.door);
  const done = await changeDoor(member, door, await readForm(request));
  if (typeof done === "object") return refuse(done);
  const room = `/studio/${member.study.slug}/fieldwork`;
  throw redirect(done === "removed" ? `${room}/waves/${wave.number}` : `${room}/doors/${door.slug}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.waves.settings);

export default function DoorSettingsPage() {
  const { account, study, door, used } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { waveForm } = useMessages().waves;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={fill(waveForm.editTitle, { name: door.name[language] })}
    >
      <DoorSettings
        door={door}
        used={used}
        refused={refused}
        back={`/studio/${study.slug}/fieldwork/doors/${door.slug}`}
      />
    </FieldworkPage>
  );
}
