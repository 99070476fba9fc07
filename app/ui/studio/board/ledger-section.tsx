import type { Ledger, Sum } from "#app/fieldwork/ledger.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

const rows = ["started", "partial", "complete", "counted", "excluded", "withdrawn"] as const;
const parts = new Set<string>(["counted", "excluded", "withdrawn"]);

/** Where every questionnaire is, and the sums that prove it; a sum that fails is said in words, not hidden. */
export function LedgerSection({ ledger }: { ledger: Ledger }) {
  const language = useLanguage();
  const { ledger: says } = useMessages().board;
  const { total } = ledger;
  const number = (n: number) => grouped(language, n);
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      <p className="quiet-text">{says.lead}</p>
      <TableBox label={says.title}>
        <table className="board-ledger">
          <thead>
            <tr>
              <th scope="col">{says.stage}</th>
              <th scope="col" className="number">
                {says.number}
              </th>
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} className={parts.has(row) ? "board-part" : undefined}>
                <th scope="row">{says[row]}</th>
                <td className="number">{number(total[row])}</td>
                <td className="quiet">{says.meaning[row]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Proof ledger={ledger} />
    </section>
  );
}

function Proof({ ledger: { total, failing } }: { ledger: Ledger }) {
  const language = useLanguage();
  const { ledger: says } = useMessages().board;
  const values = Object.fromEntries(rows.map((row) => [row, grouped(language, total[row])]));
  const sums: { sum: Sum; right: string; wrong: string }[] = [
    {
      sum: "started",
      right: fill(says.sumStarted, values),
      wrong: fill(says.wrong.started, {
        sum: grouped(language, total.partial + total.complete),
        total: grouped(language, total.started),
      }),
    },
    {
      sum: "complete",
      right: fill(says.sumComplete, values),
      wrong: fill(says.wrong.complete, {
        sum: grouped(language, total.counted + total.excluded + total.withdrawn),
        total: grouped(language, total.complete),
      }),
    },
    { sum: "doors", right: says.sumDoors, wrong: says.wrong.doors },
  ];
  return (
    <ul className="board-proof" aria-label={says.proof}>
      {sums.map(({ sum, right, wrong }) =>
        failing.includes(sum) ? (
          <li key={sum} className="studio-error" role="alert">
            {wrong}
          </li>
        ) : (
          <li key={sum}>
            {right} <span aria-hidden="true">{says.right}</span>
            <span className="visually-hidden">{says.rightWord}</span>
          </li>
        ),
      )}
    </ul>
  );
}
