import type { ListRow } from "#app/fieldwork/board.ts";
import type { Dispositions, ListMail, ResponseRates } from "#app/fieldwork/dispositions.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped, percent } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

/** Response rates where there is somebody to respond: lists. The sentence says why nowhere else. */
export function RatesSection({ lists }: { lists: ListRow[] }) {
  const language = useLanguage();
  const { rates: says } = useMessages().board;
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      <p className="quiet-text">{says.lead}</p>
      {lists.length === 0 ? <p>{says.none}</p> : null}
      {lists.map(({ slug, name, result }) => (
        <div key={slug}>
          <h3>{name[language]}</h3>
          {typeof result === "string" ? (
            <p>{says[result]}</p>
          ) : (
            <Rates name={name[language]} rates={result} />
          )}
        </div>
      ))}
      {lists.some(({ result }) => typeof result !== "string") ? (
        <p className="studio-hint">{says.source}</p>
      ) : null}
    </section>
  );
}

const order: (keyof Dispositions)[] = ["complete", "partial", "refusal", "unanswered"];
const mailOrder: (keyof ListMail)[] = ["optedOut", "undeliverable", "unwritten"];

function Rates({ name, rates }: { name: string; rates: ResponseRates }) {
  const language = useLanguage();
  const { rates: says } = useMessages().board;
  return (
    <>
      <p>
        {says.rr1} <strong>{percent(language, rates.rr1)}</strong>
        <span className="studio-beside">{says.rr1Means}</span>
        <br />
        {says.rr2} <strong>{percent(language, rates.rr2)}</strong>
        <span className="studio-beside">{says.rr2Means}</span>
      </p>
      <TableBox label={`${says.title}: ${name}`}>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{says.disposition}</th>
              <th scope="col">{says.code}</th>
              <th scope="col" className="number">
                {says.people}
              </th>
              <th scope="col">{says.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {order.map((one) => (
              <tr key={one}>
                <th scope="row">{says.kinds[one].name}</th>
                <td>{says.kinds[one].code}</td>
                <td className="number">{grouped(language, rates.dispositions[one])}</td>
                <td className="quiet whole">{says.kinds[one].means}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{says.total}</th>
              <td />
              <td className="number">{grouped(language, rates.invited)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </TableBox>
      <p>{mailOrder.map((one) => `${says.mail[one]} ${grouped(language, rates.mail[one])}`).join(" · ")}</p>
      <p className="studio-hint">{says.mailNote}</p>
    </>
  );
}
