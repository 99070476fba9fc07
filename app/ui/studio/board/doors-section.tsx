import type { BoardNumbers } from "#app/fieldwork/board.ts";
import type { LedgerLine } from "#app/fieldwork/ledger.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped, percent } from "../amount.ts";
import { TableBox } from "../table-box.tsx";
import { CohortTables } from "./cohort-tables.tsx";

const columns = ["started", "partial", "complete", "counted", "excluded", "withdrawn"] as const;

/** The ledger by door. Small classes move in steps, and the rule stands above the table. */
export function DoorsSection({ numbers, k }: { numbers: BoardNumbers; k: number }) {
  const language = useLanguage();
  const { doors: says, ledger } = useMessages().board;
  const { total, doorless } = numbers.ledger;
  const number = (n: number) => grouped(language, n);
  const classes = numbers.doors.some((one) => one.kind === "class");
  const width = columns.length + (classes ? 2 : 0);
  return (
    <section className="studio-section">
      <h2>{says.title}</h2>
      <p className="quiet-text">{fill(says.rule, { k })}</p>
      {numbers.doors.length === 0 ? <p>{says.none}</p> : null}
      <TableBox label={says.title} wide>
        <table className="board-doors studio-cards">
          <thead>
            <tr>
              <th scope="col">{says.door}</th>
              {columns.map((column) => (
                <th key={column} scope="col" className="number">
                  {ledger[column]}
                </th>
              ))}
              {classes ? (
                <>
                  <th scope="col" className="number">
                    {says.expected}
                  </th>
                  <th scope="col" className="number">
                    {says.share}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {numbers.doors.map((door) => (
              <tr key={door.slug} className={door.line ? undefined : "quiet-row"}>
                <th scope="row" className="whole">
                  {door.name[language]}
                  <span className="studio-beside">{says.kinds[door.kind]}</span>
                </th>
                {door.line ? (
                  <LineCells line={door.line} />
                ) : (
                  <td className="number" colSpan={columns.length}>
                    {says.heldBack}
                  </td>
                )}
                {classes ? (
                  <>
                    <td
                      className={door.expected === null ? "number board-none" : "number"}
                      data-label={says.expected}
                    >
                      {door.expected === null ? "–" : number(door.expected)}
                    </td>
                    <td
                      className={door.share === undefined ? "number board-none" : "number"}
                      data-label={says.share}
                    >
                      {door.share === undefined ? "–" : percent(language, door.share)}
                    </td>
                  </>
                ) : null}
              </tr>
            ))}
            {numbers.heldBack ? (
              <tr>
                <th scope="row" className="whole">
                  {amount(language, says.held, numbers.heldBack.doors)}
                </th>
                <LineCells line={numbers.heldBack.line} />
                {classes ? <td colSpan={2} /> : null}
              </tr>
            ) : null}
            {doorless > 0 ? (
              <tr>
                <th scope="row" className="whole">
                  {says.doorless}
                </th>
                <td className="number" colSpan={columns.length} data-label={ledger.withdrawn}>
                  {number(doorless)}
                </td>
                {classes ? <td colSpan={width - columns.length} /> : null}
              </tr>
            ) : null}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" className="whole">
                {says.total}
              </th>
              <LineCells line={total} />
              {classes ? <td colSpan={2} /> : null}
            </tr>
          </tfoot>
        </table>
      </TableBox>
      <p className="studio-hint">{says.shareNote}</p>
      <CohortTables cohorts={numbers.cohorts} />
    </section>
  );
}

function LineCells({ line }: { line: LedgerLine }) {
  const language = useLanguage();
  const { ledger } = useMessages().board;
  return columns.map((column) => (
    <td key={column} className="number" data-label={ledger[column]}>
      {grouped(language, line[column])}
    </td>
  ));
}
