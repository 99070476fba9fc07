import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { columnsOf, viewKey } from "#app/http/columns.server.ts";
import { badRequest } from "#app/http/errors.server.ts";
import { withoutSuspects } from "#app/http/quality.server.ts";
import { requireMember } from "#app/http/session.server.ts";
import { fill } from "#app/locales/language.ts";
import { cutOf } from "#app/results/cut.ts";
import { select, variablesOf } from "#app/results/filter.ts";
import { comparison, viewing } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import type { HiddenBecause, View } from "#app/results/view.ts";
import { useLanguage, useMessages } from "#app/ui/language.tsx";
import { type Asked, orders, undecided } from "#app/ui/results/address.ts";
import { differencesOf } from "#app/ui/results/differences.ts";
import type { Groups } from "#app/ui/results/figures.ts";
import { FilterForm } from "#app/ui/results/filter-form.tsx";
import { selectionWords } from "#app/ui/results/filter-words.ts";
import { Lead } from "#app/ui/results/lead.tsx";
import { ModeCaution } from "#app/ui/results/mode-caution.tsx";
import { filterVariables, readAsked } from "#app/ui/results/read-asked.ts";
import { Refused } from "#app/ui/results/refused.tsx";
import { ResultsBody } from "#app/ui/results/results-body.tsx";
import { WithoutSuspects } from "#app/ui/results/without-suspects.tsx";
import { StudioPage } from "#app/ui/studio/studio-page.tsx";
import { studioTitle } from "#app/ui/studio/studio-title.ts";
import { type StudyHead, studyHead } from "#app/ui/studio/study-head.ts";
import "#app/ui/results/results.css";

export const meta: MetaFunction = ({ matches }) => studioTitle(matches, (messages) => messages.results.title);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { account, study } = await requireMember(request, params.study);
  const head = { study: studyHead(study), account: { name: account.name }, k: study.staffK };
  const found = await columnsOf(study);
  if (!found) return { ...head, empty: "noSurvey" as const };
  const { columns } = found;
  const asked = readAsked(new URL(request.url).searchParams, variablesOf(columns));
  if (asked === "unknown") throw badRequest();
  const variables = filterVariables(columns);
  if (asked === "too-many") {
    return data({ ...head, asked: { first: {} } as Asked, variables, refused: asked }, { status: 400 });
  }
  const policy = staffPolicy(study.staffK, study.disclosure);
  const page = { ...head, asked, variables };
  const refuse = (why: HiddenBecause) => ({ ...page, refused: why });
  if (!asked.second) {
    const key = `${study.disclosure} ${viewKey(study.staffK, asked.first)}`;
    const view = await found.count(key, () => viewing(cutOf(columns, asked.first, policy)));
    const everybody = Object.keys(asked.first).length === 0;
    if (!view.base.shown) return everybody ? { ...head, empty: "nobody" as const } : refuse(view.base.why);
    const without = await withoutSuspects(study, asked.first);
    return { ...page, views: [view] as Groups<View>, without };
  }
  const { second: other } = asked;
  if (undecided(asked)) return { ...page, choose: true };
  const key = `${study.disclosure} ${viewKey(study.staffK, asked.first, other)}`;
  const { result } = await found.count(key, () => comparison(columns, asked.first, other, policy));
  if (!result.shown) return refuse(result.why);
  const { first, second } = result;
  for (const { base } of [first, second]) if (!base.shown) return refuse(base.why);
  const inFirst = new Set(select(columns, asked.first));
  const apart = select(columns, other).every((row) => !inFirst.has(row));
  const differences = apart ? differencesOf(first, second) : undefined;
  return { ...page, views: [first, second] as Groups<View>, differences };
}

export default function Results() {
  const page = useLoaderData<typeof loader>();
  const messages = useMessages();
  const language = useLanguage();
  const { results } = messages;
  const { study, account, k } = page;
  const frame = { study, account, room: "results", title: results.title } as const;
  if ("empty" in page) {
    return (
      <StudioPage {...frame} lead={<p>{fill(results.lead[page.empty], { k })}</p>}>
        {null}
      </StudioPage>
    );
  }
  const { asked, variables } = page;
  const wordsOf = (filter: Asked["first"]) => selectionWords(filter, variables, messages, language);
  const groups = asked.second && ([wordsOf(asked.first), wordsOf(asked.second)] as const);
  const reader = { messages, language, k, groups };
  const differences = "differences" in page ? page.differences : undefined;
  const order = asked.order ?? "instrument";
  const views = "views" in page ? page.views : undefined;
  return (
    <StudioPage
      {...frame}
      lead={
        views ? (
          <Lead {...{ views, asked, variables, reader, differences }} />
        ) : "choose" in page ? (
          <p>{results.lead.choose}</p>
        ) : null
      }
    >
      <FilterForm
        asked={asked}
        variables={variables}
        comparable
        refused={"refused" in page && page.refused === "too-many"}
      >
        <p className="studio-field results-order">
          <label htmlFor="order">{results.filters.order}</label>
          <select id="order" name="order" defaultValue={order}>
            {orders.map((one) => (
              <option key={one} value={one}>
                {results.filters.orders[one]}
              </option>
            ))}
          </select>
        </p>
      </FilterForm>
      {views ? (
        <>
          <ModeCaution asked={asked} variables={variables} />
          <ResultsBody
            {...{ views, order, reader, differences }}
            without={
              "without" in page && page.without ? (
                <WithoutSuspects without={page.without} reader={reader} quality={qualityPage(study)} />
              ) : null
            }
          />
        </>
      ) : null}
      {"refused" in page ? <Refused why={page.refused} k={k} /> : null}
    </StudioPage>
  );
}

/** Single responses, and so the quality page, are the researchers'. */
const qualityPage = ({ slug, role }: StudyHead) =>
  role === "researcher" ? `/studio/${slug}/fieldwork/quality` : undefined;
