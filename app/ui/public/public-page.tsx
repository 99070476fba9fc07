import { sentencesOf } from "#app/briefs/wording.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { Background } from "./background.tsx";
import { Downloads } from "./downloads.tsx";
import { Extremes } from "./extremes.tsx";
import { Groups } from "./groups.tsx";
import { Masthead } from "./masthead.tsx";
import { MethodBox } from "./method-box.tsx";
import type { PublicRelease } from "./public-release.ts";
import { releaseFigures } from "./release-figures.ts";
import { ReleasePicture } from "./release-picture.tsx";

/** What a policymaker reads: the answer in a paragraph, three findings, then everything they rest on. */
export function PublicPage(page: PublicRelease) {
  const { slug, language, release, releases } = page;
  const { brief, publicPage } = messagesIn(language);
  if (!release) return <NothingYet {...page} />;
  const said = sentencesOf(release, language);
  const figures = releaseFigures(release, language);
  const newest = releases[0]?.number === release.number;
  const picture = (name: string, eager = false) => {
    const drawn = figures.find((one) => one.name === name);
    return (
      drawn && (
        <ReleasePicture drawn={drawn} slug={slug} number={release.number} language={language} eager={eager} />
      )
    );
  };
  const others = figures.filter(
    ({ section, name }) =>
      section === "overall" ||
      (section === "theme" && !said.findings.some((finding) => name === `theme-${finding.code}`)),
  );
  const difficulty = figures.find((one) => one.section === "difficulty");
  return (
    <div className="public">
      <Masthead page={page} />
      <main>
        {newest ? null : (
          <p className="older">
            {fill(publicPage.older, { number: release.number })}{" "}
            <a href={`/p/${slug}`}>{publicPage.toNewest}</a>
          </p>
        )}
        <p className="kicker">
          {brief.kind} · {said.release} · <time dateTime={release.date}>{said.date}</time>
        </p>
        <h1>{release.title[language]}</h1>
        <p className="answer">{said.answer}</p>
        {picture("themes", true)}
        <section aria-labelledby="findings">
          <h2 id="findings">
            {said.findings.length === 3 ? brief.sections.findings : brief.sections.findingsFew}
          </h2>
          <ol className="findings">
            {said.findings.map((finding) => (
              <li key={finding.code}>
                <h3>{finding.headline}</h3>
                <p>
                  {finding.score} {finding.items.join(language === "en" ? " " : "")}
                </p>
                {picture(`theme-${finding.code}`, true)}
              </li>
            ))}
          </ol>
          <p className="quiet">{brief.findingsRule}</p>
        </section>
        {difficulty ? (
          <section aria-labelledby="difficulty">
            <h2 id="difficulty">{brief.sections.difficulty}</h2>
            <p>{said.difficulty}</p>
            {picture(difficulty.name)}
          </section>
        ) : null}
        <Extremes release={release} language={language} />
        {others.length > 0 ? (
          <section aria-labelledby="others">
            <h2 id="others">{brief.sections.overall}</h2>
            {others.map(({ name }) => (
              <div key={name}>{picture(name)}</div>
            ))}
          </section>
        ) : null}
        <Groups release={release} language={language} slug={slug}>
          {figures
            .filter((one) => one.section === "groups")
            .map(({ name }) => (
              <div key={name}>{picture(name)}</div>
            ))}
        </Groups>
        <Background release={release} language={language} slug={slug} />
        <MethodBox release={release} language={language} />
        <Downloads page={page} release={release} figures={figures} />
      </main>
    </div>
  );
}

/** A friendly page while there is nothing to read. */
function NothingYet(page: PublicRelease) {
  const { publicPage, common } = messagesIn(page.language);
  const { none } = publicPage;
  return (
    <div className="public">
      <Masthead page={page} />
      <main className="nothing">
        <h1>{page.title ? none.title : none.unknown}</h1>
        <p>{page.title ? fill(none.body, { title: page.title[page.language] }) : none.unknownBody}</p>
        <p>
          <a href="/">{common.home}</a>
        </p>
      </main>
    </div>
  );
}
