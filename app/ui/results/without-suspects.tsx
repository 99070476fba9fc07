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
    ? fill({ ...messages.common.hidden, ...without.hidden }[base.why], { k })
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
  const [all, rest] = [without.all, without.without];
  const label = (who: string, what: string) => `${who} · ${what}`;
  const people = (n: number) => fill(without.people, { n: grouped(language, n) });
  return (
    <TableBox label={without.caption} wide>
      <table className="results-table studio-cards">
        <caption className="visually-hidden">{without.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.theme}</th>
            <th {...number}>{label(all, words.mean)}</th>
            <th {...number}>{label(rest, words.mean)}</th>
            <th {...number}>{label(all, words.score)}</th>
            <th {...number}>{label(rest, words.score)}</th>
            <th {...number}>{label(without.difference, words.score)}</th>
          </tr>
        </thead>
        <tbody>
          {themes.map(({ code, title, result }) => (
            <tr key={code}>
              <th scope="row" className="whole">
                {title[language]}
              </th>
              {result.shown ? (
                <>
                  <Mean label={label(all, words.mean)} of={result.all} people={people} />
                  <Mean label={label(rest, words.mean)} of={result.without} people={people} />
                  <td className="number" data-label={label(all, words.score)}>
                    {fixed(result.all.score.estimate, 1)}
                  </td>
                  <td className="number results-strong" data-label={label(rest, words.score)}>
                    {fixed(result.without.score.estimate, 1)}
                  </td>
                  <td className="number" data-label={label(without.difference, words.score)}>
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

interface MeanProps {
  label: string;
  of: { n: number; mean: { estimate: number } };
  people: (n: number) => string;
}

function Mean({ label, of, people }: MeanProps) {
  return (
    <td className="number" data-label={label}>
      {fixed(of.mean.estimate, 2)}
      <span className="studio-beside">{people(of.n)}</span>
    </td>
  );
}

/** A difference with its sign; one that rounds to nothing has none. */
function signed(value: number): string {
  const text = fixed(value, 1);
  return value > 0 && text !== "0.0" ? `+${text}` : text;
}
