import { renderToStaticMarkup } from "react-dom/server";
import type { AskedItem, Instrument, Page } from "#app/instrument/definition.ts";
import { directionOf } from "#app/instrument/language-names.ts";
import { noPicture } from "#app/instrument/new-element.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { looks } from "../../questions/index.ts";
import { chromeOf, styles } from "../../student/document.tsx";
import { extrasFor } from "../../student/extras.ts";
import previewStyles from "./preview-document.css?inline";

export interface PreviewProps {
  instrument: Instrument;
  /** The page to show; the letter and what is agreed to where there is none. */
  page: Page | undefined;
  /** The language of the questions, and that of the product in which pages look for their words (`inLanguage`). */
  spoken: string;
  language: Language;
  /** The language of whoever looks, for what the preview itself says. */
  reader: Language;
  year: number;
}

/** All the styles of a preview. */
export const previewStyle = (items: AskedItem[]) => styles + extrasFor(items).moreStyles + previewStyles;

/** A page of a survey as a student's phone shows it, with the very same looks; nothing in it runs or is sent. */
export function previewDocument(props: PreviewProps, style: string): string {
  const { language, spoken, page, instrument } = props;
  const html = renderToStaticMarkup(
    <html lang={spoken} dir={directionOf(spoken)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="data:," />
        <title>{(page?.title ?? instrument.title)[language]}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>{page ? <PagePreview {...props} page={page} /> : <LetterPreview {...props} />}</body>
    </html>,
  );
  return `<!DOCTYPE html>${html}`;
}

function PagePreview(props: PreviewProps & { page: Page }) {
  const { page, instrument, language } = props;
  const words = messagesIn(language).survey;
  const at = instrument.pages.indexOf(page) + 1;
  const where = fill(words.page, { at, of: instrument.pages.length });
  return (
    <>
      <header className="top" lang={chromeOf(props)}>
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
          <div className="actions" lang={chromeOf(props)}>
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
  const { instrument, language } = props;
  const words = messagesIn(language).survey;
  return (
    <main>
      <h1>{instrument.title[language] || messagesIn(props.reader).editor.preview.noWords}</h1>
      <p className="invitation">{instrument.invitation[language]}</p>
      <p className="facts" lang={chromeOf(props)}>
        {fill(words.minutes, instrument.minutes)} · {words.questionsOptional}
      </p>
      <form id="start">
        <h2 lang={chromeOf(props)}>{words.letterTitle}</h2>
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
        <div className="actions" lang={chromeOf(props)}>
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
  const silent = item.kind === "image" || item.text[props.language];
  const text = silent ? item.text : { ...item.text, [props.language]: `${item.code} ${preview.noWords}` };
  return (
    <Look
      item={{ ...item, text }}
      given={[]}
      language={props.language}
      words={messagesIn(props.language).survey}
      scales={props.instrument.scales}
      year={props.year}
      suggestions={[]}
    />
  );
}
