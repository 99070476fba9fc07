import { Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import type { View } from "#app/results/view.ts";
import { useMessages } from "../language.tsx";
import { searchOf } from "./address.ts";
import type { Exhibit } from "./exhibit.ts";
import { ExhibitBody, ExhibitSection } from "./exhibit-section.tsx";
import type { Reader } from "./figures.ts";
import { GroupKey } from "./group-key.tsx";
import { fixed, sentences } from "./numbers.ts";
import type { OverviewShown } from "./overview-data.ts";
import { blocksOf, overviewExhibits, sectionsOf } from "./overview-exhibits.ts";
import { useResultsPlace } from "./results-place.tsx";
import { ThemeSection } from "./theme-section.tsx";
import { UncountedSection } from "./uncounted-section.tsx";

interface ResultsBodyProps {
  data: OverviewShown;
  reader: Reader;
  /** The quality page, for those who may see single responses. */
  quality: string | undefined;
  /** Where data files are, for those who may have them. */
  files: string | undefined;
}

/** All evidence of one selection, or of two side by side. */
export function ResultsBody({ data, reader, quality, files }: ResultsBodyProps) {
  const { messages, language, k } = reader;
  const { results } = messages;
  const { views, differences } = data;
  const [first] = views;
  const exhibits = new Map(overviewExhibits(data, reader).map((one) => [one.code, one]));
  const withCode = (code: string): Exhibit[] => [exhibits.get(code) ?? []].flat();
  const choices = (...measures: Parameters<typeof blocksOf>[1]) =>
    blocksOf(views, measures).flatMap(({ code, short, text, opinion }) =>
      withCode(code).map((exhibit) => ({ exhibit, opinion, short: short[language], text: text[language] })),
    );
  const opinions = choices("one", "several", "year").filter(({ opinion }) => opinion);
  const background = choices("one", "several", "year").filter(({ opinion }) => !opinion);
  return (
    <>
      {withCode("themes").map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader}>
          <GroupKey reader={reader} />
        </ExhibitSection>
      ))}
      <section className="results-part" aria-labelledby="reading">
        <h3 id="reading">{results.reading.title}</h3>
        <p className="results-reading">
          {sentences(language, [fill(results.reading.body, { k }), bothScales(first, reader)])}
        </p>
      </section>
      {sectionsOf(views).map((groups, index) =>
        withCode(`theme-${groups[0].code}`).map((exhibit) => (
          <ThemeSection
            key={exhibit.code}
            {...{ exhibit, groups, reader, differences }}
            legend={index === 0}
          />
        )),
      )}
      {choices("bipolar").map(({ exhibit }) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader}>
          <GroupKey reader={reader} />
        </ExhibitSection>
      ))}
      {opinions.length > 0 ? (
        <section className="studio-section" aria-labelledby="choices">
          <h2 id="choices">{results.choices.title}</h2>
          {opinions.map(({ exhibit }) => (
            <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} level={3}>
              <GroupKey reader={reader} />
            </ExhibitSection>
          ))}
        </section>
      ) : null}
      {withCode("without-suspects").map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader}>
          <p className="results-reading">
            {messages.quality.without.never}{" "}
            {quality ? <Link to={quality}>{messages.quality.without.link}</Link> : null}
          </p>
          {exhibit.table && !data.all ? <LeaveOut /> : null}
        </ExhibitSection>
      ))}
      {data.unjudged ? (
        <section className="studio-section" aria-labelledby="without-suspects">
          <h2 id="without-suspects">{messages.quality.without.title}</h2>
          <p>{messages.quality.without.unjudged}</p>
          <LeaveOut />
        </section>
      ) : null}
      {withCode("without-suspects-items").map((exhibit) => (
        <ExhibitSection key={exhibit.code} exhibit={exhibit} reader={reader} level={3} folded />
      ))}
      <UncountedSection items={data.uncounted ?? []} files={files} />
      <section className="studio-section" aria-labelledby="background">
        <h2 id="background">{results.choices.background}</h2>
        <p>{results.choices.backgroundLead}</p>
        {background.map(({ exhibit, short, text }) => (
          <details className="results-background" key={exhibit.code}>
            <summary>{short}</summary>
            {short === text ? null : <p>{text}</p>}
            <ExhibitBody exhibit={exhibit} reader={reader}>
              <GroupKey reader={reader} />
            </ExhibitBody>
          </details>
        ))}
      </section>
    </>
  );
}

/** The same page without suspects. */
function LeaveOut() {
  const asked = useResultsPlace()?.head.asked;
  const { leave } = useMessages().quality.without;
  if (!asked) return null;
  return (
    <p className="results-leave">
      <Link className="results-way" to={searchOf({ ...asked, withoutSuspects: true })}>
        {leave}
      </Link>
    </p>
  );
}

/** How points of the questionnaire and points of a hundred belong together, on this page's own first score. */
function bothScales({ themes }: View, { messages }: Reader): string {
  const score = themes.flatMap(({ result }) => (result.shown ? [result] : []))[0];
  if (!score) return "";
  const [mean, hundred] = [fixed(score.mean.estimate, 2), fixed(score.score.estimate, 0)];
  return fill(messages.results.reading.scales, { mean, score: hundred });
}
