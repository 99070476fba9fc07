import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { CertificateProblem } from "#app/fieldwork/certificates.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../language.tsx";
import { TableBox } from "./table-box.tsx";

export interface ReadCertificates {
  csv: string;
  good: number;
  problems: CertificateProblem[];
}

const mostShown = 200;

/** What was read of a file: how much is good, what is wrong with the rest, and the button that stores the good part. */
export function CertificateReport({ csv, good, problems }: ReadCertificates) {
  const words = useMessages().certificates;
  const heading = useRef<HTMLHeadingElement>(null);
  // It answers the button just pressed, on a page loaded anew.
  useEffect(() => heading.current?.focus(), []);
  const isEmpty = csv.trim() === "";
  return (
    <section className="studio-report" aria-labelledby="report-title">
      <h2 id="report-title" ref={heading} tabIndex={-1}>
        {words.report}
      </h2>
      <p>{isEmpty ? words.nothing : fill(words.ready, { good, bad: problems.length })}</p>
      {good > 0 ? (
        <Form method="post" reloadDocument className="studio-confirm">
          <input type="hidden" name="csv" value={csv} />
          <button type="submit" name="go" value="import">
            {fill(words.confirm, { good })}
          </button>
          <a className="studio-back" href="/studio/certificates">
            {words.cancel}
          </a>
        </Form>
      ) : null}
      {problems.length > 0 && !isEmpty ? (
        <TableBox label={words.problem}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.problem}</th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.found}</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, mostShown).map((one) => (
                <tr key={`${one.line} ${one.column} ${one.problem} ${one.found}`}>
                  <th scope="row">
                    {fill(words.line, { line: one.line })}
                    {words.colon}
                    {words.problems[one.problem]}
                  </th>
                  <td>{one.column ?? "–"}</td>
                  <td>{one.found ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ) : null}
    </section>
  );
}
