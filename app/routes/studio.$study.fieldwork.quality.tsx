import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
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
  const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
  if (!(Number.isInteger(page) && page >= 1)) throw badRequest();
  return { account: { name: account.name }, study: studyHead(study), room: await qualityRoom(study, page) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const form = await readForm(request);
  const outcome = await changeQuality({ study, accountId: account.id, form });
  if (typeof outcome !== "string") return refuse(outcome);
  throw redirect(`/studio/${study.slug}/fieldwork/quality#${outcome}`, 303);
}

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.quality.title);

export default function QualityPage() {
  const { account, study, room } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { quality } = useMessages();
  const { judged, k, timeZone } = room;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="quality"
      title={quality.title}
      lead={<QualityLead counts={judged?.counts} />}
    >
      <Reading />
      {judged ? <SuspectList study={study.slug} list={judged.list} refused={refused} /> : null}
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
