import { useMessages } from "../language.tsx";
import { TableBox } from "../studio/table-box.tsx";
import type { Cell, DataTable, Shade, ShownCell } from "./exhibit.ts";

/** An exhibit's numbers as people read them. The first column stays in sight while a wide table is moved sideways. */
export function ExhibitTable({ table }: { table: DataTable }) {
  const { caption, head, rows, notes } = table;
  const { results } = useMessages();
  const names = rows.map(([first]) => textOf(first ?? ""));
  return (
    <>
      {/* A name of its own: the section around it often has the caption's. */}
      <TableBox label={`${results.table}${results.filters.colon}${caption}`} wide>
        <table className={names.every(isBrief) ? "results-table results-brief" : "results-table"}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {head.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may be called the same
                <th scope="col" className={headLook(head, at)} key={at}>
                  {one.text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first = "", ...cells], row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
              <tr key={row}>
                {row > 0 && names[row] === names[row - 1] ? null : (
                  <th scope="row" rowSpan={together(names, row)}>
                    {textOf(first)}
                    <Detail cell={first} />
                  </th>
                )}
                {cells.map((cell, at) => (
                  <DataCell
                    cell={cell}
                    number={isNumber(head, at + 1)}
                    // What is hidden speaks for the rest of its row too.
                    span={at === cells.length - 1 ? head.length - at - 1 : 1}
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the head
                    key={at}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {notes ? <p className="results-notes">{notes}</p> : null}
    </>
  );
}

const isBrief = (name: string) => name.length <= 8;
const isNumber = (head: DataTable["head"], at: number) => head[at]?.number || head[at]?.interval;

/** A head that says much gets room for it. */
const headLook = (head: DataTable["head"], at: number): string | undefined =>
  isNumber(head, at) ? `number${head[at]!.text.length > 14 ? " results-long" : ""}` : undefined;

function Detail({ cell }: { cell: Cell }) {
  if (typeof cell === "string" || "hidden" in cell || !cell.detail) return null;
  return <span className="results-reversed"> {cell.detail}</span>;
}

const textOf = (cell: Cell): string =>
  typeof cell === "string" ? cell : "hidden" in cell ? cell.hidden : cell.text;

/** How many rows from this one on have the same name. */
function together(names: readonly string[], from: number): number | undefined {
  const end = names.findIndex((name, at) => at > from && name !== names[from]);
  const rows = (end < 0 ? names.length : end) - from;
  return rows > 1 ? rows : undefined;
}

function DataCell({ cell, number, span }: { cell: Cell; number: boolean | undefined; span: number }) {
  if (typeof cell !== "string" && "hidden" in cell)
    return (
      <td className={span === 1 && number ? "quiet number" : "quiet"} colSpan={span > 1 ? span : undefined}>
        {cell.hidden}
      </td>
    );
  const { text, strong, shade = 0 }: ShownCell = typeof cell === "string" ? { text: cell } : cell;
  // Words of a few lines, not of one letter a line.
  const looks = [
    !number && text.length > 6 && "results-words",
    number && "number",
    strong && "results-strong",
    shade !== 0 && `results-${shadeName(shade)}`,
  ];
  return (
    <td className={looks.filter(Boolean).join(" ") || undefined}>
      {text}
      <Detail cell={cell} />
      {shade === 0 ? null : <Shading shade={shade} />}
    </td>
  );
}

const shadeName = (shade: Shade) => `${shade > 0 ? "above" : "below"}-${Math.abs(shade)}`;

/** Never by colour alone. */
function Shading({ shade }: { shade: Exclude<Shade, 0> }) {
  const { shades } = useMessages().exhibits;
  return (
    <>
      <span className="results-arrow" aria-hidden="true">
        {(shade > 0 ? "↑" : "↓").repeat(Math.abs(shade))}
      </span>
      <span className="visually-hidden"> {shades[shade]}</span>
    </>
  );
}
