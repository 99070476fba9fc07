import type { DraftPlace } from "#app/instrument/draft-change.ts";
import type { Column, EditorPageData } from "./editor-data.ts";

type Shown = Pick<EditorPageData, "language" | "usualLanguage">;

/** Where the pages about an instrument are. */
export const instrumentPath = ({ study, instrument }: EditorPageData["head"]) =>
  `/studio/${study.slug}/instruments/${instrument.code}`;

/** The editor with a place chosen; on a narrow screen, one of its columns. */
export function placeAddress(
  { language, usualLanguage }: Shown,
  place: DraftPlace,
  { column, in: tag = language }: { column?: Column; in?: string } = {},
): string {
  const query = new URLSearchParams({ at: place });
  if (column) query.set("column", column);
  if (tag !== usualLanguage) query.set("language", tag);
  return `?${query}`;
}
