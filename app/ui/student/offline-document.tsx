import type { AskedItem, Instrument } from "#app/instrument/definition.ts";
import { shownIn } from "#app/instrument/items.ts";
import { isPiped } from "#app/instrument/pipes.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";
import { looks } from "../questions/index.ts";
import { chromeOf, documentOf } from "./document.tsx";
import { extrasFor } from "./extras.ts";
import { type LandingProps, Letter } from "./landing.tsx";
import { Earlier } from "./notices.tsx";
import script from "./offline.ts?worker&url";
import type { OfflineSurvey } from "./offline-survey.ts";
import { phonePipes } from "./phone-pipes.ts";
import pipes from "./pipes-here.ts?worker&url";
import { StartFresh } from "./start-fresh.tsx";

interface OfflineProps
  extends Pick<LandingProps, "versionId" | "language" | "spoken" | "synthetic" | "letterValues" | "home"> {
  instrument: Instrument;
  year: number;
  suggestions: readonly string[];
  /** What routing knows of everyone who comes through this door, and what it is called. */
  known: Answers;
  knownWords: Record<string, string>;
}

/**
 * The whole survey in one document, kept on phones for when there is no network: every page with every question it may
 * ask, and the rules by which its script shows them. It holds nobody's answers.
 */
export function offlineDocument(props: OfflineProps): string {
  const { language, instrument, home } = props;
  const { survey, phone, common } = messagesIn(language);
  const { moreStyles, scripts } = extrasFor(shownIn(instrument), true);
  const pipeScripts = isPiped(JSON.stringify(instrument.pages)) ? [pipes] : [];
  const html = documentOf({
    language,
    spoken: props.spoken,
    synthetic: props.synthetic,
    title: instrument.title[language],
    moreStyles,
    // What checks answers is there before anything is asked.
    scripts: [...scripts, script, ...pipeScripts],
    children: (
      <>
        <header className="top" data-face="page" lang={chromeOf(props)} hidden>
          <progress aria-label={common.product} />
          <p>
            <span id="at" />
            <span id="status" role="status" />
          </p>
        </header>
        <main>
          <noscript>
            <p>
              {phone.withoutScript} <a href={home}>{survey.doors.toSurvey}</a>
            </p>
          </noscript>
          <div data-face="letter" hidden>
            <h1>{instrument.title[language]}</h1>
            <p className="invitation">{instrument.invitation[language]}</p>
            <p className="facts">
              {fill(survey.minutes, instrument.minutes)} · {survey.questionsOptional}
            </p>
            <Letter
              {...props}
              given={undefined}
              problems={{}}
              action={`${home}?lang=${props.spoken ?? language}`}
            />
          </div>
          <div data-face="unfinished" hidden>
            <h1>{instrument.title[language]}</h1>
            <div className="unfinished">
              <h2>{survey.resumeTitle}</h2>
              <p id="stopped" />
              <div className="actions">
                <button type="button" className="next" id="resume">
                  {survey.resume}
                </button>
              </div>
              <Fresh home={home} label={survey.fresh} />
              <p className="hint">{survey.freshNote}</p>
            </div>
          </div>
          <Pages {...props} />
          <div data-face="done" hidden className="notice">
            <h1>{phone.doneTitle}</h1>
            <p>{phone.doneBody}</p>
            <p className="hint">{phone.doneNote}</p>
            <p role="status" />
            <div className="actions">
              <button type="button" className="next" id="try">
                {phone.tryNow}
              </button>
            </div>
          </div>
          <div data-face="earlier" hidden className="notice">
            <h1>{survey.earlier.title}</h1>
            <Earlier home={home} language={language} />
          </div>
          <div data-face="empty" hidden className="notice">
            <h1>{phone.emptyTitle}</h1>
            <p>{phone.emptyBody}</p>
          </div>
        </main>
        <footer data-face="page done" hidden>
          <StartFresh home={home} language={language} />
        </footer>
        <div id="refused" hidden>
          <Fresh home={home} label={phone.erase} />
        </div>
        <script
          id="survey"
          type="application/json"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(rules(props)).replaceAll("<", "\\u003c") }}
        />
      </>
    ),
  });
  return phonePipes(html, props.knownWords);
}

function Fresh({ home, label }: { home: string; label: string }) {
  return (
    <form method="post" action={home}>
      <button className="quiet" name="go" value="fresh">
        {label}
      </button>
    </form>
  );
}

function Pages({ language, instrument, year, suggestions }: OfflineProps) {
  const { survey } = messagesIn(language);
  return (
    <form id="offline" data-face="page" hidden autoComplete="off" noValidate>
      <div className="summary" role="alert" hidden>
        <h2>{survey.errorTitle}</h2>
        <p />
        <ul />
      </div>
      {instrument.pages.map((page) => (
        <section key={page.code} data-page={page.code} hidden>
          <h1 tabIndex={-1}>
            {page.title[language]}
            {page.optional ? <span className="optional"> {survey.optionalPage}</span> : null}
          </h1>
          {page.intro ? <p className="intro">{page.intro[language]}</p> : null}
          {page.items.map((item) => {
            const Look = looks[item.kind];
            const look = {
              item,
              given: [],
              language,
              words: survey,
              scales: instrument.scales,
              year,
              suggestions,
            };
            return <Look key={item.code} {...look} />;
          })}
        </section>
      ))}
      <div className="actions">
        <button className="next" id="next">
          {survey.next}
        </button>
        <button type="button" className="quiet" id="back">
          {survey.back}
        </button>
      </div>
    </form>
  );
}

/** Routing and order as the rules of `instrument` read them, without the words. */
function rules({ instrument, home, versionId, language, known }: OfflineProps): OfflineSurvey {
  const { survey, phone } = messagesIn(language);
  const { page, next, submit, errorBody, problems, wholeNumber } = survey;
  const bare = (item: AskedItem) => ({
    code: item.code,
    kind: item.kind,
    required: item.required,
    showIf: item.showIf,
    run: item.run,
    otherOf: item.otherOf,
    ...(item.kind === "scale" ? { scale: item.scale, expect: item.expect } : {}),
    ...optionsOf(item),
  });
  const pages = instrument.pages.map(({ code, shuffle, showIf, items }) => ({
    code,
    shuffle,
    showIf,
    items: items.map(bare),
  }));
  return {
    home,
    version: versionId,
    language,
    known,
    texts: { ...phone, page, next, submit, errorBody, problems, wholeNumber },
    consent: { ticks: instrument.consent.ticks.map(bare) },
    pages,
  } as unknown as OfflineSurvey;
}

/**
 * Options as routing needs them: all of them where some depend on answers; else only the first of a required choice, for the
 * usual way through (`usualAnswers`).
 */
function optionsOf(item: AskedItem) {
  if (!("options" in item)) return {};
  const options = item.options.map(({ code, showIf }) => ({ code, showIf }));
  if (options.some(({ showIf }) => showIf)) return { options };
  return item.kind === "single" && item.required ? { options: options.slice(0, 1) } : {};
}
