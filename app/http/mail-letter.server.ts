import { dayIn } from "#app/fieldwork/door.ts";
import { type WrittenLetter, writeLetter } from "#app/fieldwork/letter.ts";
import type { Instrument } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import { formatDay, isLanguage, type Language } from "#app/locales/language.ts";
import type { LetterSource } from "#db/queries/mail-messages.server.ts";
import { env } from "./env.server.ts";

/** Stands for a personal link wherever anybody but its owner looks. */
const masked = "••••••";

/** A personal link and the way to unsubscribe: always on the configured address. @param token undefined: masked */
export function personalLinks(token: string | undefined, publicUrl = env().publicUrl) {
  const link = `${publicUrl}/i/${token ?? masked}`;
  return { link, unsubscribe: `${link}/unsubscribe` };
}

export const languageOfReader = (source: { language: string }): Language =>
  isLanguage(source.language) ? source.language : "zh-CN";

/** A letter in its reader's language, with everything it says of them, the study and their link. */
export function letterFor(
  source: LetterSource,
  instrument: Pick<Instrument, "minutes">,
  links: { link: string; unsubscribe: string },
): WrittenLetter {
  const language = languageOfReader(source);
  const { from, to } = instrument.minutes;
  const values = new Map([
    ...Object.entries(source.fields),
    ["name", source.name || messagesIn(language).mail.noName],
    ["link", links.link],
    ["unsubscribe", links.unsubscribe],
    ["closes", formatDay(dayIn(source.timeZone, new Date(source.closesAt)), language)],
    ["minutes", from === to ? String(from) : `${from}–${to}`],
    ["institution", source.method.institution[language]],
    ["contact", source.method.contact],
  ]);
  return writeLetter({ subject: source.subject[language], body: source.body[language] }, values);
}
