import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changedWave } from "#app/fieldwork/wave-reason.ts";
import { fill } from "#app/locales/language.ts";
import { changeWave, listVersions } from "#db/queries/waves.server.ts";
import { connection, db } from "../http/db.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { readWaveForm, refuseForm } from "../http/wave-forms.server.ts";
import { decidedBy, getWave, waveFormOf } from "../http/waves.server.ts";
import { useLanguage, useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { WaveForm } from "../ui/studio/waves/wave-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const wave = await getWave(study, params.wave);
  const { number, name } = wave;
  return {
    account: { name: account.name },
    study: studyHead(study),
    wave: { number, name },
    form: await waveFormOf(study, wave),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { study } = member;
  const wave = await getWave(study, params.wave);
  const form = await readForm(request);
  const read = readWaveForm(form, study.timeZone, wave);
  if (!read.ok) return refuse(read.refused);
  const version = (await listVersions(db(), study.id)).find(({ id }) => id === read.data.versionId)?.number;
  if (version === undefined) return refuse(refuseForm(form, { version: "unknown" }));
  const reason = changedWave(
    { ...wave, version: wave.versionNumber },
    { ...read.data, version },
    study.timeZone,
  );
  const done = await connection().commit((trx) =>
    changeWave(trx, decidedBy(member, reason), wave.id, read.data),
  );
  if (done !== "changed") return refuse(refuseForm(form, { version: done }));
  throw redirect(`/studio/${study.slug}/fieldwork/waves/${wave.number}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.waves.settings);

export default function WaveSettingsPage() {
  const { account, study, wave, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const language = useLanguage();
  const { waves } = useMessages();
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={fill(waves.waveForm.editTitle, { name: wave.name[language] })}
    >
      <WaveForm
        form={form}
        refused={refused}
        send={waves.save}
        back={`/studio/${study.slug}/fieldwork/waves/${wave.number}`}
      />
    </FieldworkPage>
  );
}
