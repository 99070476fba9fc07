import type { Definition } from "#app/instrument/definition.ts";
import type { DraftChange, DraftPlace } from "#app/instrument/draft-change.ts";
import { findStanding, pageOf, placeParts } from "#app/instrument/standing.ts";
import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";

type Words = Messages["editor"];

/** What a place is called: question EXM09. */
export function placeWords(words: Words, place: DraftPlace): string {
  const { kind, code } = placeParts(place);
  return fill(words.places[kind], { code });
}

/** A line of the history in words: Changed question EXM09: “The exam …”. */
export function changeWords(words: Words, change: DraftChange): string {
  const { did, place, about = "", number = 0 } = change;
  const what = fill(words.changes[did], { place: place ? placeWords(words, place) : "", about, number });
  const isQuoted = about && place && (did !== "undo" || place);
  return isQuoted ? fill(words.changes.quoted, { what, about }) : what;
}

/** What has just been done, and where what was moved is now. */
export function doneWords(words: Words, change: DraftChange, definition: Definition): string {
  const { did, place, number = 0 } = change;
  const said = did in words.done ? words.done[did as keyof Words["done"]] : words.done.other;
  return fill(said, {
    place: place ? placeWords(words, place) : "",
    where: place ? whereWords(words, definition, place) : "",
    number,
    what: changeWords(words, change),
  });
}

/** Where something stands: no. 3 on page 6. */
function whereWords(words: Words, definition: Definition, place: DraftPlace): string {
  const standing = findStanding(definition, place);
  if (!standing) return "";
  const at = standing.at + 1;
  const holder = placeParts(standing.holder);
  const on = pageOf(definition, place);
  const page = on ? definition.pages.indexOf(on) + 1 : 0;
  if (placeParts(place).kind === "page") return fill(words.where.page, { at });
  if (holder.kind === "block") return fill(words.where.inBlock, { at, page, block: holder.code });
  if (holder.kind === "page") return fill(words.where.onPage, { at, page });
  return fill(holder.kind === "consent" ? words.where.inConsent : words.where.inList, { at });
}

/** Where a field is, in words: Option 2 label, English. What has no word of its own is named as it is stored. */
export function fieldWords(words: Words, path: string, languageName: (tag: string) => string): string {
  return path
    .split(".")
    .map((part) => {
      if (/^\d+$/.test(part)) return String(Number(part) + 1);
      return words.fields[part] ?? (/^[a-z]{2,3}(-|$)/.test(part) ? languageName(part) : part);
    })
    .join(" ");
}
