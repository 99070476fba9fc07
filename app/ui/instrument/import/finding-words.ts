import { nativeName } from "#app/instrument/language-names.ts";
import type { Finding, Place } from "#app/interchange/report.ts";
import { fill } from "#app/locales/language.ts";
import type { useMessages } from "../../language.tsx";

type Messages = ReturnType<typeof useMessages>;

/** Where in a file something stands, in the reader's words. */
export function placeWords({ exchange }: Messages, place: Place | undefined): string {
  if (!place) return "";
  const { at } = exchange.import;
  return [
    ...(place.sheet ? [fill(at.sheet, { name: place.sheet })] : []),
    ...(place.line ? [fill(at.line, { n: place.line })] : []),
    ...(place.path ? [place.path] : []),
  ].join(" · ");
}

/** What became of something; kinds of question and languages by their names where they have one. */
export function findingWords({ interchange, editor, studio }: Messages, { code, details }: Finding): string {
  const languages: Record<string, string> = studio.responses.languages;
  const named = Object.entries(details ?? {}).map(([key, value]) => {
    const kinds: Record<string, string> = editor.kinds;
    const known = code === "changed.kind" && Object.hasOwn(kinds, value) ? kinds[value] : undefined;
    const language = key === "language" ? (languages[value] ?? nativeName(String(value))) : undefined;
    return [key, known ?? language ?? value];
  });
  return fill(interchange.findings[code], Object.fromEntries(named));
}
