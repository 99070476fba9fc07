import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import type { Poster } from "./poster.server.ts";

/** The languages a poster speaks, the main one first. */
export const languagesOf = ({ language }: Pick<Poster, "language">): Language[] =>
  language === "both" ? ["zh-CN", "en"] : [language];

/** What a poster says in one language. */
export function posterWords(poster: Poster, language: Language) {
  const { common, waves } = messagesIn(language);
  const { poster: words } = waves;
  const { minutes } = poster;
  return {
    title: poster.title[language],
    asks: fill(words.asks, { institution: poster.institution[language] }),
    scan: words.scan,
    or: words.or,
    group: poster.group?.[language],
    facts: [
      fill(minutes.from === minutes.to ? words.minutesOne : words.minutes, minutes),
      fill(words.until, { day: poster.until[language] }),
    ].join("  ·  "),
    consent: words.consent,
    slideConsent: words.slideConsent,
    contact: [poster.group?.[language], fill(words.contact, { contact: poster.contact })]
      .filter((one) => one)
      .join("  ·  "),
    qrAlt: fill(words.qrAlt, { link: poster.url }),
    synthetic: common.synthetic,
  };
}

/** A link as people type it, its code in groups that are easily read; the groups are only apart to the eye. */
export function linkParts(url: string): { before: string; groups: string[] } {
  const typed = url.replace(/^https?:\/\//, "");
  const at = typed.lastIndexOf("/") + 1;
  const code = typed.slice(at);
  return {
    before: typed.slice(0, at),
    groups: /^[a-z0-9]{8}$/.test(code) ? [code.slice(0, 4), code.slice(4)] : [code],
  };
}
