import { renderToStaticMarkup } from "react-dom/server";
import { givenIn } from "#app/fieldwork/given.ts";
import { stampOf } from "#app/fieldwork/paradata.ts";
import type { AskedItem, Page } from "#app/instrument/definition.ts";
import { nativeName } from "#app/instrument/language-names.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, languages } from "#app/locales/language.ts";
import { type Item, kinds, type QuestionKind } from "#app/questions/index.ts";
import type { Answer, AnswerScale, Answers, Problem } from "#app/questions/kind.ts";
import { looks } from "../questions/index.ts";
import type { LookProps } from "../questions/look.ts";
import { chromeOf, documentOf } from "./document.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { extrasFor } from "./extras.ts";
import { StartFresh } from "./start-fresh.tsx";

export interface PageProps {
  /** Where the form is sent: this page's own address. */
  action: string;
  /** The survey's address, for starting fresh. */
  home: string;
  versionId: string;
  language: Language;
  /** The language of the questions, and all there are: the product's two where nothing is said. */
  spoken?: string;
  languages?: readonly string[];
  synthetic: boolean;
  page: Page;
  /** In presented order. */
  items: AskedItem[];
  answers: Answers;
  problems: Record<string, Problem>;
  /** What was typed where it could not be kept. */
  typed?: URLSearchParams;
  place: { number: number; of: number; previous: boolean; last: boolean };
  scales: Record<string, AnswerScale>;
  year: number;
  suggestions: readonly string[];
  nameOf(certificate: string): string;
  /** When the server makes this page, in milliseconds: the page carries it back. */
  madeAt: number;
  /** Which of these, the page's frame or an item, say something to this student only: they are shared with nobody. */
  personal?: (one: Page | AskedItem) => boolean;
  /** What a page carries from page to page where nothing is stored: trying a survey out. */
  carry?: string;
}

// Where the questions, and when the page was made, stand in a frame that is the same for everybody on this page.
const here = "<!--questions-->";
const made = "~made~";
const frames = new Map<string, [before: string, between: string, after: string]>();

/** One page of the survey, as a complete document that needs no script. */
export function surveyPage(props: PageProps): string {
  const typed = props.typed && givenIn(props.typed);
  const questions = props.items.map((item) => questionHtml(item, props, typed)).join("");
  const [before, between, after] = frameFor(props);
  const carried = props.carry
    ? renderToStaticMarkup(<input type="hidden" name="carry" value={props.carry} />)
    : "";
  return before + stampOf(props.madeAt) + between + carried + shown(props) + questions + after;
}

/** Which of the questions that hang on answers stand here: another may hold by the time the page is sent. */
function shown({ page, items }: PageProps): string {
  if (!page.items.some((item) => item.showIf)) return "";
  const codes = items.flatMap((item) => (item.showIf ? [item.code] : [])).join(" ");
  return renderToStaticMarkup(<input type="hidden" name="shown" value={codes} />);
}

function frameFor(props: PageProps) {
  // What stands at the top of a page with problems is this student's alone.
  if (Object.keys(props.problems).length > 0 || props.personal?.(props.page)) return parts(frame(props));
  const { action, versionId, language, spoken, synthetic, place } = props;
  // Answers decide which questions a page asks, and these what it needs.
  const key = JSON.stringify([
    action,
    versionId,
    language,
    spoken,
    synthetic,
    place,
    extrasFor(props.items).key,
  ]);
  let known = frames.get(key);
  if (!known) {
    known = parts(frame(props));
    if (frames.size >= 1000) frames.clear();
    frames.set(key, known);
  }
  return known;
}

function parts(html: string): [string, string, string] {
  // With the quotes around it, it is nothing anybody could have typed.
  const [start = "", rest = ""] = html.split(`"${made}"`);
  const [between = "", after = ""] = rest.split(here);
  return [`${start}"`, `"${between}`, after];
}

function frame(props: PageProps): string {
  const { survey, phone } = messagesIn(props.language);
  const { page, place, language } = props;
  const wrong = props.items.filter((item) => props.problems[item.code]);
  const at = fill(survey.page, { at: place.number, of: place.of });
  const chrome = chromeOf(props);
  return documentOf({
    language,
    spoken: props.spoken,
    synthetic: props.synthetic,
    title: `${page.title[language]} · ${at}`,
    ...extrasFor(props.items),
    children: (
      <>
        <header className="top" lang={chrome}>
          <progress max={place.of} value={place.number} aria-label={at} />
          <p>
            <span>{at}</span>
            <span
              id="status"
              role="status"
              data-saved={survey.saved}
              data-saving={survey.saving}
              data-failed={survey.notSaved}
              data-offline={survey.offline}
              data-kept={phone.kept}
              data-waiting={phone.waiting}
            />
          </p>
        </header>
        <main>
          <form
            id="page"
            method="post"
            action={props.action}
            noValidate
            data-version={props.versionId}
            data-last={place.last ? "" : undefined}
          >
            {/* Enter in a text field presses the first button of a form: it must be this one. */}
            <button className="first" name="go" value="next" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="seconds" />
            <input type="hidden" name="at" value={made} />
            {/* Nobody sees this field: what fills it in is no student. */}
            <p className="visually-hidden" aria-hidden="true">
              <label>
                请留空 leave this empty <input name="website" tabIndex={-1} autoComplete="off" />
              </label>
            </p>
            <h1>
              {page.title[language]}
              {page.optional ? (
                <span className="optional" lang={chrome}>{` ${survey.optionalPage}`}</span>
              ) : null}
            </h1>
            {page.intro ? <p className="intro">{page.intro[language]}</p> : null}
            <ErrorSummary items={wrong} language={language} />
            <div dangerouslySetInnerHTML={{ __html: here }} />
            <div className="actions" lang={chrome}>
              <button className="next" name="go" value="next">
                {place.last ? survey.submit : survey.next}
              </button>
              {place.previous ? (
                <button className="quiet" name="go" value="back">
                  {survey.back}
                </button>
              ) : null}
              <OtherLanguages {...props} />
            </div>
          </form>
        </main>
        <footer lang={chrome}>
          <StartFresh home={props.home} language={language} />
        </footer>
      </>
    ),
  });
}

/** The survey's other languages, each by its own name; none where it has one. */
function OtherLanguages({ language, spoken = language, languages: all = languages }: PageProps) {
  const others = all.filter((one) => one !== spoken);
  return others.map((tag) => (
    <button
      key={tag}
      className="quiet"
      name="go"
      value={others.length === 1 ? "language" : `language:${tag}`}
      lang={tag}
    >
      {nativeName(tag)}
    </button>
  ));
}

// A closed question looks the same for everyone who chose the same: a handful of strings serves all students.
const rendered = new Map<string, string>();

// All that these were given is their first value.
const closed: QuestionKind[] = [
  "scale",
  "single",
  "check",
  "year",
  "consent",
  "differential",
  "nps",
  "slider",
];

function questionHtml(item: AskedItem, props: PageProps, typed?: (code: string) => string[]): string {
  const problem = props.problems[item.code];
  const answer = props.answers[item.code] ?? null;
  const given = problem && typed ? typed(item.code) : givenFor(item, answer, props.nameOf);
  const Look = looks[item.kind];
  const look: LookProps<Item> = {
    item,
    given,
    problem,
    language: props.language,
    words: messagesIn(props.language).survey,
    scales: props.scales,
    year: props.year,
    suggestions: props.suggestions,
  };
  // Words and several choices are shared only while empty; the catalogue's suggestions may change at any time.
  const shared = closed.includes(item.kind) || (given.length === 0 && item.kind !== "catalogue");
  if (!shared || problem || props.personal?.(item)) return renderToStaticMarkup(<Look {...look} />);
  const key = `${props.versionId} ${props.language} ${props.spoken} ${props.year} ${item.code} ${given[0] ?? ""} ${offeredIn(item)}`;
  let html = rendered.get(key);
  if (html === undefined) {
    html = renderToStaticMarkup(<Look {...look} />);
    rendered.set(key, html);
  }
  return html;
}

/** Which options are offered: earlier answers may have taken some away. */
const offeredIn = (item: Item) => ("options" in item ? item.options.map(({ code }) => code).join() : "");

function givenFor(item: Item, answer: Answer | null, nameOf: (certificate: string) => string): string[] {
  if (answer === null) return [];
  if (item.kind === "catalogue" && typeof answer === "string") return [nameOf(answer)];
  return kinds[item.kind].write(answer);
}
