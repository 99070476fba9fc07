import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { db } from "#app/http/db.server.ts";
import { parseForm, readForm } from "#app/http/forms.server.ts";
import {
  agreement,
  importWork,
  readInstrumentFile,
  storeImport,
} from "#app/http/instrument-import.server.ts";
import { shownImport } from "#app/http/instrument-import-page.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { Unreadable } from "#app/interchange/report.ts";
import { fill } from "#app/locales/language.ts";
import type { ImportAnswer } from "#app/ui/instrument/import/import-data.ts";
import "#app/ui/instrument/import/exchange.css";
import { ImportForm } from "#app/ui/instrument/import/import-form.tsx";
import { ImportReport } from "#app/ui/instrument/import/import-report.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { StudioPage } from "#app/ui/studio/studio-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { listInstruments } from "#db/queries/instruments.server.ts";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.exchange.import.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const instruments = (await listInstruments(db(), study.id)).map(({ code }) => code);
  const wanted = new URL(request.url).searchParams.get("into");
  const into = wanted && instruments.includes(wanted) ? wanted : null;
  return { account: { name: account.name }, study: studyHead(study), instruments, into };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const form = await readForm(request);
  const refuse = (answer: ImportAnswer) => data(answer, { status: 400 });
  try {
    const read = await readInstrumentFile(await importWork(form));
    if (form.get("intent") !== "agree") {
      const into = new URL(request.url).searchParams.get("into");
      return data<ImportAnswer>({ shown: shownImport(read, into) });
    }
    form.delete("pack");
    const agreed = parseForm(agreement, form);
    if (!agreed.ok) return refuse({ shown: shownImport(read, null, agreed.refused) });
    const stored = await storeImport(member, read, agreed.data);
    if ("code" in stored) return redirect(`/studio/${member.study.slug}/instruments/${stored.code}`, 303);
    const field = stored.problem === "taken" ? "code" : "target";
    const errors = { [field]: stored.problem };
    return refuse({ shown: shownImport(read, null, { values: agreed.data, errors }) });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { reason, place } = error;
    return refuse({ refused: { reason, place }, text: String(form.get("text") ?? "") });
  }
}

export default function ImportInstrument() {
  const { account, study, instruments, into } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as ImportAnswer | undefined;
  const words = useMessages().exchange.import;
  const home = `/studio/${study.slug}/instruments`;
  const here = `${home}/import${into ? `?into=${into}` : ""}`;
  return (
    <StudioPage
      study={study}
      account={account}
      room="instruments"
      title={words.title}
      lead={<p>{into ? fill(words.into, { code: into }) : words.lead}</p>}
    >
      {answer && "shown" in answer ? (
        <ImportReport again={here} shown={answer.shown} instruments={instruments} />
      ) : (
        <ImportForm back={into ? `${home}/${into}/files` : home} answer={answer} />
      )}
    </StudioPage>
  );
}
