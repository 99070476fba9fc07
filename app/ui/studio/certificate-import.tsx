import { Form } from "@remix-run/react";
import type { CertificateProblem } from "#app/fieldwork/certificates.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../language.tsx";
import { Field } from "./field.tsx";
import { TableBox } from "./table-box.tsx";

interface Read {
  csv: string;
  good: number;
  problems: CertificateProblem[];
}

/** A file is read and reported on first; it is stored only once the person has seen what was read. */
export function CertificateImport({ read }: { read: Read | undefined }) {
  const words = useMessages().certificates;
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{words.importTitle}</h2>
      {read ? <Report {...read} /> : null}
      <Form method="post" encType="multipart/form-data" reloadDocument className="studio-form">
        <p className="studio-hint">{words.importHint}</p>
        <Field name="file" type="file" accept=".csv,text/csv" label={words.file} />
        <Field name="csv" lines={6} label={words.pasted} defaultValue={read?.csv ?? ""} />
        <button type="submit" name="go" value="check">
          {words.check}
        </button>
      </Form>
    </section>
  );
}

function Report({ csv, good, problems }: Read) {
  const words = useMessages().certificates;
  return (
    <div role="status">
      <h3>{words.report}</h3>
      <p>{csv.trim() === "" ? words.nothing : fill(words.ready, { good, bad: problems.length })}</p>
      {problems.length > 0 && csv.trim() !== "" ? (
        <TableBox label={words.report}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.problem}</th>
                <th scope="col">{words.column}</th>
                <th scope="col">{words.found}</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, 200).map((one) => (
                <tr key={`${one.line} ${one.column} ${one.problem}`}>
                  <th scope="row">
                    {fill(words.line, { line: one.line })}: {words.problems[one.problem]}
                  </th>
                  <td>{one.column ?? "–"}</td>
                  <td>{one.found ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      ) : null}
      {good > 0 ? (
        <Form method="post" reloadDocument className="studio-form">
          <input type="hidden" name="csv" value={csv} />
          <button type="submit" name="go" value="import">
            {fill(words.confirm, { good })}
          </button>{" "}
          <a href="/studio/certificates">{words.cancel}</a>
        </Form>
      ) : null}
    </div>
  );
}
