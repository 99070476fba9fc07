import { Link } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { nativeName } from "#app/instrument/language-names.ts";
import { findStanding, pageOf, placeParts } from "#app/instrument/standing.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { instrumentPath, placeAddress } from "./editor-address.ts";
import type { EditorPageData } from "./editor-data.ts";

/** The page of the chosen place, as a phone shows it; the chosen question is brought into view. */
export function Preview({ page }: { page: EditorPageData }) {
  const { editor } = useMessages();
  const { definition, place, language } = page;
  const shown = shownPage(page);
  const title = definition.pages.find(({ code }) => code === shown)?.title;
  const name = title?.[language as "en"] || shown || editor.preview.consent;
  return (
    <section className="editor-preview" id="preview" aria-label={editor.columns.preview}>
      {definition.languages.length > 1 ? (
        <nav aria-label={editor.preview.language}>
          <ul className="editor-languages">
            {definition.languages.map((tag) => (
              <li key={tag}>
                <Link
                  to={placeAddress(page, place, { in: tag, column: "preview" })}
                  aria-current={tag === language ? "true" : undefined}
                  lang={tag}
                  preventScrollReset
                >
                  {nativeName(tag)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Phone
        title={fill(editor.preview.title, { page: name })}
        src={`${instrumentPath(page.head)}/preview?${new URLSearchParams({
          page: shown,
          language,
          at: String(page.head.draft),
        })}`}
        at={chosenIn(page)}
      />
      <p className="studio-hint">{editor.preview.note}</p>
    </section>
  );
}

/** The page to show: the chosen place's, the letter for the consent, else the first. */
function shownPage({ definition, place }: EditorPageData): string {
  const isConsent = place === "consent" || findStanding(definition, place)?.holder === "consent";
  if (isConsent || place === "instrument") return "";
  return pageOf(definition, place)?.code ?? definition.pages[0]?.code ?? "";
}

/** The code under which the chosen place stands in the preview. */
function chosenIn({ definition, place }: EditorPageData): string {
  const { kind, code } = placeParts(place);
  if (kind === "item") return code;
  const block = kind === "block" ? findStanding(definition, place) : undefined;
  const within = block?.list[block.at] as { items?: { code: string }[] } | undefined;
  return within?.items?.[0]?.code ?? "";
}

/**
 * A document of its own in a frame as wide as a phone. No script runs in it and no form is sent; it may be looked into from
 * here, so that it changes without a new entry in the browser's history.
 */
export function Phone({ title, src, at }: { title: string; src: string; at: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const whole = at ? `${src}#${at}` : src;
  const [first] = useState(whole);
  const shown = useRef(whole);
  useEffect(() => {
    if (shown.current === whole) return;
    shown.current = whole;
    frame.current?.contentWindow?.location.replace(whole);
  }, [whole]);
  return (
    <iframe ref={frame} className="editor-phone" title={title} src={first} sandbox="allow-same-origin" />
  );
}
