import type { Instrument } from "#app/instrument/definition.ts";
import { nativeName } from "#app/instrument/language-names.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import type { Problem } from "#app/questions/kind.ts";
import { looks } from "../questions/index.ts";
import { chromeOf, documentOf } from "./document.tsx";
import { ErrorSummary } from "./error-summary.tsx";

export interface LandingProps {
  /** The version this letter, or the unfinished survey, belongs to. */
  versionId: string;
  language: Language;
  /** The language of the letter and the questions, where the survey has others than the product. */
  spoken?: string | undefined;
  synthetic: boolean;
  instrument: Instrument;
  /** Values for the letter's placeholders: institution, lead, contact, ethics, keep_until. */
  letterValues: Record<string, string>;
  given: URLSearchParams | undefined;
  problems: Record<string, Problem>;
  /** Title of the page an unfinished survey on this phone stopped at. */
  unfinished: Text | undefined;
  home: string;
}

/** Who asks and why, in a letter; ticks last. */
export function landingPage(props: LandingProps): string {
  const { language, instrument } = props;
  const { survey } = messagesIn(language);
  const spoken = props.spoken ?? language;
  const others = instrument.languages.filter((one) => one !== spoken);
  const chrome = chromeOf(props);
  return documentOf({
    language,
    spoken,
    synthetic: props.synthetic,
    title: instrument.title[language],
    children: (
      <main>
        {others.length > 0 ? (
          <p className="switch">
            {others.map((other) => (
              <a key={other} href={`?lang=${other}`} lang={other} hrefLang={other}>
                {nativeName(other)}
              </a>
            ))}
          </p>
        ) : null}
        <h1>{instrument.title[language]}</h1>
        <p className="invitation">{instrument.invitation[language]}</p>
        <p className="facts" lang={chrome}>
          {fill(survey.minutes, instrument.minutes)} · {survey.questionsOptional}
        </p>
        {props.unfinished ? (
          <Unfinished {...props} page={props.unfinished[language]} />
        ) : (
          <Letter {...props} />
        )}
      </main>
    ),
  });
}

/** The letter and its ticks: sent as it stands, also where it was kept for a phone without network. */
export function Letter(
  props: Pick<
    LandingProps,
    "versionId" | "language" | "spoken" | "instrument" | "letterValues" | "given" | "problems"
  > & { action?: string },
) {
  const { language, instrument, letterValues, given, problems } = props;
  const { survey } = messagesIn(language);
  return (
    // Browsers would tick the last student’s consent again for the next one on Back.
    <form
      id="start"
      method="post"
      action={props.action}
      autoComplete="off"
      noValidate
      data-version={props.versionId}
    >
      <ErrorSummary
        items={instrument.consent.ticks.filter((tick) => problems[tick.code])}
        language={language}
      />
      <h2 lang={chromeOf(props)}>{survey.letterTitle}</h2>
      <div className="letter">
        {instrument.consent.letter.map((paragraph) => (
          <p key={paragraph[language]}>{fill(paragraph[language], letterValues)}</p>
        ))}
        <p className="status">{instrument.status[language]}</p>
      </div>
      {instrument.consent.ticks.map((item) => {
        const Look = looks[item.kind];
        return (
          <Look
            key={item.code}
            item={item}
            given={given?.getAll(item.code) ?? []}
            problem={problems[item.code]}
            language={language}
            words={survey}
            scales={instrument.scales}
            year={0}
            suggestions={[]}
          />
        );
      })}
      {/* The phone makes its own secret where it can; the server makes one where it cannot. */}
      <input type="hidden" name="secret" />
      <div className="actions" lang={chromeOf(props)}>
        <button className="next" name="go" value="start">
          {survey.start}
        </button>
      </div>
    </form>
  );
}

/** What this phone has not finished, and the choice to go on or to begin afresh. */
function Unfinished({ language, page, home, versionId }: LandingProps & { page: string }) {
  const { survey } = messagesIn(language);
  return (
    <form className="unfinished" method="post" action={home} data-version={versionId}>
      <h2>{survey.resumeTitle}</h2>
      <p>{fill(survey.resumeBody, { page })}</p>
      <div className="actions">
        <button className="next" name="go" value="resume">
          {survey.resume}
        </button>
        <button className="quiet" name="go" value="fresh">
          {survey.fresh}
        </button>
      </div>
      <p className="hint">{survey.freshNote}</p>
    </form>
  );
}
