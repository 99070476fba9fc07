import { Link } from "@remix-run/react";
import { nativeName } from "#app/instrument/language-names.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { TableBox } from "../../studio/table-box.tsx";

interface Line {
  code: string;
  title: Text | undefined;
  respondent: keyof Messages["mirrors"]["respondents"];
  languages: string[];
  version: number | undefined;
  changed: boolean;
  waves: { number: number; name: Text; version: number }[];
  next: keyof Messages["instruments"]["list"]["nexts"];
}

/** Where the next step of an instrument is taken. */
const nextPath = (study: string, { code, next }: Line) =>
  ({
    finish: `/studio/${study}/instruments/${code}`,
    publish: `/studio/${study}/instruments/${code}/versions`,
    wave: `/studio/${study}/fieldwork/waves/new`,
    fieldwork: `/studio/${study}/fieldwork`,
  })[next];

/** The instruments of a study, a row each. */
export function InstrumentTable({ study, lines }: { study: string; lines: Line[] }) {
  const language = useLanguage();
  const { instruments, mirrors } = useMessages();
  const { list } = instruments;
  const state = ({ version, changed }: Line) => {
    if (version === undefined) return list.unpublished;
    return fill(changed ? list.changed : list.published, { n: version });
  };
  return (
    <TableBox label={list.title} wide>
      <table className="instrument-table">
        <thead>
          <tr>
            <th scope="col">{list.survey}</th>
            <th scope="col">{list.respondent}</th>
            <th scope="col">{list.languages}</th>
            <th scope="col">{list.state}</th>
            <th scope="col">{list.waves}</th>
            <th scope="col">{list.next}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row">
                <Link className="row-link" to={`/studio/${study}/instruments/${line.code}`}>
                  {line.title?.[language] || list.untitled}
                </Link>
                <code className="instrument-code">{line.code}</code>
              </th>
              <td className="nowrap">{mirrors.respondents[line.respondent]}</td>
              <td>{line.languages.map(nativeName).join(" · ")}</td>
              <td>{state(line)}</td>
              <td>
                {line.waves.length === 0 ? (
                  <span className="quiet-text">{list.noWaves}</span>
                ) : (
                  line.waves.map(({ number, name, version }) => (
                    <Link
                      key={number}
                      className="instrument-wave"
                      to={`/studio/${study}/fieldwork/waves/${number}`}
                    >
                      {fill(list.wave, { name: name[language], version })}
                    </Link>
                  ))
                )}
              </td>
              <td>
                <Link className="instrument-wave" to={nextPath(study, line)}>
                  {list.nexts[line.next]}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
