import { Link } from "@remix-run/react";
import type { DifferenceClass } from "#app/instrument/difference-classes.ts";
import { fill, formatDay } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { grouped } from "../../studio/amount.ts";
import { TableBox } from "../../studio/table-box.tsx";

export interface VersionLine {
  number: number;
  day: string;
  by: string | undefined;
  changes: Partial<Record<DifferenceClass, number>> | undefined;
  /** At least so many; undefined where there are too many to count here. */
  answers: number | undefined;
}

/** What was published, when, by whom, what changed, and how much each version collected. */
export function VersionTable({ lines, step, here }: { lines: VersionLine[]; step: number; here: string }) {
  const language = useLanguage();
  const { versions } = useMessages();
  const changed = ({ number, changes }: VersionLine) => {
    if (number === 1) return versions.initial;
    if (!changes) return versions.unchanged;
    return Object.entries(changes)
      .map(([one, n]) => fill(versions.summary, { class: versions.classes[one as DifferenceClass], n }))
      .join(versions.summaryComma);
  };
  const answers = ({ answers }: VersionLine) => {
    if (answers === undefined) return versions.tooMany;
    return answers === 0
      ? fill(versions.fewer, { k: step })
      : fill(versions.atLeast, { n: grouped(language, answers) });
  };
  return (
    <section className="studio-section">
      <h2>{versions.list}</h2>
      {lines.length === 0 ? (
        <p className="quiet-text">{versions.noVersions}</p>
      ) : (
        <>
          <TableBox label={versions.list}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{versions.number}</th>
                  <th scope="col">{versions.date}</th>
                  <th scope="col">{versions.by}</th>
                  <th scope="col">{versions.changes}</th>
                  <th scope="col">{versions.answers}</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.number}>
                    <th scope="row">
                      <Link className="row-link nowrap" to={`${here}/versions/${line.number}`}>
                        {fill(versions.versionNumber, { n: line.number })}
                      </Link>
                    </th>
                    <td className="nowrap">{formatDay(line.day, language)}</td>
                    <td className="nowrap">{line.by ?? "–"}</td>
                    <td className="version-changes">{changed(line)}</td>
                    <td className="nowrap">{answers(line)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
          <p className="quiet-text">{fill(versions.answersNote, { k: step })}</p>
          <p>
            <Link className="studio-back" to={`${here}/files`}>
              {versions.files}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
