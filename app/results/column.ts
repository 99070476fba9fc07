import { pendingCertificate } from "#app/fieldwork/closing.ts";
import { type AskedItem, wholeText } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { type Item, kinds, type QuestionKind } from "#app/questions/index.ts";
import type { AnswerScale, Category, Surroundings } from "#app/questions/kind.ts";
import type { Packed } from "./bundle.ts";
import { CodeTable } from "./code-table.ts";

/** What stands in a column where no category does. Bit masks of multiple choices are never negative. */
export const gap = { skipped: -1, notApplicable: -2, notAsked: -3 } as const;

export type Values = Int8Array | Int16Array | Int32Array;

/** Something that can be counted: an item, or what is known of a response from outside its answers. */
export interface Column {
  /** Item code, `cohort.<name>`, `language`, `collector` or `day`. */
  code: string;
  text: Text;
  /** A few words for filters and tables. */
  short: Text;
  measure: "scale" | "one" | "several" | "year";
  source: "item" | "cohort" | "context";
  /** Groups that people outside can know: usable as filter and grouping variable, suppressed like table cells. */
  group: boolean;
  categories: Category[];
  /** The item asked, and for scale items the scale it is answered on. */
  item?: Item;
  scale?: AnswerScale;
  /** Where the values stand that are packed together with others'. Read any column with `valueAt`. */
  packed?: Packed;
  /** Of a column that is not packed: index into `categories` (a bit mask of indices for "several"), or a gap, by row. */
  values?: Values;
  /** Finds categories by code while answers are read. */
  table: CodeTable;
  /** Of "one" answered by a number: the place of its category, or less than 0. */
  placeOf: ((answer: number) => number) | undefined;
  /** Of "one" answered in words: how many letters of the answer are its category's code, where not all. */
  letters: number | undefined;
  /** Of "one" answered by a list: counted by what stands first. */
  first: boolean;
}

export interface Certificate {
  code: string;
  label: Text;
}

/** The category of certificates that were typed and that the catalogue does not know (yet). */
export const unlisted: Category = {
  code: pendingCertificate,
  label: { "zh-CN": "目录之外的证书", en: "A certificate not in the catalogue" },
};

/** Kinds of "one" whose answers are numbers. */
const numeric: readonly QuestionKind[] = ["differential", "nps", "slider", "number"];

/** Of several choices: each is a bit of a number. */
export const mostOptions = 30;

/**
 * The empty column of one item, or undefined for what is not counted: words, consent, amounts, numbers without bands,
 * choices from too many options, and attention checks, which say something about the answering and nothing about attitudes.
 *
 * @throws RangeError for a scale whose points are not consecutive
 */
export function columnOf(
  item: AskedItem,
  around: Pick<Surroundings, "scales" | "year">,
  certificates: readonly Certificate[],
): Column | undefined {
  if (item.kind === "scale" && item.expect !== undefined) return undefined;
  const { measure } = kinds[item.kind];
  if (!isCounted(measure)) return undefined;
  const known =
    item.kind === "catalogue" ? [...certificates, unlisted] : kinds[item.kind].categories(item, around);
  if (!known) return undefined;
  const categories = measure === "year" ? known.toReversed() : known;
  if (measure === "several" && categories.length > mostOptions) return undefined;
  const scale = item.kind === "scale" ? around.scales[item.scale] : undefined;
  if (scale?.points.some((point, index) => point.value !== scale.points[0]!.value + index))
    throw new RangeError(`${item.code}: the points of a scale must be consecutive`);
  return {
    code: item.code,
    text: countedText(item, wholeText(item)),
    short: countedText(item, item.short ?? wholeText(item)),
    measure,
    source: "item",
    group: item.background && (measure === "one" || measure === "year"),
    categories,
    item,
    scale,
    table: new CodeTable(categories.map((one) => one.code)),
    placeOf: numeric.includes(item.kind) ? placing(item, categories) : undefined,
    // A date is counted by its year.
    letters: item.kind === "date" ? 4 : undefined,
    first: item.kind === "ranking",
  };
}

/** Says what of an answer is counted, where that is only a part of it. */
function countedText({ kind }: Item, text: Text): Text {
  if (kind === "ranking")
    return { "zh-CN": `${text["zh-CN"]}（排在第一位的）`, en: `${text.en} (put first)` };
  return kind === "date" ? { "zh-CN": `${text["zh-CN"]}（年份）`, en: `${text.en} (year)` } : text;
}

/** Finds the category of a number; of the small whole ones, which most are, by looking it up. */
function placing(item: Item, categories: readonly Category[]): (answer: number) => number {
  const places = new Map(categories.map(({ code }, at) => [code, at]));
  const { category } = kinds[item.kind];
  const place = (answer: number) =>
    places.get(category ? (category(item, answer) ?? "") : String(answer)) ?? -1;
  const small = Int8Array.from({ length: 101 }, (_, answer) => place(answer));
  return (answer) =>
    answer >= 0 && answer <= 100 && Number.isInteger(answer) ? small[answer]! : place(answer);
}

const isCounted = (measure: string): measure is Column["measure"] =>
  ["scale", "one", "several", "year"].includes(measure);

/** A column for what does not come from the answers; its categories are found as rows arrive. */
export function contextColumn(code: string, text: Text, source: Column["source"], group: boolean): Column {
  return {
    code,
    text,
    short: text,
    measure: "one",
    source,
    group,
    categories: [],
    values: new Int16Array(),
    table: new CodeTable([]),
    placeOf: undefined,
    letters: undefined,
    first: false,
  };
}
