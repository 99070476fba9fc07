import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { type ClassProblem, mostClasses } from "#app/fieldwork/class-list.ts";
import { mostCohortVariables } from "#app/fieldwork/cohort.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

interface CheckedRow {
  line: number;
  name: Text;
  size?: number | undefined;
  cohort: Record<string, Text>;
  problems: ClassProblem[];
  exists: boolean;
  small: boolean;
}

export interface CheckedList {
  text: string;
  problem?: { problem: ClassProblem; line?: number | undefined } | undefined;
  ignored: string[];
  ready: number;
  small: number;
  exists: number;
  bad: number;
  total: number;
  rows: CheckedRow[];
}

/** What was read of a list: how much of it is good, each row with what is to be said about it, and the button. */
export function ClassReport({ checked, k }: { checked: CheckedList; k: number }) {
  const language = useLanguage();
  const { waves } = useMessages();
  const { studio } = useMessages();
  const words = waves.classList;
  const heading = useRef<HTMLHeadingElement>(null);
  // It answers the button just pressed, on a page loaded anew.
  useEffect(() => heading.current?.focus(), []);
  const limits = { most: mostCohortVariables, rows: grouped(language, mostClasses) };
  const sums = [
    checked.ready > 0 ? amount(language, words.ready, checked.ready) : "",
    checked.small > 0 ? amount(language, words.few, checked.small, { k }) : "",
    checked.exists > 0 ? amount(language, words.exists, checked.exists) : "",
    checked.bad > 0 ? amount(language, words.bad, checked.bad) : "",
  ].filter(Boolean);
  return (
    <section className="studio-report" aria-labelledby="report-title">
      <h2 id="report-title" ref={heading} tabIndex={-1}>
        {words.report}
      </h2>
      {checked.problem ? (
        <p>{fill(words.problems[checked.problem.problem], { ...limits, line: checked.problem.line ?? 1 })}</p>
      ) : checked.ready === 0 && checked.exists === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <p>
          {sums.join(studio.overview.comma)}
          {studio.overview.stop}
        </p>
      )}
      {checked.ignored.length > 0 ? (
        <p className="studio-hint">
          {fill(words.ignored, { columns: checked.ignored.join(studio.overview.listComma) })}
        </p>
      ) : null}
      {checked.small > 0 ? <p className="wave-warning">{fill(words.fewLead, { k })}</p> : null}
      {checked.ready > 0 ? (
        <Form method="post" encType="multipart/form-data" reloadDocument>
          <input type="hidden" name="table" value={checked.text} />
          <button type="submit" name="go" value="create">
            {amount(language, words.create, checked.ready)}
          </button>
        </Form>
      ) : null}
      {checked.rows.length > 0 ? <Rows checked={checked} k={k} /> : null}
    </section>
  );
}

function Rows({ checked, k }: { checked: CheckedList; k: number }) {
  const language = useLanguage();
  const words = useMessages().waves.classList;
  const says = (row: CheckedRow) => {
    if (row.problems.length > 0) return row.problems.map((one) => words.problems[one]).join(" · ");
    if (row.exists) return words.isThere;
    if (row.small) return fill(words.isSmall, { k });
    return row.size === undefined ? words.noSize : words.fine;
  };
  return (
    <>
      <TableBox label={words.class} wide>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.class}</th>
              <th scope="col" className="number">
                {words.size}
              </th>
              <th scope="col">{words.cohort}</th>
              <th scope="col">{words.says}</th>
            </tr>
          </thead>
          <tbody>
            {checked.rows.map((row) => (
              <tr key={row.line} className={row.exists ? "quiet-row" : undefined}>
                <td data-label={words.line}>{row.line}</td>
                <th scope="row">{row.name[language] || "–"}</th>
                <td className="number" data-label={words.size}>
                  {row.size ?? "–"}
                </td>
                <td>
                  {Object.entries(row.cohort)
                    .filter(([variable]) => variable !== "class")
                    .map(([, value]) => value[language])
                    .join(" · ")}
                </td>
                <td className={row.problems.length > 0 || row.small ? "whole studio-look" : "whole"}>
                  {says(row)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {checked.total > checked.rows.length ? (
        <p className="studio-hint">{fill(words.shown, { n: checked.rows.length })}</p>
      ) : null}
    </>
  );
}
