import type { Language } from "#app/locales/language.ts";
import { formatDay } from "#app/locales/language.ts";
import { type Answer, type Answers, missing } from "#app/questions/kind.ts";
import { type AskedItem, type Instrument, otherCode, type Page } from "./asked.ts";
import { itemsOf } from "./items.ts";
import { isPiped, pipesIn, replacePipes } from "./pipes.ts";

/** What pipes are filled from, for one respondent in one language. */
export interface PipeSource {
  language: Language;
  /** Those that count. */
  answers: Answers;
  /** What variables of the link are called, by the name pipes know them under. */
  known: Record<string, string>;
  nameOf(certificate: string): string;
}

/** Stands where nothing was answered. */
const nothing = "…";
/** Longer than this, and the question around it would be lost. */
const mostLetters = 120;

/** A page, and what of it is asked, with this respondent's own words in the place of pipes. */
export function withPipes(
  instrument: Instrument,
  page: Page,
  items: AskedItem[],
  source: PipeSource,
): { page: Page; items: AskedItem[] } {
  const { title, intro } = page;
  const hasHeading = [title, intro].some((one) => one && pipesIn(one[source.language]).length > 0);
  if (!hasHeading && !items.some(hasPipes)) return { page, items };
  const all = new Map(itemsOf(instrument).map((item) => [item.code, item]));
  const fill = (name: string) => pipeWords(name, all, instrument, source) || nothing;
  return {
    page: hasHeading ? { ...page, ...filled({ title, intro }, source.language, fill) } : page,
    items: items.map((item) => (hasPipes(item) ? filled(item, source.language, fill) : item)),
  };
}

const known = new WeakMap<AskedItem, boolean>();
/** An item of a version never changes: it is looked through once. */
function hasPipes(item: AskedItem): boolean {
  const found = known.get(item) ?? isPiped(JSON.stringify(item));
  known.set(item, found);
  return found;
}

/** A copy in which every text of one language has its pipes filled. */
function filled<Value>(value: Value, language: Language, by: (name: string) => string): Value {
  if (Array.isArray(value)) return value.map((one) => filled(one, language, by)) as Value;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === language && typeof inner === "string" ? replacePipes(inner, by) : filled(inner, language, by),
  ]);
  return Object.fromEntries(entries) as Value;
}

function pipeWords(
  name: string,
  items: Map<string, AskedItem>,
  instrument: Pick<Instrument, "scales">,
  source: PipeSource,
): string | undefined {
  if (Object.hasOwn(source.known, name)) return source.known[name];
  const item = items.get(name);
  const answer = item && (source.answers[name] ?? null);
  if (!item || answer === null || answer === undefined) return undefined;
  const words = answerWords(item, answer, instrument, source).replace(/\s+/g, " ").trim();
  const letters = [...words];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : words;
}

/** An answer as a sentence would say it. */
export function answerWords(
  item: AskedItem,
  answer: Answer,
  { scales }: Pick<Instrument, "scales">,
  { language, answers, nameOf }: PipeSource,
): string {
  const labelOf = (code: string): string => {
    const option = "options" in item ? item.options.find((one) => one.code === code) : undefined;
    const typed = option && "other" in option && option.other ? answers[otherCode(item.code)] : undefined;
    return typeof typed === "string" ? typed : replacePipes(option?.label[language] ?? "", () => nothing);
  };
  if (Array.isArray(answer)) return answer.map(labelOf).join(language === "zh-CN" ? "、" : ", ");
  if (typeof answer === "object" && "amounts" in answer)
    return Object.entries(answer.amounts)
      .filter(([, amount]) => amount > 0)
      .map(([code, amount]) => `${labelOf(code)} ${amount}`)
      .join(language === "zh-CN" ? "、" : ", ");
  if (typeof answer === "object") return answer.pending;
  if (item.kind === "scale") {
    const scale = scales[item.scale];
    const point = scale?.points.find(({ value }) => value === answer)?.label;
    return (answer === missing.notApplicable ? scale?.notApplicable : point)?.[language] ?? "";
  }
  if (item.kind === "single" || item.kind === "check") return labelOf(String(answer));
  if (item.kind === "catalogue") return nameOf(String(answer));
  if (item.kind === "year") return language === "zh-CN" ? `${answer}年` : String(answer);
  return item.kind === "date" ? dateWords(String(answer), language) : answer === true ? "" : String(answer);
}

/** A day or a month as people write it: 2024年5月, May 2024. */
function dateWords(date: string, language: Language): string {
  // A draft may have given one code to two kinds of question.
  if (!/^\d{4}-\d{2}(-\d{2})?$/.test(date)) return date;
  if (date.length > 7) return formatDay(date, language);
  const [year, month] = date.split("-").map(Number);
  if (language === "zh-CN") return `${year}年${month}月`;
  return formatDay(`${date}-01`, language).replace(/^\S+ /, "");
}
