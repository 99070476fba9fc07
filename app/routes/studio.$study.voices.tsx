import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { shownInstrument } from "#app/http/asked-instrument.server.ts";
import { columnsOf } from "#app/http/columns.server.ts";
import { db } from "#app/http/db.server.ts";
import { badRequest } from "#app/http/errors.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { respondentOf } from "#app/instrument/instrument-choice.ts";
import { fill } from "#app/locales/language.ts";
import { variablesOf } from "#app/results/filter.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { type Asked, searchOf } from "#app/ui/results/address.ts";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { sentences } from "#app/ui/results/numbers.ts";
import { filterVariables, readAsked } from "#app/ui/results/read-asked.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { VoiceList } from "#app/ui/results/voice-list.tsx";
import { QuestionNav, VoiceTools } from "#app/ui/results/voice-tools.tsx";
import { amount } from "#app/ui/studio/amount.ts";
import { InstrumentSwitch } from "#app/ui/studio/instrument-switch.tsx";
import { StudioPage } from "#app/ui/studio/studio-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { quoteLabels } from "#app/voices/labels.ts";
import { cleanSearch } from "#app/voices/search.ts";
import { writersOf } from "#app/voices/selection.ts";
import { countUpTo, findAnswers } from "#db/queries/words.server.ts";
import "#app/ui/results/results.css";

const perPage = 20;
/** What a quote is labelled with unless asked otherwise, where it exists: the certificate's level. */
const usualLabel = "BG07";

export const meta: MetaFunction = ({ matches }) =>
  studioTitle(matches, (messages) => messages.results.voices.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study, "researcher");
  const parameters = new URL(request.url).searchParams;
  const { instrument, choice } = await shownInstrument(study, parameters);
  const head = { study: studyHead(study), account: { name: account.name }, k: study.staffK, choice };
  const found = instrument && (await columnsOf(study, instrument.key));
  if (!found) return { ...head, empty: "noSurvey" as const };
  const { columns } = found;
  const { openItems } = columns;
  if (openItems.length === 0) return { ...head, empty: "noWords" as const };
  const variables = filterVariables(columns);
  const asked = readAsked(parameters, variablesOf(columns));
  const q = parameters.get("q") || openItems[0]?.code || "";
  const usual = variables.some((one) => one.code === usualLabel) ? usualLabel : "none";
  const by = parameters.get("by") || usual;
  const after = parameters.get("after") ?? "";
  const bit = openItems.findIndex((item) => item.code === q);
  const known = by === "none" || variables.some((one) => one.code === by);
  if (asked === "unknown" || bit < 0 || !known || !/^[\w-]{0,64}$/.test(after)) throw badRequest();
  const search = cleanSearch(parameters.get("find") ?? "");
  const page = { ...head, variables, q, by, search };
  if (asked === "too-many") return data({ ...page, asked: { first: {} }, refused: asked }, { status: 400 });
  const policy = staffPolicy(study.staffK, study.disclosure);
  const writers = writersOf(columns, asked.first, policy);
  const first = { first: asked.first };
  if ("hidden" in writers) return { ...page, asked: first, refused: writers.hidden };
  const labelOf = quoteLabels(columns, asked.first, by, policy);
  const among = writers[bit] ?? new Map<string, number>();
  const answers = await findAnswers(db(), study.id, { item: q, among, search, after, limit: perPage });
  return {
    ...page,
    asked: first,
    questions: openItems.map(({ code, text }, at) => ({ code, text, answers: writers[at]?.size ?? 0 })),
    voices: answers.answers.map(({ id, text, quotable }) => ({
      text,
      quotable,
      label: labelOf?.(among.get(id) ?? -1),
    })),
    count: Math.min(answers.count, countUpTo),
    many: answers.count > countUpTo,
    next: answers.next,
    later: after !== "",
  };
}

export default function Voices() {
  const page = useLoaderData<typeof loader>();
  const { results } = useMessages();
  const language = useLanguage();
  const words = results.voices;
  const { study, account, k, choice } = page;
  const respondent = respondentOf(choice);
  const whose = <InstrumentSwitch choice={choice} to={`/studio/${study.slug}/voices`} />;
  const frame = { study, account, room: "voices", title: words.title } as const;
  if ("empty" in page) {
    return (
      <StudioPage {...frame} lead={<p>{fill(results.lead[page.empty], { k })}</p>}>
        {whose}
      </StudioPage>
    );
  }
  const { variables, q, by, search } = page;
  const asked: Asked = {
    ...(respondent && { respondent }),
    first: page.asked.first,
    more: { q, by, find: search },
  };
  const filter = (
    <FilterForm
      asked={asked}
      variables={variables}
      refused={"refused" in page && page.refused === "too-many"}
    >
      <input type="hidden" name="q" value={q} />
      <input type="hidden" name="by" value={by} />
      <input type="hidden" name="find" value={search} />
    </FilterForm>
  );
  if ("refused" in page) {
    return (
      <StudioPage {...frame}>
        {whose}
        {filter}
        <Refused why={page.refused} k={k} />
      </StudioPage>
    );
  }
  const { questions, voices, count, many, next, later } = page;
  const question = questions.find((one) => one.code === q);
  return (
    <StudioPage
      {...frame}
      lead={
        question ? (
          <p>{amount(language, words.lead, question.answers, { question: question.text[language] })}</p>
        ) : null
      }
    >
      {whose}
      {filter}
      <QuestionNav questions={questions} asked={asked} q={q} />
      <VoiceTools asked={asked} variables={variables} q={q} search={search} by={by} />
      {search ? (
        <p role="status">{amount(language, many ? words.hitsMore : words.hits, count, { search })}</p>
      ) : null}
      {voices.length === 0 ? (
        <p>{search || Object.keys(asked.first).length > 0 ? words.nothing : words.nobody}</p>
      ) : (
        <>
          <VoiceList voices={voices} search={search} />
          <p className="results-notes">{sentences(language, [words.quotableNote, words.order])}</p>
        </>
      )}
      <p className="studio-pager">
        {next ? (
          <Link className="button quiet" to={searchOf({ ...asked, more: { ...asked.more, after: next } })}>
            {words.next}
          </Link>
        ) : null}
        {later ? (
          <Link className="results-way" to={searchOf(asked)}>
            {words.first}
          </Link>
        ) : null}
      </p>
    </StudioPage>
  );
}
