import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { setWave } from "#db/queries/waves.server.ts";
import { undoImportOf } from "../http/answers-import.server.ts";
import { languageOf } from "../http/cookies.server.ts";
import { connection } from "../http/db.server.ts";
import { badRequest } from "../http/errors.server.ts";
import { readForm } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { stepOf, waveRoom } from "../http/wave-room.server.ts";
import { decidedBy, getWave } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { WaveBody } from "../ui/studio/waves/wave-body.tsx";
import { WaveLead } from "../ui/studio/waves/wave-lead.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const room = await waveRoom(study, await getWave(study, params.wave), languageOf(request));
  const made = Number(new URL(request.url).searchParams.get("made")) || 0;
  return { account: { name: account.name }, study: studyHead(study), room, made };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { study } = member;
  const wave = await getWave(study, params.wave);
  const intent = (await readForm(request)).get("intent");
  if (intent === "undo-import" && wave.imported) {
    await undoImportOf(member, wave.id, wave.imported.file);
    throw redirect(`/studio/${study.slug}/fieldwork/waves`, 303);
  }
  const step = stepOf(intent, wave, study.timeZone);
  if (step === "unknown") throw badRequest();
  // What already holds is not decided again: two researchers may press the same button.
  if (step)
    await connection().commit((trx) => setWave(trx, decidedBy(member, step.reason), wave.id, step.change));
  throw redirect(`/studio/${study.slug}/fieldwork/waves/${wave.number}`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.waves.title);

export default function WavePage() {
  const { account, study, room, made } = useLoaderData<typeof loader>();
  const language = useLanguage();
  const { waves } = useMessages();
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={room.wave.name[language] || waves.title}
      lead={<WaveLead wave={room.wave} timeZone={room.timeZone} made={made} />}
    >
      <WaveBody study={study.slug} room={room} />
    </FieldworkPage>
  );
}
