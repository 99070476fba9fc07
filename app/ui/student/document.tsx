import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { directionOf } from "#app/instrument/language-names.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import enhance from "./enhance.ts?worker&url";
import styles from "./student.css?inline";

export { styles };

/** Marks what is in the product's language on a page whose questions are in another. */
export const chromeOf = ({ language, spoken }: { language: Language; spoken?: string | undefined }) =>
  spoken === undefined || spoken === language ? undefined : language;

/** A finished HTML document for students: its styles, one small script that only adds, nothing else. */
export function documentOf(props: {
  language: Language;
  /** The language of the questions, where the survey has others than the product. */
  spoken?: string | undefined;
  title: string;
  synthetic: boolean;
  /** Other scripts, after the one that every page has. */
  scripts?: string[];
  /** More than the stylesheet that every page has. */
  moreStyles?: string;
  children: ReactNode;
}): string {
  const { common } = messagesIn(props.language);
  const spoken = props.spoken ?? props.language;
  const html = renderToStaticMarkup(
    <html lang={spoken} dir={directionOf(spoken) === "rtl" ? "rtl" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{props.title}</title>
        {/* An empty icon saves a request on a slow network. */}
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: styles + (props.moreStyles ?? "") }} />
        {/* While developing, Vite serves scripts as modules. */}
        {[enhance, ...(props.scripts ?? [])].map((src) => (
          <script key={src} src={src} type={import.meta.env.DEV ? "module" : undefined} defer />
        ))}
      </head>
      <body>
        {props.synthetic ? (
          <aside className="synthetic" lang={chromeOf(props)}>
            {common.synthetic}
          </aside>
        ) : null}
        {props.children}
      </body>
    </html>,
  );
  return `<!DOCTYPE html>${html}`;
}
