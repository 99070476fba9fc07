import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import type { WithoutSuspects as Without } from "#app/results/view.ts";
import { amount, grouped } from "../studio/amount.ts";
import { TableBox } from "../studio/table-box.tsx";
import type { Reader } from "./figures.ts";
import { fixed, hiddenText } from "./numbers.ts";

interface WithoutSuspectsProps {
  without: Without;
  reader: Reader;
  /** The quality page, for those who may see single responses. */
  quality: string | undefined;
}

/** The headline twice: with every response, and without those that are suspect for the way they were given. */
export function WithoutSuspects({ without: { base, themes }, reader, quality }: WithoutSuspectsProps) {
  const { messages, language, k } = reader;
  const { without } = messages.quality;
  const said = !base.shown
    ? fill(without.hidden[base.why], { k })
    : base.suspects === 0
      ? without.none
      : amount(language, without.lead, base.suspects, { all: grouped(language, base.n) });
  return (
    <section className="studio-section" aria-labelledby="without-suspects">
      <h2 id="without-suspects">{without.title}</h2>
      <p>{said}</p>
      {base.shown && base.suspects > 0 ? <Themes themes={themes} reader={reader} /> : null}
      <p className="results-reading">
        {without.never} {quality ? <Link to={quality}>{without.link}</Link> : null}
      </p>
    </section>
  );
}

function Themes({ themes, reader }: { themes: Without["themes"]; reader: Reader }) {
  const { messages, language, k } = reader;
  const { without } = messages.quality;
  const { themes: words } = messages.results;
  const number = { scope: "col", className: "number" } as const;
  const people = (n: number) => fill(without.people, { n: grouped(language, n) });
  return (
    <TableBox label={without.caption} wide>
      <table className="results-table">
        <caption className="visually-hidden">{without.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.theme}</th>
            <th {...number}>
              {without.all} · {words.mean}
            </th>
            <th {...number}>
              {without.without} · {words.mean}
            </th>
            <th {...number}>
              {without.all} · {words.score}
            </th>
            <th {...number}>
              {without.without} · {words.score}
            </th>
            <th {...number}>
              {without.difference} · {words.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ code, title, result }) => (
            <tr key={code}>
              <th scope="row">{title[language]}</th>
              {result.shown ? (
                <>
                  <Mean {...{ value: result.all.mean.estimate, note: people(result.all.n) }} />
                  <Mean {...{ value: result.without.mean.estimate, note: people(result.without.n) }} />
                  <td className="number">{fixed(result.all.score.estimate, 1)}</td>
                  <td className="number results-strong">{fixed(result.without.score.estimate, 1)}</td>
                  <td className="number">
                    {signed(result.without.score.estimate - result.all.score.estimate)}
                  </td>
                </>
              ) : (
                <td className="quiet" colSpan={5}>
                  {hiddenText(result.why, messages, k)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Mean({ value, note }: { value: number; note: string }) {
  return (
    <td className="number">
      {fixed(value, 2)}
      <span className="studio-beside">{note}</span>
    </td>
  );
}

/** A difference with its sign; one that rounds to nothing has none. */
function signed(value: number): string {
  const text = fixed(value, 1);
  return value > 0 && text !== "0.0" ? `+${text}` : text;
}
