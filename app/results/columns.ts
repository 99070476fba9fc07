import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { languages, type Text } from "#app/locales/language.ts";
import type { Category } from "#app/questions/kind.ts";
import { type Bundle, bundlesOf, packRows } from "./bundle.ts";
import { CodeTable } from "./code-table.ts";
import { type Certificate, type Column, columnOf, contextColumn, gap } from "./column.ts";
import { IdColumn } from "./id-column.ts";
import { QualityTable } from "./quality-table.ts";
import { readAnswers } from "./read-answers.ts";
import { type AskedVersion, otherwiseAsked } from "./versions.ts";

/** What columns need of a stored response. */
export interface ResponseRow {
  id: string;
  collector_id: string;
  language: string;
  /** The day, YYYY-MM-DD. */
  received_on: string;
  late: 0 | 1;
  excluded: 0 | 1;
  /** JSON by item code: the answer, 98 for N/A, null for skipped; absent when not asked. */
  answers: string;
  /** JSON QualityIndices; "" where they were never computed. */
  quality?: string;
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

/** All responses of a study, one typed array per variable. Changed in place by the functions below. */
export interface Columns {
  readonly around: StudySurroundings;
  length: number;
  /** Every column: items in the instrument's order, then cohort variables, wave, language, collector, day. */
  readonly byCode: Map<string, Column>;
  readonly ids: IdColumn;
  excluded: Uint8Array;
  late: Uint8Array;
  readonly quality: QualityTable;
  readonly items: readonly Column[];
  /** The items again, packed for counting; kept in step with their columns. */
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
 * Reads stored responses into columns: about 100 bytes each, so that a million fit in memory and a view over 100,000
 * takes milliseconds. Excluded responses are kept (they may come back) and never counted.
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
    byCode: new Map(items.map((column) => [column.code, column])),
    ids: new IdColumn(),
    excluded: new Uint8Array(),
    late: new Uint8Array(),
    quality: new QualityTable(),
    items,
    bundles: bundlesOf(items),
    codes: new CodeTable(items.map((column) => column.code)),
    asked: new Map(),
  };
  for (const cohort of around.cohorts.values())
    for (const [name, text] of Object.entries(cohort)) categoryOf(cohortColumn(columns, name), text.en, text);
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

/** Adds responses. One whose id is there already replaces the old row, so reading overlapping batches is harmless. */
export function appendRows(columns: Columns, rows: Iterable<ResponseRow>): void {
  if (columns.length > 0) {
    rows = [...rows];
    removeRows(
      columns,
      Array.from(rows, (row) => row.id),
    );
  }
  const from = columns.length;
  const seen = new Map<string, Shared>();
  for (const row of rows) {
    if (columns.length === columns.excluded.length) grow(columns);
    const at = columns.length++;
    columns.ids.push(row.id);
    columns.excluded[at] = row.excluded;
    columns.late[at] = row.late;
    columns.quality.set(at, row.quality ?? "");
    readAnswers(row.answers, at, columns.items, columns.codes);
    for (const item of otherwiseAsked(columns, row.version_id)) item.values[at] = gap.notAsked;
    fillContext(columns, row, at, seen);
  }
  packRows(columns.bundles, from, columns.length);
}

/** Takes withdrawn responses out; others move into their places. Ids that are not there are passed over. */
export function removeRows(columns: Columns, ids: Iterable<string>): void {
  const rows = [...columns.ids.find(ids).values()];
  // From the last to the first: a row that moves into a gap is none of those still to go.
  for (const row of rows.sort((a, b) => b - a)) removeAt(columns, row);
}

function removeAt(columns: Columns, at: number): void {
  const last = --columns.length;
  for (const column of columns.byCode.values()) {
    column.values[at] = column.values[last]!;
    column.values[last] = gap.notAsked;
  }
  for (const { values } of columns.bundles) values[at] = values[last]!;
  columns.excluded[at] = columns.excluded[last]!;
  columns.late[at] = columns.late[last]!;
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

/** What everyone who comes through one collector has in common: columns and the category that stands there. */
interface Shared {
  places: { column: Column; category: number }[];
  /** The versions answered in this collector's wave. */
  versions: Set<string>;
}

/** Language, day, collector and the collector's cohort. `seen` keeps what a collector stands for during one batch. */
function fillContext(columns: Columns, row: ResponseRow, at: number, seen: Map<string, Shared>): void {
  const language = columns.byCode.get("language")!;
  const day = columns.byCode.get("day")!;
  language.values[at] = categoryOf(language, row.language);
  day.values[at] = categoryOf(day, row.received_on);
  let shared = seen.get(row.collector_id);
  if (!shared) {
    const collector = columns.byCode.get("collector")!;
    const places = [{ column: collector, category: categoryOf(collector, row.collector_id) }];
    for (const [name, text] of Object.entries(columns.around.cohorts.get(row.collector_id) ?? {})) {
      const column = cohortColumn(columns, name);
      places.push({ column, category: categoryOf(column, text.en, text) });
    }
    const wave = columns.byCode.get("wave");
    const known = columns.around.waves?.get(row.collector_id);
    if (wave && known) places.push({ column: wave, category: categoryOf(wave, known.code, known.label) });
    const code = known?.code ?? "";
    shared = { places, versions: columns.asked.get(code) ?? new Set() };
    columns.asked.set(code, shared.versions);
    seen.set(row.collector_id, shared);
  }
  if (row.version_id !== undefined) shared.versions.add(row.version_id);
  for (const { column, category } of shared.places) column.values[at] = category;
}

function cohortColumn(columns: Columns, name: string): Column {
  const code = `cohort.${name}`;
  const known = columns.byCode.get(code);
  if (known) return known;
  const text = columns.around.cohortNames?.[name] ?? { "zh-CN": name, en: name };
  const column = contextColumn(code, text, "cohort", true);
  column.values = new Int16Array(columns.excluded.length).fill(gap.notAsked);
  columns.byCode.set(code, column);
  return column;
}

/** Index of a category, added when it is new. Two cohort values with the same English name are one category. */
function categoryOf(column: Column, code: string, label: Text = { "zh-CN": code, en: code }): number {
  const known = column.table.indexOf(code);
  if (known >= 0) return known;
  column.categories.push({ code, label });
  column.table = new CodeTable(column.categories.map((one) => one.code));
  return column.categories.length - 1;
}

/** Doubles the room; unused rows read "not asked", which is what `readAnswers` starts from. */
function grow(columns: Columns): void {
  const size = Math.max(1024, columns.excluded.length * 2);
  for (const column of columns.byCode.values()) {
    const Values = column.values.constructor as Int8ArrayConstructor;
    // Shared memory, so that threads can count without a copy.
    const values = new Values(new SharedArrayBuffer(size * column.values.BYTES_PER_ELEMENT));
    values.fill(gap.notAsked);
    values.set(column.values);
    column.values = values;
  }
  for (const bundle of columns.bundles) {
    const values = new Uint16Array(new SharedArrayBuffer(size * 2));
    values.set(bundle.values);
    bundle.values = values;
  }
  for (const flag of ["excluded", "late"] as const) {
    const values = new Uint8Array(new SharedArrayBuffer(size));
    values.set(columns[flag]);
    columns[flag] = values;
  }
  columns.quality.grow(size);
}
