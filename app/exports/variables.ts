import { pendingCertificate } from "#app/fieldwork/closing.ts";
import { flags, isSuspect } from "#app/fieldwork/quality-flags.ts";
import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import { type Item, kinds } from "#app/questions/index.ts";
import { type Answer, missing } from "#app/questions/kind.ts";
import type { Cell } from "./cell.ts";

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
  /** Item code, CODE_option for one option of several, CODE_text for what was typed beside a list. Never changes. */
  name: string;
  label: Text;
  type: "scale" | "choice" | "option" | "year" | "text" | "tick" | "context";
  values: { code: string; label: Text }[];
  /** Whether 97, 98 and 99 can stand in the column. Text has none: an empty cell was skipped or not asked. */
  missing: (keyof typeof missing)[];
  theme?: string;
  reverse?: boolean;
  scale?: string;
  rev?: number;
  cell(response: ExportResponse, labels: Labels): Cell;
}

export const missingLabels: Record<keyof typeof missing, Text> = {
  notAsked: { "zh-CN": "没有问到", en: "Not asked" },
  notApplicable: { "zh-CN": "不清楚/不适用", en: "Don't know / not applicable" },
  skipped: { "zh-CN": "跳过", en: "Skipped" },
};

const gap = (kind: keyof typeof missing, labels: Labels): Cell =>
  labels === "codes" ? missing[kind] : missingLabels[kind][labels];

export interface ExportStudy {
  /** All versions that have collected answers; the newest one's wording and order lead. */
  instruments: { version: number; definition: Instrument }[];
  certificates: { code: string; label: Text }[];
  /** Names of what is known of everyone who came through a link. */
  cohorts: string[];
  waves: { code: string; label: Text }[];
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
      return itemVariables(item, definition, study);
    }),
  );
  return [...contextVariables(study), ...items];
}

const text = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });
const yesNo = [
  { code: "0", label: text("否", "No") },
  { code: "1", label: text("是", "Yes") },
];

function contextVariables({ synthetic, cohorts, waves }: ExportStudy): ExportVariable[] {
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

function itemVariables(item: Item, instrument: Instrument, study: ExportStudy): ExportVariable[] {
  const { code, rev, theme } = item;
  const about = { label: item.text, rev, ...(theme ? { theme } : {}) };
  const around = { scales: instrument.scales, year: study.year };
  const values = kinds[item.kind].categories(item, around) ?? [];
  const named = (value: string, labels: Labels, among = values): Cell =>
    labels === "codes" ? value : (among.find((one) => one.code === value)?.label[labels] ?? value);
  /** The cell of an item that was answered by one value; `own` turns the value into it. */
  const single =
    (own: (answer: Answer, labels: Labels) => Cell): ExportVariable["cell"] =>
    ({ answers }, labels) => {
      const answer = answers[code];
      if (answer === undefined) return gap("notAsked", labels);
      return answer === null ? gap("skipped", labels) : own(answer, labels);
    };
  switch (item.kind) {
    case "scale":
      return [
        {
          ...{ ...about, name: code, type: "scale", values, scale: item.scale, reverse: item.reverse },
          missing: item.allowNA ? ["notAsked", "notApplicable", "skipped"] : ["notAsked", "skipped"],
          cell: single((answer, labels) => {
            if (answer === missing.notApplicable) return gap("notApplicable", labels);
            return labels === "codes" ? Number(answer) : named(String(answer), labels);
          }),
        },
      ];
    case "single":
    case "check":
      return [
        {
          ...{ ...about, name: code, type: "choice", values, missing: ["notAsked", "skipped"] },
          cell: single((answer, labels) => named(String(answer), labels)),
        },
      ];
    case "year":
      return [
        {
          ...{ ...about, name: code, type: "year", values: [], missing: ["notAsked", "skipped"] },
          cell: single((answer) => Number(answer)),
        },
      ];
    case "section":
    case "image":
      return [];
    case "consent":
      return [
        {
          ...{ ...about, name: code, type: "tick", values: yesNo, missing: ["notAsked"] },
          cell: ({ answers }) =>
            answers[code] === undefined ? missing.notAsked : answers[code] === true ? 1 : 0,
        },
      ];
    case "multiple":
      return values.map(
        (option): ExportVariable => ({
          ...about,
          name: `${code}_${option.code}`,
          label: text(
            `${item.text["zh-CN"]} – ${option.label["zh-CN"]}`,
            `${item.text.en} – ${option.label.en}`,
          ),
          type: "option",
          values: yesNo,
          missing: ["notAsked", "skipped"],
          // Numbers in every version of the file: what they mean is in the column's own name and label.
          cell: ({ answers }) => {
            const answer = answers[code];
            if (answer === undefined) return missing.notAsked;
            return answer === null ? missing.skipped : Number((answer as string[]).includes(option.code));
          },
        }),
      );
    case "differential":
    case "nps":
    case "slider":
    case "number":
    case "date":
    case "ranking":
    case "sum":
    case "short":
      return [];
    case "catalogue":
      return [
        {
          ...{ ...about, name: code, type: "choice", missing: ["notAsked", "skipped"] },
          values: [...study.certificates, unlisted],
          cell: single((answer, labels) =>
            named(
              typeof answer === "string" && answer !== pendingCertificate ? answer : unlisted.code,
              labels,
              [...study.certificates, unlisted],
            ),
          ),
        },
        {
          ...{ ...about, name: `${code}_text`, type: "text", values: [], missing: [] },
          label: text(
            `${item.text["zh-CN"]} – 目录之外，按原文`,
            `${item.text.en} – not in the catalogue, as typed`,
          ),
          cell: ({ words }) => words[code] ?? "",
        },
      ];
    case "text":
      return [
        {
          ...{ ...about, name: code, type: "text", values: [], missing: [] },
          cell: ({ words }) => words[code] ?? "",
        },
      ];
  }
}

const unlisted = { code: "unlisted", label: text("目录之外的证书", "A certificate not in the catalogue") };
