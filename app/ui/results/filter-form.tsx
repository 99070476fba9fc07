import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import { mostConditions } from "#app/results/filter.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type Asked, searchOf, undecided, without } from "./address.ts";
import { conditionWords, type FilterVariable } from "./filter-words.ts";
import { sentences } from "./numbers.ts";
import { useResultsPlace } from "./results-place.tsx";
import { VariableChoice } from "./variable-choice.tsx";

interface FilterFormProps {
  asked: Asked;
  variables: FilterVariable[];
  /** Whether a second group may be chosen here. */
  comparable?: boolean;
  /** The conditions asked for could not be taken: say nothing about which are in force. */
  refused?: boolean;
  /** Further fields of the page, sent along. */
  children?: ReactNode;
}

const sections = ["people", "certificate", "other"] as const;

/** Who is counted: what is chosen now, and a form to choose anew. Its address says it all, so it can be sent on. */
export function FilterForm({
  asked,
  variables,
  comparable = false,
  refused = false,
  children,
}: FilterFormProps) {
  const { filters } = useMessages().results;
  const language = useLanguage();
  const location = useLocation();
  const comparing = asked.second !== undefined;
  return (
    <section className="results-filter" aria-label={comparing ? filters.titleCompare : filters.title}>
      {refused ? null : <Chips asked={asked} variables={variables} />}
      {/* A new address is a new form showing what is in force: closed, unless there is still something to choose. */}
      <details className="results-filter-box" key={location.search} open={undecided(asked)}>
        <summary>{comparing ? filters.titleCompare : filters.title}</summary>
        <Form method="get" preventScrollReset>
          <p className="studio-hint">
            {sentences(language, [
              comparing ? filters.compareHint : undefined,
              fill(filters.most, { n: mostConditions }),
            ])}
          </p>
          {sections.map((section) => {
            const some = variables.filter((one) => one.section === section);
            return some.length === 0 ? null : (
              <fieldset className="results-filter-section" key={section}>
                <legend>{filters[section]}</legend>
                <div className="results-filter-grid">
                  {some.map((variable) => (
                    <VariableChoice key={variable.code} variable={variable} asked={asked} />
                  ))}
                </div>
              </fieldset>
            );
          })}
          {comparing ? <input type="hidden" name="compare" value="1" /> : null}
          {asked.respondent ? <input type="hidden" name="respondent" value={asked.respondent} /> : null}
          <SuspectsSwitch asked={asked} />
          {children}
          <button type="submit">{filters.apply}</button>
        </Form>
      </details>
      {comparable ? (
        <Link
          className="results-way"
          preventScrollReset
          to={searchOf({ ...asked, second: comparing ? undefined : {} })}
        >
          {comparing ? filters.single : filters.compare}
        </Link>
      ) : null}
    </section>
  );
}

function Chips({ asked, variables }: { asked: Asked; variables: FilterVariable[] }) {
  const messages = useMessages();
  const language = useLanguage();
  const { filters } = messages.results;
  const comparing = asked.second !== undefined;
  const wordsOf = (filter: Asked["first"]) => conditionWords(filter, variables, messages, language);
  const chips = [
    ...wordsOf(asked.first).map((words) => ({
      group: filters.groupA,
      words,
      to: searchOf({ ...asked, first: without(asked.first, words.code) }),
    })),
    ...wordsOf(asked.second ?? {}).map((words) => ({
      group: filters.groupB,
      words,
      to: searchOf({ ...asked, second: without(asked.second ?? {}, words.code) }),
    })),
  ];
  if (chips.length === 0 && !asked.withoutSuspects)
    return comparing ? null : <p className="results-none">{filters.none}</p>;
  return (
    <ul className="results-chips" aria-label={filters.active}>
      {chips.map(({ group, words, to }) => (
        <li key={`${group} ${words.code}`}>
          <Link to={to} preventScrollReset title={words.question}>
            <span className="visually-hidden">{filters.remove}</span>
            {comparing ? <span className="results-chip-group">{group}</span> : null}
            <span>{`${words.name}${filters.colon}${words.options}`}</span>
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      {asked.withoutSuspects ? (
        <li>
          <Link to={searchOf({ ...asked, withoutSuspects: false })} preventScrollReset>
            <span className="visually-hidden">{filters.remove}</span>
            <span>{messages.exhibits.suspects.chip}</span>
            <span aria-hidden="true">×</span>
          </Link>
        </li>
      ) : null}
      <li>
        <Link
          className="results-way"
          preventScrollReset
          to={searchOf({ ...asked, first: {}, second: asked.second && {}, withoutSuspects: false })}
        >
          {filters.clear}
        </Link>
      </li>
    </ul>
  );
}

/** Whether suspect responses count: asked on every page of the results room, and nowhere else. */
function SuspectsSwitch({ asked }: { asked: Asked }) {
  const { suspects } = useMessages().exhibits;
  if (!useResultsPlace()) return null;
  return (
    <p className="studio-field results-order">
      <label htmlFor="filter-suspects">{suspects.label}</label>
      <select id="filter-suspects" name="suspects" defaultValue={asked.withoutSuspects ? "without" : ""}>
        <option value="">{suspects.all}</option>
        <option value="without">{suspects.without}</option>
      </select>
    </p>
  );
}
