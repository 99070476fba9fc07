import type { BoardNumbers } from "#app/fieldwork/board.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../amount.ts";

/** What came in by college, campus or whatever else doors are told apart by, where the doors do not say it already. */
export function CohortTables({ cohorts }: { cohorts: BoardNumbers["cohorts"] }) {
  const language = useLanguage();
  const { doors: says, ledger, variables } = useMessages().board;
  const number = (n: number | null) => (n === null ? "–" : grouped(language, n));
  const shown = cohorts.filter((one) => !one.apart);
  if (shown.length === 0) return null;
  return (
    <>
      <div className="studio-groups board-cohorts">
        {shown.map(({ variable, rows }) => (
          <table key={variable}>
            <caption>
              {fill(says.cohort, { variable: (variables as Record<string, string>)[variable] ?? variable })}
            </caption>
            <thead>
              <tr>
                <td aria-hidden="true" />
                <th scope="col" className="number">
                  {ledger.partial}
                </th>
                <th scope="col" className="number">
                  {ledger.complete}
                </th>
                <th scope="col" className="number">
                  {says.expected}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ code, label, line, expected }) => (
                <tr key={code} className={line ? undefined : "quiet-row"}>
                  <th scope="row">{label[language]}</th>
                  {line ? (
                    <>
                      <td className="number">{number(line.partial)}</td>
                      <td className="number">{number(line.complete)}</td>
                    </>
                  ) : (
                    <td className="number" colSpan={2}>
                      {says.heldBack}
                    </td>
                  )}
                  <td className="number">{number(expected)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="studio-hint">{says.cohortNote}</p>
    </>
  );
}
