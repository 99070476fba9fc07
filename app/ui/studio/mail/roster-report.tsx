import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RosterRow } from "#app/fieldwork/roster.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

export interface ShownRoster {
  columns: string[];
  counts: { add: number; there: number; bad: number };
  rows: RosterRow[];
  more: number;
  csv: string;
}

/** Row by row what would become of a roster, and the button that makes it so. */
export function RosterReport({ back, roster }: { back: string; roster: ShownRoster }) {
  const language = useLanguage();
  const { import: words, people } = useMessages().mail;
  const heading = useRef<HTMLHeadingElement>(null);
  // It answers the button just pressed, on a page loaded anew.
  useEffect(() => heading.current?.focus(), []);
  const { add, there, bad } = roster.counts;
  const number = (n: number) => grouped(language, n);
  return (
    <section className="studio-report mail-report">
      <h2 ref={heading} tabIndex={-1}>
        {words.report}
      </h2>
      <p>{fill(words.counts, { add: number(add), there: number(there), bad: number(bad) })}</p>
      {roster.columns.length > 0 ? (
        <p>{fill(words.columns, { columns: roster.columns.map((one) => `{${one}}`).join(" ") })}</p>
      ) : null}
      {add > 0 ? (
        <Form method="post" encType="multipart/form-data" reloadDocument className="studio-confirm">
          <input type="hidden" name="csv" value={roster.csv} />
          <input type="hidden" name="passedOver" value={there + bad} />
          <button type="submit" name="go" value="import">
            {fill(words.confirm, { add: number(add) })}
          </button>
          <Link className="studio-back" to={back}>
            {words.cancel}
          </Link>
        </Form>
      ) : (
        <p>{bad > 0 ? words.nothing : words.nothingNew}</p>
      )}
      <TableBox label={words.report} wide>
        <table className="studio-cards mail-roster">
          <thead>
            <tr>
              <th scope="col" className="number">
                {words.line}
              </th>
              <th scope="col">{people.email}</th>
              <th scope="col">{people.name}</th>
              <th scope="col">{people.language}</th>
              <th scope="col">{words.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {roster.rows.map((row) => (
              <tr
                key={row.line}
                className={row.problem && row.problem !== "already-there" ? "look-here" : undefined}
              >
                <td className="number" data-label={words.line}>
                  {row.line}
                </td>
                <th scope="row" className="whole mail-address">
                  {row.email || "–"}
                </th>
                <td data-label={people.name}>{row.name || "–"}</td>
                <td data-label={people.language}>{people.languages[row.language]}</td>
                <td data-label={words.verdict}>
                  <Verdict problem={row.problem} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {roster.more > 0 ? <p className="quiet-text">{fill(words.more, { n: number(roster.more) })}</p> : null}
    </section>
  );
}

/** Being on the list already is nothing to mend. */
function Verdict({ problem }: Pick<RosterRow, "problem">) {
  const { import: words } = useMessages().mail;
  if (!problem) return words.good;
  return problem === "already-there" ? words.problems[problem] : <strong>{words.problems[problem]}</strong>;
}
