import { FigureChart } from "../charts/figure-chart.tsx";
import { TableBox } from "../studio/table-box.tsx";
import type { Cell, DataTable, Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";

interface ExhibitSectionProps {
  exhibit: Exhibit;
  reader: Reader;
  /** One legend per page: on under the first figure only. */
  legend?: boolean;
  /** 3 where the exhibit is a part of a larger section. */
  level?: 2 | 3;
}

/** A piece of evidence: heading, sentence, chart, and folded away its table, files and method. */
export function ExhibitSection({ exhibit, reader, legend = false, level = 2 }: ExhibitSectionProps) {
  const { messages, language } = reader;
  const { code, title, lead, figure, table } = exhibit;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="studio-section" id={code} aria-labelledby={`title-${code}`}>
      <Heading id={`title-${code}`}>{title}</Heading>
      {lead ? <p>{lead}</p> : null}
      {figure ? <FigureChart figure={figure} lang={language} legend={legend} /> : null}
      {table ? (
        <details className="results-numbers" open={figure === undefined}>
          <summary>{messages.results.table}</summary>
          <ExhibitTable table={table} />
        </details>
      ) : null}
    </section>
  );
}

function ExhibitTable({ table }: { table: DataTable }) {
  const { caption, head, rows, notes } = table;
  const number = (at: number) => (head[at]?.number ? "number" : undefined);
  return (
    <TableBox label={caption} wide>
      <table className="results-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move, and two may be called the same
              <th scope="col" className={number(at)} key={at}>
                {one.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
            <tr key={row}>
              {cells.map((cell, at) => {
                const shown = view(cell);
                const span = shown.hidden ? head.length - at : undefined;
                const className = shown.hidden ? "quiet" : number(at);
                return at === 0 ? (
                  <th scope="row" key="name">
                    {shown.text}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of the head
                  <td className={className} colSpan={span} key={at}>
                    {shown.text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {notes ? <p className="results-notes">{notes}</p> : null}
    </TableBox>
  );
}

const view = (cell: Cell): { text: string; hidden?: boolean } =>
  typeof cell === "string" ? { text: cell } : "hidden" in cell ? { text: cell.hidden, hidden: true } : cell;
