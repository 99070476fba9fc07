import type { Language } from "#app/locales/language.ts";

/** Names under which a release keeps its files. */
export const fileNames = {
  brief: (language: Language) => `brief.${language}.pdf`,
  aggregates: (language: Language) => `aggregates.${language}.csv`,
  share: (language: Language) => `share.${language}.png`,
  png: (figure: string, language: Language) => `chart-${figure}.${language}.png`,
  svg: (figure: string, language: Language) => `chart-${figure}.${language}.svg`,
  page: (figure: string, width: "wide" | "narrow", look: "light" | "dark", language: Language) =>
    `page-${figure}-${width}-${look}.${language}.svg`,
};

/** Where a stored file is read: the release's number is part of the name, so an address never changes its content. */
export const fileAddress = (slug: string, number: number, name: string) =>
  `/p/${slug}/files/r${number}-${name}`;

/** Takes an address's last part apart; undefined for what no release can have. */
export function readFileName(
  given: string,
): { number: number; name: string; language: Language } | undefined {
  const match = /^r([1-9]\d{0,5})-([A-Za-z0-9_-]{1,60}\.(zh-CN|en)\.(?:pdf|csv|png|svg))$/.exec(given);
  return match ? { number: Number(match[1]), name: match[2]!, language: match[3] as Language } : undefined;
}
