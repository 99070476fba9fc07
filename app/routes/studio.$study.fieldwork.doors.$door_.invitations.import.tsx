import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { rosterLimits, UnreadableRoster } from "#app/fieldwork/roster.ts";
import { readForm } from "#app/http/forms.server.ts";
import { getList } from "#app/http/mail-list.server.ts";
import { addRoster, previewRoster, readRosterApart } from "#app/http/roster-import.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { RosterImport } from "#app/ui/studio/mail/roster-import.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const { slug, name } = await getList(study, params.door);
  const { rows, columns } = rosterLimits;
  return { account: { name: account.name }, study: studyHead(study), slug, name, limits: { rows, columns } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  const door = await getList(study, params.door);
  const list = { studyId: study.id, collectorId: door.collectorId };
  const form = await readForm(request);
  const file = form.get("file");
  const sent = file instanceof File && file.size > 0 ? file : new Blob([String(form.get("csv") ?? "")]);
  try {
    const roster = await readRosterApart(new Uint8Array(await sent.arrayBuffer()));
    if (form.get("go") !== "import") {
      const preview = await previewRoster(list, roster);
      return data({ preview, fault: undefined }, { status: preview.counts.add > 0 ? 200 : 400 });
    }
    const { added, left } = await addRoster(list, roster);
    // What the preview had set aside was not sent again; it is only told, as whoever sends it likes.
    const without = left + (Number(form.get("passedOver")) || 0);
    return redirect(
      `/studio/${study.slug}/fieldwork/doors/${door.slug}/invitations?added=${added}&left=${without}`,
      303,
    );
  } catch (error) {
    if (!(error instanceof UnreadableRoster)) throw error;
    return data({ preview: undefined, fault: error.fault }, { status: 400 });
  }
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.mail.import.title);

export default function ImportPage() {
  const { account, study, slug, name, limits } = useLoaderData<typeof loader>();
  const read = useActionData<typeof action>();
  const language = useLanguage();
  const words = useMessages().mail.import;
  const back = `/studio/${study.slug}/fieldwork/doors/${slug}/invitations`;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={words.title}
      lead={<p>{fill(words.lead, { name: name[language] })}</p>}
    >
      <RosterImport back={back} limits={limits} preview={read?.preview} fault={read?.fault} />
    </FieldworkPage>
  );
}
