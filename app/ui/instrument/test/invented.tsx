import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { readerOf } from "../../results/reader.ts";
import { ResultsBody } from "../../results/results-body.tsx";
import { grouped, percent } from "../../studio/amount.ts";
import { TableBox } from "../../studio/table-box.tsx";
import type { Sandbox } from "./sandbox.ts";
import "../../results/results.css";

/** Which pages invented responses came to, and the dashboard they give. */
export function Invented({ sandbox: { view, k, count, pages } }: { sandbox: Sandbox }) {
  const messages = useMessages();
  const language = useLanguage();
  const { sandbox } = messages;
  const { reach } = sandbox;
  const title = fill(reach.title, { n: grouped(language, count) });
  const reader = readerOf({ k, asked: { first: {} }, variables: [] }, messages, language);
  return (
    <>
      <section className="studio-section" aria-labelledby="reach">
        <h2 id="reach">{title}</h2>
        {pages.every((page) => page.people > 0) ? <p>{reach.fine}</p> : null}
        <TableBox label={`${reach.page} · ${reach.people}`}>
          <table className="studio-table">
            <thead>
              <tr>
                <th scope="col">{reach.page}</th>
                <th scope="col" className="number">
                  {reach.people}
                </th>
                <th scope="col" className="number">
                  {reach.share}
                </th>
              </tr>
            </thead>
            <tbody>
              {pages.map(({ code, title: name, people }) => (
                <tr key={code}>
                  <th scope="row">
                    {name[language]}
                    {people === 0 ? <p className="studio-error">{reach.never}</p> : null}
                  </th>
                  <td className="number">{grouped(language, people)}</td>
                  <td className="number">{percent(language, people / count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </section>
      <section className="studio-section" aria-labelledby="invented">
        <h2 id="invented">{sandbox.dashboard}</h2>
        <p className="studio-says">{sandbox.notReal}</p>
      </section>
      <ResultsBody
        data={{ views: [view], order: "instrument" }}
        reader={reader}
        quality={undefined}
        files={undefined}
      />
    </>
  );
}
