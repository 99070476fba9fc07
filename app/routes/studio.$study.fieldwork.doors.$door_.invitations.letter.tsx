import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, readForm, refuse } from "#app/http/forms.server.ts";
import { letterForm, letterKind } from "#app/http/mail-forms.server.ts";
import { getList } from "#app/http/mail-list.server.ts";
import { letterPage, previewLetter, queueLetter } from "#app/http/mail-write.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { useMessages } from "#app/ui/language.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { LetterForm } from "#app/ui/studio/mail/letter-form.tsx";
import { LetterLead } from "#app/ui/studio/mail/letter-lead.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";

const kindOf = (request: Request) => letterKind.parse(new URL(request.url).searchParams.get("kind"));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const list = await getList(study, params.door);
  const letter = await letterPage(list, kindOf(request));
  return { account: { name: account.name }, study: studyHead(study), letter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const list = await getList(study, params.door);
  const parsed = parseForm(letterForm, await readForm(request));
  if (!parsed.ok) return refuse(parsed.refused);
  const { intent, ...boxes } = parsed.data;
  const letter = {
    subject: { "zh-CN": boxes["subject.zh-CN"], en: boxes["subject.en"] },
    body: { "zh-CN": boxes["body.zh-CN"], en: boxes["body.en"] },
  };
  const kind = kindOf(request);
  const checked = await previewLetter(list, letter);
  if ("problems" in checked) return data({ letter, ...checked }, { status: 400 });
  if (intent === "preview") return data({ letter, ...checked }, { status: 200 });
  const { closed } = await letterPage(list, kind);
  const queued = closed ? undefined : await queueLetter(list, kind, letter, account.id);
  if (queued?.is === "queued") throw redirect(`/studio/${study.slug}/fieldwork/outbox?done=queued`, 303);
  // Why not stands at the top of the page: closed, too soon, or nobody left to write to.
  return data({ letter, ...checked, nobody: queued?.is === "nobody" }, { status: 400 });
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  studioTitle(matches, (messages) => messages.mail.letter.title[data?.letter.kind ?? "invitation"]);

export default function LetterPage() {
  const { account, study, letter } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const words = useMessages().mail.letter;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={words.title[letter.kind]}
      lead={<LetterLead letter={letter} />}
    >
      <LetterForm study={study.slug} page={letter} said={said && "letter" in said ? said : undefined} />
    </FieldworkPage>
  );
}
