import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { checkAnswers, importAnswers, importStart } from "#app/http/answers-import.server.ts";
import { readForm } from "#app/http/forms.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { Unreadable } from "#app/interchange/report.ts";
import { useMessages } from "#app/ui/language.tsx";
import { AgreeForm } from "#app/ui/studio/answers-import/agree-form.tsx";
import { StartForm } from "#app/ui/studio/answers-import/start-form.tsx";
import { FieldworkPage } from "#app/ui/studio/fieldwork-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  return { account: { name: account.name }, study: studyHead(study), start: await importStart(study) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { study } = member;
  const form = await readForm(request);
  const unknown = data({ checked: undefined, refused: "unknown" as const }, { status: 400 });
  try {
    if (form.get("go") !== "import") {
      const checked = await checkAnswers(study, form);
      if (!checked) return unknown;
      return data({ checked, refused: undefined }, { status: checked.good > 0 ? 200 : 400 });
    }
    const done = await importAnswers(member, form);
    if (!done) return unknown;
    if ("checked" in done) return data({ checked: done.checked, refused: undefined }, { status: 400 });
    return redirect(`/studio/${study.slug}/fieldwork/waves/${done.number}`, 303);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return data({ checked: undefined, refused: error.reason }, { status: 400 });
  }
}

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.answersImport.title);

export default function ImportAnswersPage() {
  const { account, study, start } = useLoaderData<typeof loader>();
  const read = useActionData<typeof action>();
  const { answersImport: words } = useMessages();
  const back = `/studio/${study.slug}/fieldwork/waves`;
  const refused =
    read?.refused &&
    `${read.refused === "unknown" ? words.wrong.unknown : words.refused[read.refused]} ${words.nothingStored}`;
  return (
    <FieldworkPage
      account={account}
      study={study}
      tab="waves"
      title={words.title}
      lead={
        <>
          <p>{words.lead}</p>
          <p className="studio-hint">{words.privacy}</p>
        </>
      }
    >
      {read?.checked ? (
        <AgreeForm checked={read.checked} back={`${back}/import-answers`} />
      ) : (
        <StartForm start={start} problem={refused} back={back} />
      )}
    </FieldworkPage>
  );
}
