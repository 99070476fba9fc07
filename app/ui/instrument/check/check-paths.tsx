import { nameIn } from "#app/instrument/language-names.ts";
import { answerSeconds, readingSpeed } from "#app/instrument/pace.ts";
import type { Paths, Way } from "#app/instrument/paths.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount, grouped } from "../../studio/amount.ts";
import { TableBox } from "../../studio/table-box.tsx";

/** Minutes with one decimal: more would promise what no estimate can keep. */
export const minutesOf = (seconds: number) => (Math.round(seconds / 6) / 10).toFixed(1);

/** How many ways there are, the shortest and the longest, and what each page takes. */
export function CheckPaths({ paths }: { paths: Paths }) {
  const { checks } = useMessages();
  const language = useLanguage();
  const words = checks.paths;
  const { routes, lengths, pages, promise, letterSeconds } = paths;
  const main = lengths[0];
  const count = routes.atLeast
    ? fill(words.atLeast, { n: grouped(language, routes.count) })
    : routes.count > 1
      ? amount(language, words.several, routes.count)
      : words.one;
  const sources = {
    ...readingSpeed,
    scale: answerSeconds.scale.once,
    single: answerSeconds.single.once,
    text: answerSeconds.text.once,
  };
  const title = fill(words.pages, { language: main ? nameIn(main.language, language) : "" });
  return (
    <section className="studio-section" aria-labelledby="check-paths">
      <h2 id="check-paths">{words.title}</h2>
      <p>{count}</p>
      <p className={promise.is === "kept" ? undefined : "studio-says look-here"}>
        {fill(words.promise[promise.is], {
          from: promise.from,
          to: promise.to,
          minutes: minutesOf(main?.longest.seconds ?? 0),
        })}
      </p>
      <TableBox label={words.caption}>
        <table className="studio-table check-table check-ways">
          <thead>
            <tr>
              <th scope="col">{words.language}</th>
              <th scope="col">{words.shortest}</th>
              <th scope="col">{words.longest}</th>
            </tr>
          </thead>
          <tbody>
            {lengths.map((one) => (
              <tr key={one.language}>
                <th scope="row">{nameIn(one.language, language)}</th>
                <td>
                  <WayLength way={one.shortest} />
                </td>
                <td>
                  <WayLength way={one.longest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <TableBox label={title}>
        <table className="studio-table check-table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.page}</th>
              <th scope="col" className="number">
                {words.items}
              </th>
              <th scope="col" className="number">
                {words.minutes}
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <tr key={page.code}>
                <th scope="row">{page.title[language] || page.code}</th>
                <td className="number">{page.items}</td>
                <td className="number">{minutesOf(page.seconds)}</td>
              </tr>
            ))}
            <tr className="quiet-row">
              <th scope="row">{words.letter}</th>
              <td />
              <td className="number">{minutesOf(letterSeconds)}</td>
            </tr>
          </tbody>
        </table>
      </TableBox>
      <p className="quiet-text">{fill(words.method, sources)}</p>
    </section>
  );
}

function WayLength({ way }: { way: Way }) {
  const { checks } = useMessages();
  const words = checks.paths;
  return (
    <>
      <p>{fill(words.length, { items: way.items, minutes: minutesOf(way.seconds) })}</p>
      <p className="quiet-text">
        {way.answers.length === 0 ? words.everybody : words.leads}
        {way.answers.map(({ code, words: answer }) => (
          <span key={code} className="check-answer">
            <span className="mono">{code}</span> {answer}
          </span>
        ))}
      </p>
    </>
  );
}
