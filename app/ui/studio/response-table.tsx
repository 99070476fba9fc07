import { Link } from "@remix-run/react";
import { nativeName } from "#app/instrument/language-names.ts";
import { formatDay, type Language, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { amount } from "./amount.ts";
import type { ListQuery } from "./list-query.ts";
import { ResponsePager } from "./response-pager.tsx";
import { TableBox } from "./table-box.tsx";

interface ResponseRow {
  id: string;
  day: string;
  door: Text;
  language: Language;
  asked: number;
  answered: number;
  late: boolean;
  excluded: boolean;
}

interface ResponseTableProps {
  study: string;
  rows: ResponseRow[];
  query: ListQuery;
  previous: string | undefined;
  next: string | undefined;
}

/** Enough of a random id to tell rows apart; the address carries all of it. */
export const shortId = (id: string) => id.slice(0, 8);

export function ResponseTable({ study, rows, query, previous, next }: ResponseTableProps) {
  const language = useLanguage();
  const { responses } = useMessages().studio;
  const pager = <ResponsePager study={study} query={query} previous={previous} next={next} />;
  if (rows.length === 0) {
    return (
      <>
        <p>{responses.none}</p>
        {pager}
      </>
    );
  }
  return (
    <>
      <p className="quiet-text">{amount(language, responses.shown, rows.length)}</p>
      <TableBox label={responses.title} wide>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{responses.id}</th>
              <th scope="col">{responses.day}</th>
              <th scope="col">{responses.door}</th>
              <th scope="col">{responses.language}</th>
              <th scope="col" className="number">
                {responses.answered}
              </th>
              <th scope="col">{responses.state}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className={row.excluded ? "quiet-row" : undefined}>
                <th scope="row">
                  <Link className="row-link mono" to={`/studio/${study}/responses/${row.id}`}>
                    {shortId(row.id)}
                  </Link>
                </th>
                <td className="nowrap">{formatDay(row.day, language)}</td>
                <td className="whole">{row.door[language]}</td>
                <td className="nowrap">{responses.languages[row.language] ?? nativeName(row.language)}</td>
                <td className="number" data-label={responses.answered}>
                  {row.answered} / {row.asked}
                </td>
                <td>
                  {row.excluded ? responses.excluded : responses.counted}
                  {row.late ? <span className="studio-flag">{responses.late}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {pager}
    </>
  );
}
