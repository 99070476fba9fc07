import { otherCode } from "#app/instrument/asked.ts";
import { type Instrument, type Item, itemsOf } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { kinds } from "#app/questions/index.ts";
import { missing } from "#app/questions/kind.ts";
import { bare } from "./answers-columns.ts";

/** What a column of a file becomes: the answer to an item, one option of it, the day, the language; nothing if "". */
export type Target = string;

/** An item, or an option of an item with several choices, that a column can be. */
export interface Place {
  target: Target;
  item: Item;
  option?: string;
}

/** Everything a column of a file can be taken for, in the order of the instrument. */
export const placesIn = (instrument: Instrument): Place[] =>
  itemsOf(instrument).flatMap((item): Place[] => [
    { target: item.code, item },
    ...(item.kind === "multiple"
      ? item.options.map((one) => ({ target: `${item.code}.${one.code}`, item, option: one.code }))
      : []),
  ]);

/** A value as it stands in a file, and the answer it is taken for: a code, or "" for none. */
export interface ValueMeaning {
  value: string;
  answer: string;
}
/** What a value can mean, with its words. */
export interface Meaning {
  answer: string;
  label: Text;
}

const chosenFrom: ReadonlySet<Item["kind"]> = new Set([
  ...(["scale", "single", "check", "multiple", "differential", "nps", "slider", "ranking"] as const),
]);
const tick: Meaning[] = [
  { answer: "yes", label: { "zh-CN": "选了", en: "Ticked" } },
  { answer: "no", label: { "zh-CN": "没选", en: "Not ticked" } },
];

/** What the values of a column can mean; undefined where they are read as they stand (numbers, words, days). */
export function meaningsOf({ item, option }: Place, { scales }: Instrument): Meaning[] | undefined {
  if (option !== undefined || item.kind === "consent") return tick;
  if (!chosenFrom.has(item.kind)) return undefined;
  // The year matters to dates alone, which are read as they stand.
  const categories = kinds[item.kind].categories(item, { scales, year: 0 }) ?? [];
  const points = categories.map(({ code, label }) => ({ answer: code, label }));
  const unknown = item.kind === "scale" && item.allowNA ? scales[item.scale]?.notApplicable : undefined;
  return [...points, ...(unknown ? [{ answer: String(missing.notApplicable), label: unknown }] : [])];
}

/** The sign before cells that would be formulas in a spreadsheet, as this product's own files write it. */
const unguarded = (cell: string) => cell.replace(/^'(?=[\s]*[=+\-@＝＋－＠])/, "");
const otherWords = /〖([^〖〗]*)〗/g;
const skippedWords =
  /^[(（]?(跳过|空|未答|未作答|缺失|没有问到|skipped|not asked|not answered|no answer|missing|null|nan|n\/?a)[)）]?$/i;

/** Whether a cell says that nothing was answered. 问卷星 writes -3 for skipped by routing and -2 for left empty. */
export const isSkipped = (cell: string): boolean =>
  cell === "" || skippedWords.test(cell) || /^-[123](\.0)?$/.test(cell);

/** A cell without what was written beside an option, and those words. */
export function apart(cell: string): { cell: string; words: string } {
  const words = [...cell.matchAll(otherWords)].map((found) => found[1]!.trim()).filter(Boolean);
  return { cell: unguarded(cell.replace(otherWords, "").trim()), words: words.join(" / ") };
}

/** The single values of a cell of several choices. Commas part them only where all between them is known. */
export function partsOfCell(cell: string, item: Item, known: (value: string) => boolean): string[] {
  if (item.kind !== "multiple" && item.kind !== "ranking") return [cell];
  const parted = (sign: RegExp) =>
    cell
      .split(sign)
      .map((part) => part.trim())
      .filter(Boolean);
  if (cell.includes("┋")) return parted(/┋/);
  if (item.kind === "ranking" && /→|➔|->|>/.test(cell)) return parted(/→|➔|->|>/);
  if (known(cell)) return [cell];
  if (/[;；|\n]/.test(cell)) return parted(/[;；|\n]/);
  const commas = parted(/[,，、]/);
  return commas.length > 1 && commas.every(known) ? commas : [cell];
}

/** Finds what a value most likely means, or "" . Numbers count options from 1 where no option has that code. */
export function guessMeaning(value: string, place: Place, meanings: readonly Meaning[]): string {
  if (isSkipped(value)) return "";
  if (meanings === tick) return guessTick(value, place);
  const has = (answer: string) => (meanings.some((one) => one.answer === answer) ? answer : undefined);
  const number = /^-?\d+(\.0+)?$/.test(value) ? String(Number(value)) : undefined;
  const exact = has(value) ?? (number && has(number));
  if (exact !== undefined) return exact;
  const words = [value, value.replace(/^[A-Z]\s*[.、．:：]\s*|^\d+\s*[.、．:：]\s*/i, "")].map(bare);
  const said = meanings.filter(({ label }) =>
    Object.values(label).some((text) => text !== "" && words.includes(bare(text))),
  );
  if (said.length > 0) return said[0]!.answer;
  const letter = /^[A-Z]$/.test(value) ? value.charCodeAt(0) - 64 : undefined;
  const at = number === undefined ? letter : Number(number);
  // A scale's own numbers are its points: those beyond them are not counted on.
  return at !== undefined && at >= 1 ? (meanings[at - 1]?.answer ?? "") : "";
}

function guessTick(value: string, { item, option }: Place): string {
  if (/^(1(\.0)?|true|yes|y|是|√|✓|✔|x|checked|selected|选中|已选|同意|agree)$/i.test(value)) return "yes";
  if (/^(0(\.0)?|false|no|n|否|×|unchecked|not selected|未选|未选中)$/i.test(value)) return "no";
  const label =
    "options" in item ? (item.options.find((one) => one.code === option)?.label ?? item.text) : item.text;
  return value === option || Object.values(label).some((text) => bare(text) === bare(value)) ? "yes" : "";
}

/** The item that takes what was written beside an option of another, where the instrument has one. */
export const otherItem = (instrument: Instrument, item: Item): Item | undefined =>
  itemsOf(instrument).find((one) => one.code === otherCode(item.code));
