import { type AskedItem, type Instrument, itemsOf, wholeText } from "#app/instrument/definition.ts";
import { languages, type Text } from "#app/locales/language.ts";
import { kinds } from "#app/questions/index.ts";
import type { Category } from "#app/questions/kind.ts";
import { type Bundle, bundlesOf } from "./bundle.ts";
import { CodeTable } from "./code-table.ts";
import { type Certificate, type Column, columnOf, contextColumn, gap } from "./column.ts";
import { ContextSeen, categoryOf, knowCohorts } from "./context-columns.ts";
import { IdColumn } from "./id-column.ts";
import { QualityTable } from "./quality-table.ts";
import { readAnswers } from "./read-answers.ts";
import { reserve } from "./room.ts";
import { type AskedVersion, otherwiseAsked } from "./versions.ts";

/** What columns need of a stored response. */
export interface ResponseRow {
  id: string;
  collector_id: string;
  language: string;
  /** The day, YYYY-MM-DD. */
  received_on: string;
  excluded: 0 | 1;
  /** JSON by item code: the answer, 98 for N/A, null for skipped; absent when not asked. */
  answers: string;
  /** JSON QualityIndices; "" where they were never computed. */
  quality?: string;
  /** JSON by item code: what was written. */
  words?: string;
  /** The version of the instrument it answers; the newest where it is not said. */
  version_id?: string;
}

export interface StudySurroundings {
  instrument: Instrument;
  certificates: readonly Certificate[];
  /** Collector id -> what is known of all who come through it. May grow; it is read when a collector is first met. */
  cohorts: ReadonlyMap<string, Record<string, Text>>;
  /** Collector id -> its wave, in the order of the waves. A study with a single wave has no such variable. */
  waves?: ReadonlyMap<string, Category>;
  /** Names of cohort variables for people; the variable's own name where there is none. */
  cohortNames?: Readonly<Record<string, Text>>;
  /** Version id -> what it asked. May grow, before rows that answer it come; one that is not there asked what the newest asks. */
  versions?: ReadonlyMap<string, AskedVersion>;
  /** The current year in the study's time zone. */
  year: number;
}

/** An item answered in words. */
export type OpenItem = AskedItem;

/** All responses of a study, one typed array per variable. Changed in place by the functions below. */
export interface Columns {
  readonly around: StudySurroundings;
  length: number;
  /** How often a row was taken out, and another one moved. */
  removed: number;
  /** Every column: items in the instrument's order, then cohort variables, wave, language, collector, day. */
  readonly byCode: Map<string, Column>;
  readonly ids: IdColumn;
  excluded: Uint8Array;
  /** Which open questions were answered: a bit for each of `openItems`. The words themselves stay in the store. */
  words: Uint32Array;
  readonly openItems: readonly OpenItem[];
  readonly quality: QualityTable;
  readonly items: readonly Column[];
  /** The items' values: some packed together in one number per row. */
  readonly bundles: readonly Bundle[];
  readonly codes: CodeTable;
  /** Wave code ("" where there are no waves) -> the versions answered in it. */
  readonly asked: Map<string, Set<string>>;
}

const contexts: [string, Text, boolean][] = [
  ["language", { "zh-CN": "作答语言", en: "Language of the answers" }, true],
  ["collector", { "zh-CN": "发放渠道", en: "Collection link" }, false],
  ["day", { "zh-CN": "作答日期", en: "Day of the answer" }, false],
];
const waveName: Text = { "zh-CN": "调查轮次", en: "Wave" };
const languageNames: Record<string, Text> = {
  "zh-CN": { "zh-CN": "中文", en: "Chinese" },
  en: { "zh-CN": "英文", en: "English" },
};

/**
 * Reads stored responses into columns: about 80 bytes each, so that a census fits in memory and a view over a million
 * takes a blink. Excluded responses are kept (they may come back) and never counted.
 *
 * @throws SyntaxError when stored answers are not JSON, RangeError for an instrument that does not fit (see `columnOf`)
 */
export function buildColumns(around: StudySurroundings, rows: Iterable<ResponseRow>): Columns {
  const { instrument, year } = around;
  const items = itemsOf(instrument).flatMap(
    (item) => columnOf(item, { scales: instrument.scales, year }, around.certificates) ?? [],
  );
  const columns: Columns = {
    around,
    length: 0,
    removed: 0,
    byCode: new Map(items.map((column) => [column.code, column])),
    ids: new IdColumn(),
    excluded: new Uint8Array(),
    words: new Uint32Array(),
    openItems: openItemsOf(instrument),
    quality: new QualityTable(),
    items,
    bundles: bundlesOf(items),
    codes: new CodeTable(items.map((column) => column.code)),
    asked: new Map(),
  };
  for (const item of items) if (!item.packed) item.values = new Int32Array();
  knowCohorts(columns);
  const waves = [...(around.waves?.values() ?? [])];
  if (new Set(waves.map(({ code }) => code)).size > 1) {
    const column = contextColumn("wave", waveName, "context", true);
    columns.byCode.set("wave", column);
    for (const { code, label } of waves) categoryOf(column, code, label);
  }
  for (const [code, text, group] of contexts)
    columns.byCode.set(code, contextColumn(code, text, "context", group));
  const language = columns.byCode.get("language")!;
  for (const code of languages) categoryOf(language, code, languageNames[code]!);
  appendRows(columns, rows);
  return columns;
}

/**
 * What is answered in words: open questions first, then short ones and the words beside options. A row has a bit for each,
 * so what comes after the 32nd is read in the exported file only.
 */
function openItemsOf(instrument: Instrument): OpenItem[] {
  const items = itemsOf(instrument)
    .filter(({ kind }) => kinds[kind].measure === "words")
    .map((item) => ({ ...item, text: wholeText(item) }));
  return [
    ...items.filter(({ kind }) => kind === "text"),
    ...items.filter(({ kind }) => kind !== "text"),
  ].slice(0, 32);
}

/**
 * Adds responses. One whose id is there already replaces the old row, so reading overlapping batches is harmless.
 * @param known "new" where none of the ids can be there already: nobody looks for them
 */
export function appendRows(columns: Columns, rows: Iterable<ResponseRow>, known?: "new"): void {
  if (columns.length > 0 && known !== "new") {
    rows = [...rows];
    removeRows(
      columns,
      Array.from(rows, (row) => row.id),
    );
  }
  const seen = new ContextSeen(columns);
  const values = new Int32Array(columns.items.length);
  const put = itemWriter(columns);
  for (const row of rows) {
    if (columns.length === columns.excluded.length) reserve(columns, columns.length + 1);
    const at = columns.length++;
    columns.ids.push(row.id);
    columns.excluded[at] = row.excluded;
    columns.quality.set(at, row.quality ?? "");
    columns.words[at] = wordsIn(row.words, columns.openItems);
    values.fill(gap.notAsked);
    readAnswers(row.answers, values, columns.items, columns.codes);
    for (const item of otherwiseAsked(columns, row.version_id)) values[item] = gap.notAsked;
    put(values, at);
    seen.fill(row, at);
  }
}

/** Packs one row of item values into the columns. */
function itemWriter({ bundles, items }: Columns): (row: Int32Array, at: number) => void {
  const sums = new Int32Array(bundles.length + 1);
  const none = bundles.length;
  // Of each item: its bundle, and what one level is worth in it.
  const bundleOf = items.map(({ packed }) => (packed ? bundles.indexOf(packed.bundle) : none));
  const strides = items.map((item, i) => {
    const bundle = bundles[bundleOf[i]!];
    return bundle ? bundle.strides[bundle.columns.indexOf(item)]! : 0;
  });
  const alone = items.flatMap((item, i) => (item.packed ? [] : [i]));
  return (row, at) => {
    sums.fill(0);
    for (let i = 0; i < row.length; i++) sums[bundleOf[i]!]! += (row[i]! + 3) * strides[i]!;
    for (let b = 0; b < bundles.length; b++) bundles[b]!.values[at] = sums[b]!;
    for (const i of alone) items[i]!.values![at] = row[i]!;
  };
}

/** A bit for each open question with words under it. The quotes around a key are none inside a text: there they are escaped. */
function wordsIn(json: string | undefined, openItems: readonly OpenItem[]): number {
  if (json === undefined || json === "{}") return 0;
  let mask = 0;
  openItems.forEach(({ code }, bit) => {
    const key = `"${code}":"`;
    const at = json.indexOf(key);
    if (at >= 0 && json[at + key.length] !== '"') mask |= 1 << bit;
  });
  return mask >>> 0;
}

/** Takes withdrawn responses out; others move into their places. Ids that are not there are passed over. */
export function removeRows(columns: Columns, ids: Iterable<string>): void {
  const rows = [...columns.ids.find(ids).values()];
  // From the last to the first: a row that moves into a gap is none of those still to go.
  for (const row of rows.sort((a, b) => b - a)) removeAt(columns, row);
}

function removeAt(columns: Columns, at: number): void {
  const last = --columns.length;
  columns.removed++;
  for (const { values } of columns.byCode.values()) {
    if (!values) continue;
    values[at] = values[last]!;
    values[last] = gap.notAsked;
  }
  for (const { values } of columns.bundles) values[at] = values[last]!;
  columns.excluded[at] = columns.excluded[last]!;
  columns.words[at] = columns.words[last]!;
  columns.quality.move(last, at);
  columns.ids.remove(at);
}

/**
 * Leaves responses out of every count, or takes them in again.
 * @param flags whether each id is excluded
 * @returns the ids that are there
 */
export function setExcluded(columns: Columns, flags: ReadonlyMap<string, boolean>): Set<string> {
  const found = columns.ids.find(flags.keys());
  for (const [id, row] of found) columns.excluded[row] = flags.get(id) ? 1 : 0;
  return new Set(found.keys());
}
