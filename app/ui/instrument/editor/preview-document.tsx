import { renderToStaticMarkup } from "react-dom/server";
import type { AskedItem, Instrument, Page } from "#app/instrument/definition.ts";
import { directionOf } from "#app/instrument/language-names.ts";
import { noPicture } from "#app/instrument/new-element.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, isLanguage, type Language } from "#app/locales/language.ts";
import { looks } from "../../questions/index.ts";
import { styles } from "../../student/document.tsx";
import { extrasFor } from "../../student/extras.ts";
import previewStyles from "./preview-document.css?inline";

export interface PreviewProps {
  instrument: Instrument;
  /** The page to show; the letter and what is agreed to where there is none. */
  page: Page | undefined;
  /** A language of the instrument. */
  language: string;
  /** The language of whoever looks, for what the preview itself says. */
  reader: Language;
  year: number;
}

/** All the styles of a preview. */
export const previewStyle = (items: AskedItem[]) => styles + extrasFor(items).moreStyles + previewStyles;

/** A page of a survey as a student's phone shows it, with the very same looks; nothing in it runs or is sent. */
export function previewDocument(props: PreviewProps, style: string): string {
  const { language, page, instrument } = props;
  const html = renderToStaticMarkup(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{(page?.title ?? instrument.title)[language as Language]}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{page ? <PagePreview {...props} page={page} /> : <LetterPreview {...props} />}</body>
    </html>,
  );
  return `<!DOCTYPE html>${html}`;
}

/** The words around the questions come in the product's languages; where the survey has another, in the reader's. */
const wordsIn = ({ language, reader }: PreviewProps) =>
  messagesIn(isLanguage(language) ? language : reader).survey;

function PagePreview(props: PreviewProps & { page: Page }) {
  const { page, instrument } = props;
  const language = props.language as Language;
  const words = wordsIn(props);
  const at = instrument.pages.indexOf(page) + 1;
  const where = fill(words.page, { at, of: instrument.pages.length });
  return (
    <>
      <header className="top">
        <progress max={instrument.pages.length} value={at} aria-label={where} />
        <p>
          <span>{where}</span>
        </p>
      </header>
      <main>
        <form id="page">
          <h1>
            {page.title[language] || messagesIn(props.reader).editor.preview.noWords}
            {page.optional ? <span className="optional"> {words.optionalPage}</span> : null}
          </h1>
          {page.intro ? <p className="intro">{page.intro[language]}</p> : null}
          {page.items.map((item) => (
            <ItemPreview key={item.code} item={item} {...props} />
          ))}
          <div className="actions">
            <button type="button" className="next">
              {at === instrument.pages.length ? words.submit : words.next}
            </button>
            {at > 1 ? (
              <button type="button" className="quiet">
                {words.back}
              </button>
            ) : null}
          </div>
        </form>
      </main>
    </>
  );
}

function LetterPreview(props: PreviewProps) {
  const { instrument } = props;
  const language = props.language as Language;
  const words = wordsIn(props);
  return (
    <main>
      <h1>{instrument.title[language] || messagesIn(props.reader).editor.preview.noWords}</h1>
      <p className="invitation">{instrument.invitation[language]}</p>
      <p className="facts">
        {fill(words.minutes, instrument.minutes)} · {words.questionsOptional}
      </p>
      <form id="start">
        <h2>{words.letterTitle}</h2>
        <div className="letter">
          {instrument.consent.letter.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no names, and are never reordered here
            <p key={index}>{paragraph[language]}</p>
          ))}
          <p className="status">{instrument.status[language]}</p>
        </div>
        {instrument.consent.ticks.map((item) => (
          <ItemPreview key={item.code} item={item} {...props} />
        ))}
        <div className="actions">
          <button type="button" className="next">
            {words.start}
          </button>
        </div>
      </form>
    </main>
  );
}

function ItemPreview({ item, ...props }: PreviewProps & { item: AskedItem }) {
  const { preview } = messagesIn(props.reader).editor;
  return (
    <div className={item.showIf ? "preview-item some" : "preview-item"}>
      {item.showIf && !item.otherOf ? <p className="preview-some">{preview.conditional}</p> : null}
      {isShowable(item) ? (
        <Looked item={item} {...props} />
      ) : (
        <p className="preview-waits" id={item.code}>
          {item.code} · {preview.notYet}
        </p>
      )}
    </div>
  );
}

/** What cannot be shown before its author has chosen it. */
const isShowable = (item: AskedItem) => item.kind !== "image" || item.file !== noPicture;

function Looked({ item, ...props }: PreviewProps & { item: AskedItem }) {
  const Look = looks[item.kind];
  const { preview } = messagesIn(props.reader).editor;
  const silent = item.kind === "image" || item.text[props.language as Language];
  const text = silent ? item.text : { ...item.text, [props.language]: `${item.code} ${preview.noWords}` };
  return (
    <Look
      item={{ ...item, text }}
      given={[]}
      language={props.language as Language}
      words={wordsIn(props)}
      scales={props.instrument.scales}
      year={props.year}
      suggestions={[]}
    />
  );
}
