import { Link } from "@remix-run/react";
import type { Flag } from "#app/fieldwork/quality-flags.ts";
import { type InstrumentChoice, respondentSearch } from "#app/instrument/instrument-choice.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";
import { Field } from "../field.tsx";
import { shortId } from "../response-table.tsx";
import { TableBox } from "../table-box.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { qualityProblem, type RefusedForm } from "./problem.ts";

interface SuspectListProps {
  study: string;
  choice: InstrumentChoice | undefined;
  list: {
    total: number;
    page: number;
    pages: number;
    rows: { id: string; longstring: number; asked: number; secondsPerItem: number | null; flags: Flag[] }[];
  };
  refused?: RefusedForm;
}

/** Suspect responses that still count, and the form that leaves some or all of them out, for a reason. */
export function SuspectList({ study, choice, list, refused }: SuspectListProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { suspects, flags: words, response } = messages.quality;
  const form = useFirstProblem();
  const own = refused?.values.intent === "exclude" ? refused : undefined;
  const problem = qualityProblem(messages, own?.errors.scope ?? own?.errors.total);
  return (
    <section className="studio-section">
      <h2 id="suspects">{suspects.title}</h2>
      {list.total === 0 ? (
        <p>{suspects.none}</p>
      ) : (
        <form method="post" ref={form} noValidate>
          <p>{suspects.lead}</p>
          <input type="hidden" name="intent" value="exclude" />
          <input type="hidden" name="total" value={list.total} />
          <TableBox label={suspects.title} wide>
            <table className="studio-cards quality-suspects">
              <thead>
                <tr>
                  <td />
                  <th scope="col">{suspects.response}</th>
                  <th scope="col">{suspects.signs}</th>
                  <th scope="col" className="number">
                    {suspects.longest}
                  </th>
                  <th scope="col" className="number">
                    {suspects.seconds}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.rows.map((row) => (
                  <tr key={row.id}>
                    <td>
                      <label className="quality-tick">
                        <input type="checkbox" name="response" value={row.id} />
                        <span className="visually-hidden">
                          {fill(suspects.select, { id: shortId(row.id) })}
                        </span>
                      </label>
                    </td>
                    <th scope="row">
                      <Link className="row-link mono" to={`/studio/${study}/responses/${row.id}`}>
                        {shortId(row.id)}
                      </Link>
                    </th>
                    <td className="whole">{row.flags.map((flag) => words[flag].name).join(response.list)}</td>
                    <td className="number" data-label={suspects.longest}>
                      {fill(suspects.longestOf, { run: row.longstring, asked: row.asked })}
                    </td>
                    <td className="number" data-label={suspects.seconds}>
                      {row.secondsPerItem === null ? "–" : row.secondsPerItem.toFixed(1)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
          <Pager study={study} choice={choice} page={list.page} pages={list.pages} />
          <div className="studio-form">
            <fieldset className="quality-scope" aria-describedby={problem ? "scope-error" : undefined}>
              <legend>{suspects.which}</legend>
              {(["ticked", "all"] as const).map((scope) => (
                <label key={scope}>
                  <input
                    type="radio"
                    name="scope"
                    value={scope}
                    defaultChecked={(own?.values.scope ?? "ticked") === scope}
                    aria-invalid={problem && scope === "ticked" ? true : undefined}
                  />
                  {scope === "ticked" ? suspects.ticked : amount(language, suspects.all, list.total)}
                </label>
              ))}
              {problem ? (
                <p className="studio-error" id="scope-error">
                  {problem}
                </p>
              ) : null}
            </fieldset>
            <Field
              name="reason"
              lines={2}
              required
              label={suspects.reason}
              hint={suspects.reasonHint}
              defaultValue={own?.values.reason}
              error={qualityProblem(messages, own?.errors.reason)}
            />
            <button className="quiet" type="submit">
              {suspects.exclude}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

interface PagerProps {
  study: string;
  choice: InstrumentChoice | undefined;
  page: number;
  pages: number;
}

function Pager({ study, choice, page, pages }: PagerProps) {
  const { suspects } = useMessages().quality;
  if (pages === 1) return null;
  const whose = respondentSearch(choice).replace("?", "&");
  const to = (page: number) => `/studio/${study}/fieldwork/quality?page=${page}${whose}#suspects`;
  return (
    <nav className="studio-pager" aria-label={suspects.pager}>
      {page > 1 ? (
        <Link className="button quiet" to={to(page - 1)}>
          {suspects.previous}
        </Link>
      ) : null}
      <span>{fill(suspects.page, { page, pages })}</span>
      {page < pages ? (
        <Link className="button quiet" to={to(page + 1)}>
          {suspects.next}
        </Link>
      ) : null}
    </nav>
  );
}
