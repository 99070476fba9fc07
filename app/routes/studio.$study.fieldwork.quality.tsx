import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { respondentSearch } from "#app/instrument/instrument-choice.ts";
import { shownInstrument } from "../http/asked-instrument.server.ts";
import { badRequest } from "../http/errors.server.ts";
import { readForm, refuse } from "../http/forms.server.ts";
import { qualityRoom } from "../http/quality.server.ts";
import { changeQuality } from "../http/quality-forms.server.ts";
import { requireMember } from "../http/session.server.ts";
import { useMessages } from "../ui/language.tsx";
import { FieldworkPage } from "../ui/studio/fieldwork-page.tsx";
import { Distributions } from "../ui/studio/quality/distributions.tsx";
import { Exclusions } from "../ui/studio/quality/exclusions.tsx";
import { QualityLead } from "../ui/studio/quality/lead.tsx";
import { Reading } from "../ui/studio/quality/reading.tsx";
import { SuspectList } from "../ui/studio/quality/suspect-list.tsx";
import { ThresholdForm } from "../ui/studio/quality/threshold-form.tsx";
import { Together } from "../ui/studio/quality/together.tsx";
import { studioTitle } from "../ui/studio/studio-title.ts";
import { studyHead } from "../ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const { searchParams } = new URL(request.url);
  const page = Number(searchParams.get("page") ?? 1);
  if (!(Number.isInteger(page) && page >= 1)) throw badRequest();
  const room = await qualityRoom(study, searchParams, page);
  return { account: { name: account.name }, study: studyHead(study), room };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const form = await readForm(request);
  const { instrument, choice } = await shownInstrument(study, new URL(request.url).searchParams);
  const outcome = await changeQuality({ study, accountId: account.id, form, instrument: instrument?.key });
  if (typeof outcome !== "string") return refuse(outcome);
  throw redirect(`/studio/${study.slug}/fieldwork/quality${respondentSearch(choice)}#${outcome}`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.quality.title);

export default function QualityPage() {
  const { account, study, room } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { quality, respondents } = useMessages();
  const { choice, judged, k, timeZone } = room;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="quality"
      title={quality.title}
      choice={choice}
      lead={<QualityLead counts={judged?.counts} />}
    >
      {choice ? <p>{respondents.quality}</p> : null}
      <Reading />
      {judged ? (
        <SuspectList study={study.slug} choice={choice} list={judged.list} refused={refused} />
      ) : null}
      <Exclusions exclusions={room.exclusions} timeZone={timeZone} />
      {judged ? (
        <>
          <ThresholdForm
            {...{ thresholds: judged.thresholds, counts: judged.counts.flags, refused, timeZone }}
            history={room.history}
          />
          <Together means={judged.counts.means} />
          <Distributions pace={judged.pace} runs={judged.runs} k={k} />
        </>
      ) : null}
    </FieldworkPage>
  );
}
