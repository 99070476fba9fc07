import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { connection } from "#app/http/db.server.ts";
import { notFound } from "#app/http/errors.server.ts";
import { parseForm, readForm, refuse } from "#app/http/forms.server.ts";
import { outboxForm, outboxQuery, queryOf } from "#app/http/mail-forms.server.ts";
import { outboxPage } from "#app/http/mail-outbox.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { MailingsSection } from "#app/ui/studio/mail/mailings.tsx";
import { OutboxLead } from "#app/ui/studio/mail/outbox-lead.tsx";
import { OutboxLines } from "#app/ui/studio/mail/outbox-lines.tsx";
import { Undelivered } from "#app/ui/studio/mail/undelivered.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { changeMailing, listMailings } from "#db/queries/mailings.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const query = outboxQuery.parse(queryOf(request));
  const outbox = await outboxPage(study, query);
  return { account: { name: account.name }, study: studyHead(study), outbox, said: query.done, n: query.n };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  const parsed = parseForm(outboxForm, await readForm(request));
  if (!parsed.ok) return refuse(parsed.refused);
  const { intent, mailing, message } = parsed.data;
  const mailings = await listMailings(connection().db, study.id);
  const { kind } = mailings.find((one) => one.id === mailing) ?? {};
  if (!kind) throw notFound();
  const change = { studyId: study.id, mailingId: mailing, change: intent, now: new Date().toISOString() };
  const n = await connection().commit((trx) =>
    changeMailing(trx, message ? { ...change, messageId: message } : change),
  );
  // How many letters of a reminder are left would tell how many have answered.
  const count = kind === "reminder" ? "" : `&n=${n}`;
  throw redirect(`/studio/${study.slug}/fieldwork/outbox?done=changed${count}`, 303);
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.mail.outbox.title);

export default function OutboxPage() {
  const { account, study, outbox, said, n } = useLoaderData<typeof loader>();
  const words = useMessages().mail.outbox;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="outbox"
      title={words.title}
      lead={<OutboxLead outbox={outbox} said={said} n={n} />}
    >
      <MailingsSection study={study.slug} outbox={outbox} />
      {outbox.mailings.length > 0 ? <OutboxLines study={study.slug} outbox={outbox} /> : null}
      {outbox.mailings.length > 0 ? <Undelivered study={study.slug} outbox={outbox} /> : null}
    </FieldworkPage>
  );
}
