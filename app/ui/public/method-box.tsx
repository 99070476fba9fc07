import type { Release } from "#app/briefs/release.ts";
import { countText, sentencesOf } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";

/** How it was done, by what rules it is worded, and what follows from none of it. */
export function MethodBox({ release, language }: { release: Release; language: Language }) {
  const { brief } = messagesIn(language);
  const said = sentencesOf(release, language);
  const { method } = release;
  const rows: [string, string][] = [
    [brief.method.asked, method.population[language]],
    [brief.method.recruited, method.recruitment[language]],
    [brief.method.when, said.range],
    [brief.method.answers, fill(brief.base, { n: countText(release.n) })],
    [brief.method.instrument, said.instrument],
    [brief.method.by, method.institution[language]],
    [brief.method.lead, method.lead[language]],
    [brief.method.contact, method.contact],
    [brief.method.ethics, method.ethics[language]],
  ];
  return (
    <>
      <section aria-labelledby="method">
        <h2 id="method">{brief.sections.method}</h2>
        <dl>
          {rows.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{brief.verdictRule}</p>
        <p className="quiet">{said.hiddenRule}</p>
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">{brief.sections.limits}</h2>
        <ul>
          {said.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
