import { Form, Link } from "@remix-run/react";
import { filterToSearch } from "#app/results/filter.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { type Asked, searchOf } from "./address.ts";
import type { CrossData } from "./cross-data.ts";

/** Which two questions: a plain form whose address says it all, and the way to turn the table round. */
export function CrossForm({ data, asked }: { data: CrossData; asked: Asked }) {
  const { cross } = useMessages();
  const { row, column, choices, problem } = data;
  const turns = row && column && row !== column && choices.find((one) => one.code === column)?.row;
  return (
    <section aria-label={cross.pick.label}>
      <Form method="get" className="studio-filters results-cross" preventScrollReset key={`${row} ${column}`}>
        {[...filterToSearch(asked.first)].map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        {asked.respondent ? <input type="hidden" name="respondent" value={asked.respondent} /> : null}
        {asked.withoutSuspects ? <input type="hidden" name="suspects" value="without" /> : null}
        <Picker side="row" data={data} />
        <Picker side="column" data={data} />
        <button type="submit">{cross.pick.show}</button>
        {turns ? (
          <Link
            className="results-way"
            to={searchOf({ ...asked, more: { row: column, column: row } })}
            preventScrollReset
          >
            {cross.pick.swap}
          </Link>
        ) : null}
      </Form>
      {problem ? (
        <p className="studio-says wrong" id="cross-problem" role="alert">
          {cross.problems[problem]}
        </p>
      ) : null}
      {data.table || problem ? null : <p>{cross.pick.teach}</p>}
    </section>
  );
}

function Picker({ side, data }: { side: "row" | "column"; data: CrossData }) {
  const { cross, results } = useMessages();
  const language = useLanguage();
  const offered = data.choices.filter((one) => side === "column" || one.row);
  const titleOf = ({ section }: CrossData["choices"][number]) =>
    typeof section === "string" ? results.filters[section] : section[language];
  const titles = [...new Set(offered.map(titleOf))];
  // One that may not stand here is still what was chosen: the form keeps it, beside the reason.
  const chosen = data[side];
  const kept = chosen && !offered.some((one) => one.code === chosen);
  return (
    <p className="studio-field">
      <label htmlFor={side}>{cross.pick[side]}</label>
      <select
        id={side}
        name={side}
        defaultValue={kept ? "" : (chosen ?? "")}
        aria-describedby={data.problem ? "cross-problem" : undefined}
        aria-invalid={data.problem ? true : undefined}
      >
        <option value="">{cross.pick.choose}</option>
        {titles.map((title) => (
          <optgroup label={title} key={title}>
            {offered
              .filter((one) => titleOf(one) === title)
              .map(({ code, short }) => (
                <option value={code} key={code}>
                  {short[language]}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}
