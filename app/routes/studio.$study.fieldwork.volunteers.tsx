import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { connection, db } from "#app/http/db.server.ts";
import { badRequest } from "#app/http/errors.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { volunteersRoom } from "#app/http/volunteers-room.server.ts";
import { useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { Volunteers, VolunteersLead } from "#app/ui/studio/volunteers.tsx";
import { deleteVolunteer, deleteVolunteers } from "#db/queries/volunteers.server.ts";

/** Who offered to be interviewed: contacts without answers, for researchers only. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const removed = new URL(request.url).searchParams.has("removed");
  const room = await volunteersRoom(db(), study, removed);
  return { account: { name: account.name }, study: studyHead(study), room };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const form = await readForm(request);
  const intent = form.get("intent");
  if (intent === "delete") {
    const id = String(form.get("id") ?? "");
    await connection().commit((trx) => deleteVolunteer(trx, study.id, id));
  } else if (intent === "deleteAll") {
    if (form.get("confirm") !== "yes") return data({ unconfirmed: true }, { status: 400 });
    const erasing = { studyId: study.id, accountId: account.id, now: new Date().toISOString() };
    await connection().commit((trx) => deleteVolunteers(trx, erasing));
  } else throw badRequest();
  throw redirect(`/studio/${study.slug}/fieldwork/volunteers?removed`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.survey.volunteers.title);

export default function VolunteersPage() {
  const { account, study, room } = useLoaderData<typeof loader>();
  const asked = useActionData<typeof action>();
  const { title } = useMessages().survey.volunteers;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="volunteers"
      title={title}
      lead={<VolunteersLead room={room} />}
    >
      <Volunteers room={room} asked={asked?.unconfirmed ?? false} />
    </FieldworkPage>
  );
}
