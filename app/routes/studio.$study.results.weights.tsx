import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "#app/http/cookies.server.ts";
import { badRequest } from "#app/http/errors.server.ts";
import { readForm, refuse } from "#app/http/forms.server.ts";
import { resultsRoom } from "#app/http/results-room.server.ts";
import { changeMargin, marginForms, readWeights } from "#app/http/results-weights.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { readerOf } from "#app/ui/results/reader.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsPage } from "#app/ui/results/results-page.tsx";
import { WeightsBody } from "#app/ui/results/weights-body.tsx";
import { MarginForms } from "#app/ui/results/weights-form.tsx";
import { weightsLead } from "#app/ui/results/weights-words.ts";
import { studioTitle } from "#app/ui/studio/studio-title.ts";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.weights.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const room = await resultsRoom(request, params.study, "main");
  if (!room.columns) return { head: room.head };
  const { head, study } = room;
  const isResearcher = study.role === "researcher";
  const [page, forms] = await Promise.all([
    readWeights(room),
    isResearcher ? marginForms(room, languageOf(request)) : undefined,
  ]);
  const chosen = room.search.get("variable");
  if (chosen && forms && !forms.variable && !forms.gone) throw badRequest();
  return { head, page, forms };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params.study, "researcher");
  const { searchParams } = new URL(request.url);
  const refused = await changeMargin(member, searchParams.get("variable"), await readForm(request));
  if (refused) return refuse(refused);
  for (const name of ["variable", "wave", "index"]) searchParams.delete(name);
  const search = searchParams.toString();
  throw redirect(`/studio/${member.study.slug}/results/weights${search ? `?${search}` : ""}`, 303);
}

export default function Weights() {
  const { head, ...loaded } = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const page = "page" in loaded ? loaded.page : undefined;
  const forms = "forms" in loaded ? loaded.forms : undefined;
  const reader = readerOf(head, messages, language);
  const { asked, k } = head;
  const weighted = page?.weighted;
  const base = weighted?.base;
  return (
    <ResultsPage
      head={head}
      tab="weights"
      lead={weighted ? <p>{weightsLead(weighted, reader, forms !== undefined)}</p> : null}
    >
      {base && !base.shown ? <Refused why={base.why} k={k} /> : null}
      {page && base?.shown !== false ? <WeightsBody data={page} asked={asked} reader={reader} /> : null}
      {forms ? <MarginForms data={forms} keep={keepOf(asked.withoutSuspects)} /> : null}
    </ResultsPage>
  );
}

/** What of the address the forms carry on. */
const keepOf = (withoutSuspects: boolean | undefined): Record<string, string> =>
  withoutSuspects ? { suspects: "without" } : {};
