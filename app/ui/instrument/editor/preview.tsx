import { Link } from "@remix-run/react";
import { nativeName } from "#app/instrument/language-names.ts";
import { exampleOf, findStanding, pageOf, placeParts } from "#app/instrument/standing.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { instrumentPath, placeAddress } from "./editor-address.ts";
import type { EditorPageData } from "./editor-data.ts";
import { PhoneFrame } from "./phone-frame.tsx";

/** The page of the chosen place, as a phone shows it; the chosen question is brought into view. */
export function Preview({ page }: { page: EditorPageData }) {
  const { editor } = useMessages();
  const { definition, place, language } = page;
  const meant = exampleOf(definition, place) ?? place;
  const shown = shownPage({ definition, place: meant });
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
      <PhoneFrame
        title={fill(editor.preview.title, { page: name })}
        src={`${instrumentPath(page.head)}/preview?${new URLSearchParams({
          page: shown,
          language,
          at: String(page.head.draft),
        })}`}
        at={chosenIn({ definition, place: meant })}
        quiet={page.isDone}
        column={page.column}
      />
      <p className="studio-hint">{editor.preview.note}</p>
    </section>
  );
}

type Meant = Pick<EditorPageData, "definition" | "place">;

/** The page to show: the chosen place's, the letter for the consent, else the first. */
function shownPage({ definition, place }: Meant): string {
  const isConsent = place === "consent" || findStanding(definition, place)?.holder === "consent";
  if (isConsent || place === "instrument") return "";
  return pageOf(definition, place)?.code ?? definition.pages[0]?.code ?? "";
}

/** The code under which the chosen place stands in the preview. */
function chosenIn({ definition, place }: Meant): string {
  const { kind, code } = placeParts(place);
  if (kind === "item") return code;
  const block = kind === "block" ? findStanding(definition, place) : undefined;
  const within = block?.list[block.at] as { items?: { code: string }[] } | undefined;
  return within?.items?.[0]?.code ?? "";
}
