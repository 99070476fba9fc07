import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { madeWave } from "#app/fieldwork/wave-reason.ts";
import { createWave, listVersions } from "#db/queries/waves.server.ts";
import { connection, db } from "../http/db.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { readWaveForm, refuseForm } from "../http/wave-forms.server.ts";
import { decidedBy, waveFormOf } from "../http/waves.server.ts";
import { useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";
import { WaveForm } from "../ui/studio/waves/wave-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  return { account: { name: account.name }, study: studyHead(study), form: await waveFormOf(study) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { study } = member;
  const form = await readForm(request);
  const read = readWaveForm(form, study.timeZone);
  if (!read.ok) return refuse(read.refused);
  const version = (await listVersions(db(), study.id)).find(({ id }) => id === read.data.versionId)?.number;
  if (version === undefined) return refuse(refuseForm(form, { version: "unknown" }));
  const by = decidedBy(member, madeWave({ ...read.data, version }, study.timeZone));
  const number = await connection().commit((trx) => createWave(trx, by, read.data));
  throw redirect(`/studio/${study.slug}/fieldwork/waves/${number}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.waves.waveForm.newTitle);

export default function NewWavePage() {
  const { account, study, form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { waveForm } = useMessages().waves;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={waveForm.newTitle}
      lead={<p>{waveForm.newLead}</p>}
    >
      {form.versions.length === 0 ? (
        <>
          <p>{waveForm.noVersion}</p>
          <p>
            <Link className="button" to={`/studio/${study.slug}/instruments`}>
              {waveForm.toInstruments}
            </Link>
          </p>
        </>
      ) : (
        <WaveForm
          form={form}
          refused={refused}
          send={waveForm.create}
          back={`/studio/${study.slug}/fieldwork/waves`}
        />
      )}
    </FieldworkPage>
  );
}
