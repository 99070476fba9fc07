import { fill, type Language } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";

export interface ReleaseLine {
  number: number;
  releasedAt: string;
  responses: number;
  by: string;
  files: number;
  bytes: number;
}

const count = (n: number) => n.toLocaleString("en-US");
/** The day in the server's own calendar, so that browser and server write the same. */
const day = (moment: string, language: Language) =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", {
    dateStyle: "long",
    timeZone: "UTC",
  }).format(new Date(moment));

export function ReleasesLead({ releases }: { releases: ReleaseLine[] }) {
  const { releasesRoom: words } = useMessages();
  const language = useLanguage();
  const last = releases[0];
  if (!last) return <p>{words.lead.none}</p>;
  const values = { count: releases.length, date: day(last.releasedAt, language), n: count(last.responses) };
  return <p>{fill(words.lead.some, values)}</p>;
}

export function ReleaseList({ releases, study }: { releases: ReleaseLine[]; study: string }) {
  const { releasesRoom: words } = useMessages();
  const language = useLanguage();
  return (
    <section className="studio-section" aria-labelledby="release-list">
      <h2 id="release-list">{words.list}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone scrolls inside, by keyboard too. */}
      <div className="studio-scroll" role="region" aria-label={`${words.list}: ${words.files}`} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.number}</th>
              <th scope="col">{words.date}</th>
              <th scope="col" className="number">
                {words.answers}
              </th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.files}</th>
            </tr>
          </thead>
          <tbody>
            {releases.map((one) => (
              <tr key={one.number}>
                <th scope="row">
                  <a href={`/p/${study}/${one.number}`} aria-label={`${words.open}: ${one.number}`}>
                    {one.number}
                  </a>
                </th>
                <td className="nowrap">{day(one.releasedAt, language)}</td>
                <td className="number">{count(one.responses)}</td>
                <td>{one.by}</td>
                <td>
                  {one.files > 0
                    ? fill(words.filesReady, { count: one.files, size: count(Math.round(one.bytes / 1024)) })
                    : words.filesPending}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="studio-after">
        <a href={`/p/${study}`}>{words.open}</a>
      </p>
    </section>
  );
}
