import { nameIn } from "#app/instrument/language-names.ts";
import type { Text } from "#app/locales/language.ts";
import { CodeTable } from "./code-table.ts";
import { type Column, contextColumn, gap } from "./column.ts";
import type { Columns, ResponseRow } from "./columns.ts";

/** What everyone who comes through one collector has in common: columns and the category that stands there. */
interface Shared {
  places: { column: Column; category: number }[];
  /** The versions answered in this collector's wave. */
  versions: Set<string>;
}

/** Writes what is known of rows from outside their answers; what a code stands for is found once for a batch of rows. */
export class ContextSeen {
  private readonly columns: Columns;
  private readonly language: Column;
  private readonly day: Column;
  private readonly languages = new Map<string, number>();
  private readonly days = new Map<string, number>();
  private readonly collectors = new Map<string, Shared>();

  constructor(columns: Columns) {
    this.columns = columns;
    this.language = columns.byCode.get("language")!;
    this.day = columns.byCode.get("day")!;
  }

  /** Writes one row's language, day, collector, and its collector's cohort and wave. */
  fill(row: ResponseRow, at: number): void {
    this.language.values![at] = known(this.languages, this.language, row.language, languageName);
    this.day.values![at] = known(this.days, this.day, row.received_on);
    let shared = this.collectors.get(row.collector_id);
    if (!shared) {
      shared = sharedBy(this.columns, row.collector_id);
      this.collectors.set(row.collector_id, shared);
    }
    if (row.version_id !== undefined) shared.versions.add(row.version_id);
    for (const { column, category } of shared.places) column.values![at] = category;
  }
}

/** An instrument may be answered in languages the product does not speak. */
const languageName = (tag: string): Text => ({ "zh-CN": nameIn(tag, "zh-CN"), en: nameIn(tag, "en") });

function known(
  seen: Map<string, number>,
  column: Column,
  code: string,
  labelOf?: (code: string) => Text,
): number {
  let category = seen.get(code);
  if (category === undefined) {
    category = categoryOf(column, code, labelOf?.(code));
    seen.set(code, category);
  }
  return category;
}

function sharedBy(columns: Columns, collectorId: string): Shared {
  const { around, byCode, asked } = columns;
  const collector = byCode.get("collector")!;
  const places = [{ column: collector, category: categoryOf(collector, collectorId) }];
  for (const [name, text] of Object.entries(around.cohorts.get(collectorId) ?? {})) {
    const column = cohortColumn(columns, name);
    places.push({ column, category: categoryOf(column, text.en, text) });
  }
  const wave = byCode.get("wave");
  const known = around.waves?.get(collectorId);
  if (wave && known) places.push({ column: wave, category: categoryOf(wave, known.code, known.label) });
  const code = known?.code ?? "";
  const versions = asked.get(code) ?? new Set();
  asked.set(code, versions);
  return { places, versions };
}

/** Makes a category of each cohort value there is around, also where nobody has answered yet. */
export function knowCohorts(columns: Columns): void {
  for (const cohort of columns.around.cohorts.values())
    for (const [name, text] of Object.entries(cohort)) categoryOf(cohortColumn(columns, name), text.en, text);
}

export function cohortColumn(columns: Columns, name: string): Column {
  const code = `cohort.${name}`;
  const known = columns.byCode.get(code);
  if (known) return known;
  const text = columns.around.cohortNames?.[name] ?? { "zh-CN": name, en: name };
  const column = contextColumn(code, text, "cohort", true);
  column.values = new Int16Array(new SharedArrayBuffer(columns.excluded.length * 2)).fill(gap.notAsked);
  columns.byCode.set(code, column);
  return column;
}

/** Index of a category, added when it is new. Two cohort values with the same English name are one category. */
export function categoryOf(column: Column, code: string, label: Text = { "zh-CN": code, en: code }): number {
  const known = column.table.indexOf(code);
  if (known >= 0) return known;
  column.categories.push({ code, label });
  column.table = new CodeTable(column.categories.map((one) => one.code));
  return column.categories.length - 1;
}
