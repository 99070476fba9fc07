import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forbidden, notFound } from "#app/http/errors.server.ts";
import { makeTestLink, outboxLetter } from "#app/http/mail-outbox.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { OneLetter } from "#app/ui/studio/mail/one-letter.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const letter = await outboxLetter(study, params.message ?? "");
  if (!letter) throw notFound();
  return { account: { name: account.name }, study: studyHead(study), letter };
}

/** A link to try: only for invented people, or it would let staff answer in somebody's place. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { study } = await requireMember(request, params.study, "researcher");
  if (!study.synthetic) throw forbidden();
  const link = await makeTestLink(study, params.message ?? "");
  if (!link) throw notFound();
  return data({ link });
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.mail.outbox.lettersTitle);

export default function OneLetterPage() {
  const { account, study, letter } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const { outbox, states } = useMessages().mail;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="outbox"
      title={letter.email ? fill(outbox.letterTitle, { email: letter.email }) : outbox.letterErased}
      lead={<p>{fill(outbox.letterLead, { state: states[letter.state] })}</p>}
    >
      <OneLetter study={study} letter={letter} link={made?.link} />
    </FieldworkPage>
  );
}
