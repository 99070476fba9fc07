import { flags, isSuspect } from "#app/fieldwork/quality-flags.ts";
import { type AskedItem, type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import type { Answer, missing } from "#app/questions/kind.ts";
import type { Cell } from "./cell.ts";
import { itemVariables } from "./item-variables.ts";
import { yesNo } from "./value-labels.ts";

/** Answers as they are stored; see db/schema.ts. */
export interface ExportResponse {
  id: string;
  receivedOn: string;
  language: string;
  wave: number;
  collector: string;
  version: number;
  late: boolean;
  excluded: boolean;
  /** What speaks against it, as a bit mask (fieldwork/quality-flags). */
  flags: number;
  cohort: Record<string, Text>;
  answers: Record<string, Answer | null>;
  words: Record<string, string>;
}

/** Option codes, or what respondents saw in one language. */
export type Labels = "codes" | Language;

/** One column of the data file, with everything a codebook has to say about it. */
export interface ExportVariable {
  /**
   * Item code, CODE_option for one option of several, CODE_text for what was typed beside a list, CODE_MISSING for why there
   * is no answer. Never changes.
   */
  name: string;
  label: Text;
  type:
    | "scale"
    | "choice"
    | "option"
    | "year"
    | "number"
    | "rank"
    | "date"
    | "missing"
    | "text"
    | "tick"
    | "context";
  values: { code: string; label: Text }[];
  /** Which of 97, 98 and 99 can stand in the column. Text has none: an empty cell was skipped or not asked. */
  missing: (keyof typeof missing)[];
  /** Of a column in which 97 to 99 could be answers: its cells are empty, and this column says why. */
  missingIn?: string;
  theme?: string;
  reverse?: boolean;
  scale?: string;
  rev?: number;
  cell(response: ExportResponse, labels: Labels): Cell;
}

export interface ExportStudy {
  /** All versions that have collected answers; the newest one's wording and order lead. */
  instruments: { version: number; definition: Instrument }[];
  certificates: { code: string; label: Text }[];
  /** Names of what is known of everyone who came through a link. */
  cohorts: string[];
  waves: { code: string; label: Text }[];
  /** Numbers of the waves whose answers were given elsewhere. */
  imported?: readonly number[];
  synthetic: boolean;
  year: number;
}

/** The columns of a study's data file: context first, then every item in the order it is asked. */
export function exportVariables(study: ExportStudy): ExportVariable[] {
  const newestFirst = study.instruments.toSorted((a, b) => b.version - a.version);
  const seen = new Set<string>();
  const items = newestFirst.flatMap(({ definition }) =>
    itemsOf(definition).flatMap((item) => {
      if (seen.has(item.code)) return [];
      seen.add(item.code);
      return itemVariables(withEarlierOptions(item, newestFirst), definition, study);
    }),
  );
  return [...contextVariables(study), ...items];
}

/** The item with the options that only earlier versions offered after its own: they were chosen, too. */
function withEarlierOptions(item: AskedItem, versions: ExportStudy["instruments"]): AskedItem {
  if (!("options" in item)) return item;
  const options = new Map(item.options.map((one) => [one.code, one]));
  for (const { definition } of versions)
    for (const other of itemsOf(definition))
      if (other.code === item.code && "options" in other)
        for (const one of other.options) if (!options.has(one.code)) options.set(one.code, one);
  return { ...item, options: [...options.values()] } as AskedItem;
}

const text = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });

function contextVariables({ synthetic, cohorts, waves, imported = [] }: ExportStudy): ExportVariable[] {
  const context = (
    name: string,
    label: Text,
    cell: ExportVariable["cell"],
    values: ExportVariable["values"] = [],
  ): ExportVariable => ({ name, label, type: "context", values, missing: [], cell });
  return [
    ...(synthetic ? [context("synthetic", text("合成数据", "Synthetic data"), () => 1, yesNo)] : []),
    context("response", text("答卷编号（随机）", "Response id (random)"), (one) => one.id),
    context("received_on", text("提交日期", "Day received"), (one) => one.receivedOn),
    context("language", text("作答语言", "Language of the answers"), (one) => one.language),
    context("wave", text("轮次", "Wave"), (one) => one.wave, waves),
    ...(imported.length > 0
      ? [
          context(
            "imported",
            text(messagesIn("zh-CN").answersImport.exported, messagesIn("en").answersImport.exported),
            (one) => Number(imported.includes(one.wave)),
            yesNo,
          ),
        ]
      : []),
    context("collector", text("发放链接", "Collection link"), (one) => one.collector),
    context("version", text("问卷版本", "Instrument version"), (one) => one.version),
    context("late", text("截止后提交", "Sent after closing"), (one) => Number(one.late), yesNo),
    context("excluded", text("已排除", "Excluded by the researchers"), (one) => Number(one.excluded), yesNo),
    context(
      "suspect",
      text(
        "可疑：至少两类互不相干的迹象（按导出时的界线；不等于已排除）",
        "Suspect: at least two unrelated kinds of sign (by the thresholds at export; not the same as excluded)",
      ),
      (one) => Number(isSuspect(one.flags)),
      yesNo,
    ),
    ...flags.map((flag, bit) => {
      const [zh, en] = [messagesIn("zh-CN").quality.flags[flag], messagesIn("en").quality.flags[flag]];
      const label = text(`迹象：${zh.name}。${zh.catches}`, `Sign: ${en.name}. ${en.catches}`);
      return context(`flag_${flag}`, label, (one) => (one.flags >> bit) & 1, yesNo);
    }),
    ...cohorts.map((name) =>
      context(`cohort_${name}`, text(`群组：${name}`, `Cohort: ${name}`), ({ cohort }, labels) => {
        const value = cohort[name];
        return value ? value[labels === "codes" ? "en" : labels] : "";
      }),
    ),
  ];
}
