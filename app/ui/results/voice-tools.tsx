import { Form, Link } from "@remix-run/react";
import { filterToSearch } from "#app/results/filter.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type Asked, searchOf } from "./address.ts";
import type { FilterVariable } from "./filter-words.ts";

export interface OpenQuestion {
  code: string;
  text: { "zh-CN": string; en: string };
  /** Answers within the selection. */
  answers: number;
}

/** Which question is read. */
export function QuestionNav({ questions, asked, q }: { questions: OpenQuestion[]; asked: Asked; q: string }) {
  const { voices } = useMessages().results;
  const language = useLanguage();
  return (
    <nav aria-label={voices.questions}>
      <ul className="voices-questions">
        {questions.map(({ code, text, answers }) => (
          <li key={code}>
            <Link
              to={searchOf({ ...asked, more: { ...asked.more, q: code } })}
              aria-current={code === q ? "page" : undefined}
              preventScrollReset
            >
              <span>{text[language]}</span>
              <span>{voices.count.replace("{n}", new Intl.NumberFormat(language).format(answers))}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface VoiceToolsProps {
  asked: Asked;
  variables: FilterVariable[];
  q: string;
  search: string;
  by: string;
}

/** Search within the answers, and what is said about who wrote them. */
export function VoiceTools({ asked, variables, q, search, by }: VoiceToolsProps) {
  const { voices } = useMessages().results;
  const language = useLanguage();
  return (
    <Form
      method="get"
      className="studio-filters voices-tools"
      role="search"
      preventScrollReset
      key={`${q} ${search} ${by}`}
    >
      {[...filterToSearch(asked.first)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      {asked.respondent ? <input type="hidden" name="respondent" value={asked.respondent} /> : null}
      <input type="hidden" name="q" value={q} />
      <p className="studio-field">
        <label htmlFor="find">{voices.search}</label>
        <input id="find" name="find" type="search" defaultValue={search} maxLength={60} autoComplete="off" />
      </p>
      <p className="studio-field">
        <label htmlFor="by">{voices.label}</label>
        <select id="by" name="by" defaultValue={by}>
          <option value="none">{voices.noLabel}</option>
          {variables.map(({ code, short }) => (
            <option key={code} value={code}>
              {short[language]}
            </option>
          ))}
        </select>
      </p>
      <button type="submit">{voices.find}</button>
      {search ? (
        <Link className="results-way" to={searchOf({ ...asked, more: { q, by } })} preventScrollReset>
          {voices.clearSearch}
        </Link>
      ) : null}
    </Form>
  );
}
