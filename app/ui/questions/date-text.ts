import type { Language } from "#app/locales/language.ts";

// Making one costs a hundred times as much as using it.
const formats = {
  "zh-CN": new Intl.DateTimeFormat("zh-CN", { year: "numeric", month: "long", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "long", timeZone: "UTC" }),
};
const names = new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" });

/** A month (YYYY-MM) as people write it: 2019年9月, September 2019. */
export const monthText = (month: string, language: Language) =>
  formats[language].format(new Date(`${month}-01T00:00:00Z`));

/** What stands in the list for a part of a date: 2024年, May, 12日. */
export function partText(part: "y" | "m" | "d", value: number, language: Language): string {
  if (language === "zh-CN") return `${value}${{ y: "年", m: "月", d: "日" }[part]}`;
  return part === "m" ? names.format(new Date(Date.UTC(2000, value - 1, 1))) : String(value);
}
