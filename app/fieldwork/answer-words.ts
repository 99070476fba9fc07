import { formatDay, type Language, languages, type Text } from "#app/locales/language.ts";
import { type Item, kinds } from "#app/questions/index.ts";
import type { Answer, AnswerScale, Category } from "#app/questions/kind.ts";

/**
 * One answer as people read it, part by part where it has several: labels as the instrument words them, numbers with their
 * unit or their ends, a ranking with its places. Words and certificates are not among it: they are told elsewhere.
 */
export function answerWords(item: Item, answer: Answer, scales: Record<string, AnswerScale>): Text[] {
  switch (item.kind) {
    case "number":
      return [inBoth((language) => amountWords(answer as number, item.unit, language))];
    case "nps":
      return [inBoth((language) => `${answer}${ends([0, item.low], [10, item.high], language)}`)];
    case "differential":
      return [inBoth((language) => `${answer}${ends([1, item.left], [item.points, item.right], language)}`)];
    case "date":
      return [inBoth((language) => dateWords(String(answer), language))];
    case "sum": {
      const { amounts } = answer as { amounts: Record<string, number> };
      return item.options
        .filter(({ code }) => Object.hasOwn(amounts, code))
        .map(({ code, label }) =>
          inBoth(
            (language) =>
              `${label[language]}${language === "en" ? ": " : "："}${amountWords(amounts[code]!, item.unit, language)}`,
          ),
        );
    }
    default: {
      const known = kinds[item.kind].categories(item, { scales, year: 2200 }) ?? [];
      const labels = (Array.isArray(answer) ? answer : [answer]).map((code) => labelOf(known, String(code)));
      return item.kind === "ranking"
        ? labels.map((label, at) => inBoth((language) => `${at + 1}. ${label[language]}`))
        : labels;
    }
  }
}

const labelOf = (known: readonly Category[], code: string): Text =>
  known.find((one) => one.code === code)?.label ?? { "zh-CN": code, en: code };

const inBoth = (words: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, words(language)])) as Text;

const amountWords = (amount: number, unit: Text | undefined, language: Language) =>
  unit?.[language] ? `${amount} ${unit[language]}` : String(amount);

type End = readonly [value: number, means: Text];
/** " (0 not at all – 10 certainly)": without its ends such a number says nothing. */
function ends([from, low]: End, [to, high]: End, language: Language): string {
  const between = `${from} ${low[language]} – ${to} ${high[language]}`;
  return language === "en" ? ` (${between})` : `（${between}）`;
}

/** A day as people write it; of a month, its year and itself. */
function dateWords(date: string, language: Language): string {
  if (/^\d{4}-\d\d-\d\d$/.test(date)) return formatDay(date, language);
  return /^\d{4}-\d\d$/.test(date) ? months[language].format(new Date(`${date}-01T00:00:00Z`)) : date;
}
const monthFormat = (locale: string) =>
  new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" });
const months = { "zh-CN": monthFormat("zh-CN"), en: monthFormat("en-GB") };
