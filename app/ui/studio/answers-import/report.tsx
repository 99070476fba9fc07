import { useEffect, useRef } from "react";
import type { AnswersReport } from "#app/interchange/answers-rows.ts";
import { fill, formatDay, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../amount.ts";
import { TableBox } from "../table-box.tsx";

export interface ReadFile {
  name: string;
  report: AnswersReport;
  good: number;
  days: { first: string; last: string };
  dropped: { heading: string }[];
  before?: { number: number; name: Text } | undefined;
  without: { code: string; text: Text }[];
  values: { day: string };
}

const counts = ["repeated", "empty", "unreadable", "notAsked", "otherWords", "undated"] as const;

/** What was read of a file and what becomes of it: nothing is left out in silence. */
export function Report({ read }: { read: ReadFile }) {
  const language = useLanguage();
  const { answersImport: words, studio } = useMessages();
  const heading = useRef<HTMLHeadingElement>(null);
  // It answers the button just pressed, on a page loaded anew.
  useEffect(() => heading.current?.focus(), []);
  const { report, days } = read;
  const day = formatDay(read.values.day, language);
  return (
    <section className="studio-report" aria-labelledby="report-title">
      <h2 id="report-title" ref={heading} tabIndex={-1}>
        {words.report}
      </h2>
      <p>
        {fill(words.summary, {
          name: read.name,
          rows: grouped(language, report.rows),
          good: grouped(language, read.good),
          first: formatDay(days.first, language),
          last: formatDay(days.last, language),
        })}
      </p>
      <ul>
        {counts
          .filter((one) => report[one] > 0)
          .map((one) => (
            <li key={one}>{amount(language, words[one], report[one], { day })}</li>
          ))}
      </ul>
      {read.dropped.length > 0 ? (
        <p className="studio-hint">
          {fill(words.dropped, {
            columns: read.dropped.map(({ heading }) => heading).join(studio.overview.listComma),
          })}
        </p>
      ) : null}
      {read.before ? (
        <p className="wave-warning">{fill(words.before, { wave: read.before.name[language] })}</p>
      ) : null}
      {report.problems.length > 0 ? <Problems report={report} /> : null}
      {read.without.length > 0 ? (
        <details className="studio-numbers">
          <summary>{fill(words.without, { n: read.without.length })}</summary>
          <ul>
            {read.without.map(({ code, text }) => (
              <li key={code}>
                <span className="mono">{code}</span> {text[language]}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

function Problems({ report: { problems, unreadable, notAsked } }: Pick<ReadFile, "report">) {
  const { answersImport: words } = useMessages();
  return (
    <details className="studio-numbers">
      <summary>{words.problems}</summary>
      <TableBox label={words.problems} wide>
        <table className="studio-cards">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.column}</th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.why}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, heading, value, problem }) => (
              <tr key={`${line} ${heading} ${value}`}>
                <td data-label={words.line}>{line}</td>
                <th scope="row" className="whole">
                  {heading}
                </th>
                <td className="whole">{value}</td>
                <td>{words.whys[problem]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {unreadable + notAsked > problems.length ? (
        <p className="studio-hint">{fill(words.problemsShown, { n: problems.length })}</p>
      ) : null}
    </details>
  );
}
