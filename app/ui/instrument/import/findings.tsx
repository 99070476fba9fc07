import type { Finding } from "#app/interchange/report.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { TableBox } from "../../studio/table-box.tsx";
import { findingWords, placeWords } from "./finding-words.ts";

interface FindingsProps {
  sort: "changed" | "lost";
  found: { total: number; shown: Finding[] };
}

/** What of a file was changed to fit, or could not be carried, each with its place. Long lists are folded. */
export function Findings({ sort, found }: FindingsProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { report } = messages.exchange;
  if (found.total === 0) return null;
  const title = amount(language, report[sort], found.total);
  // Which lines are alike is no matter: they are what the file gave, in its order.
  const lines = found.shown.map((finding, at) => ({ finding, key: `${at}` }));
  return (
    <details className="exchange-findings" open={sort === "lost" || found.total <= 12}>
      <summary>{title}</summary>
      <TableBox label={title} wide>
        <table>
          <thead>
            <tr>
              <th scope="col">{report.where}</th>
              <th scope="col">{report.item}</th>
              <th scope="col">{report.what}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ finding, key }) => (
              <tr key={key}>
                <td className="quiet">{placeWords(messages, finding.place) || "—"}</td>
                <td>{finding.item ?? "—"}</td>
                <td>{findingWords(messages, finding)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {found.total > found.shown.length ? (
        <p className="studio-hint">{fill(report.more, { n: found.total - found.shown.length })}</p>
      ) : null}
    </details>
  );
}
