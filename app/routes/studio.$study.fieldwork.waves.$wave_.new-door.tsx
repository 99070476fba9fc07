import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { newShortCode } from "#app/fieldwork/short-code.server.ts";
import { madeDoor } from "#app/fieldwork/wave-reason.ts";
import { fill } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { createDoors } from "#db/queries/study-doors.server.ts";
import { connection } from "../http/db.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { readNewDoorForm } from "../http/wave-forms.server.ts";
import { decidedBy, getWave } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { NewDoorForm } from "../ui/studio/waves/new-door-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const { number, name } = await getWave(study, params.wave);
  return {
    account: { name: account.name },
    study: studyHead(study),
    wave: { number, name },
    k: publicPolicy.k,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const wave = await getWave(member.study, params.wave);
  const read = readNewDoorForm(await readForm(request));
  if (!read.ok) return refuse(read.refused);
  const door = { ...read.data, slug: newShortCode() };
  const reason = madeDoor(door);
  await connection().commit((trx) =>
    createDoors(trx, decidedBy(member, reason), wave.id, [door], { skipKnown: false, reason: () => reason }),
  );
  throw redirect(`/studio/${member.study.slug}/fieldwork/doors/${door.slug}?made=1`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.waves.doorForm.title);

export default function NewDoorPage() {
  const { account, study, wave, k } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { doorForm } = useMessages().waves;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={doorForm.title}
      lead={<p>{fill(doorForm.lead, { wave: wave.name[language] })}</p>}
    >
      <NewDoorForm refused={refused} k={k} back={`/studio/${study.slug}/fieldwork/waves/${wave.number}`} />
    </FieldworkPage>
  );
}
