import { useMessages } from "../../language.tsx";
import { TableBox } from "../../studio/table-box.tsx";
import type { LanguageName } from "./languages-data.ts";

export interface PlanRow {
  id: string;
  source: string;
  before: string;
  after: string;
  outdated: boolean;
}

interface PlanTableProps {
  title: string;
  rows: PlanRow[];
  source: string;
  target: string;
  names: Record<string, LanguageName>;
}

/** What would be written, text by text. */
export function PlanTable({ title, rows, source, target, names }: PlanTableProps) {
  const words = useMessages().translations.import;
  if (rows.length === 0) return null;
  const isChange = rows.some(({ before }) => before);
  return (
    <section>
      <h2>{title}</h2>
      <TableBox label={title} wide>
        <table className="translation-plan">
          <thead>
            <tr>
              <th scope="col">{words.source}</th>
              {isChange ? <th scope="col">{words.before}</th> : null}
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td lang={source} dir={names[source]?.direction}>
                  {row.source} {row.outdated ? <strong>（{words.outdatedMark}）</strong> : null}
                </td>
                {isChange ? (
                  <td lang={target} dir={names[target]?.direction}>
                    {row.before}
                  </td>
                ) : null}
                <td lang={target} dir={names[target]?.direction}>
                  {row.after}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </section>
  );
}
