import { pendingCertificate } from "#app/fieldwork/closing.ts";
import { type AskedItem, type Instrument, wholeText } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import { kinds } from "#app/questions/index.ts";
import { type Answer, missing } from "#app/questions/kind.ts";
import type { Cell } from "./cell.ts";
import { answered, missingLabels, unlisted, unplaced, yesNo } from "./value-labels.ts";
import type { ExportStudy, ExportVariable, Labels } from "./variables.ts";

type Values = ExportVariable["values"];
type MissingKind = keyof typeof missing;

const gap = (kind: MissingKind, labels: Labels): Cell =>
  labels === "codes" ? missing[kind] : missingLabels[kind][labels];

const joined = (first: Text, second: Text): Text => ({
  "zh-CN": `${first["zh-CN"]} – ${second["zh-CN"]}`,
  en: `${first.en} – ${second.en}`,
});

const named = (code: string, labels: Labels, among: Values): Cell =>
  labels === "codes" ? code : (among.find((one) => one.code === code)?.label[labels] ?? code);

/** A cell of an item with one answer; `own` turns the answer into it. */
const cellOf =
  (code: string, own: (answer: Answer, labels: Labels) => Cell): ExportVariable["cell"] =>
  ({ answers }, labels) => {
    const answer = answers[code];
    if (answer === undefined) return gap("notAsked", labels);
    return answer === null ? gap("skipped", labels) : own(answer, labels);
  };

/** The columns of one item, in every version of the file: their names never depend on the labels asked for. */
export function itemVariables(
  item: AskedItem,
  instrument: Instrument,
  study: Pick<ExportStudy, "certificates" | "year">,
): ExportVariable[] {
  const { code, rev, theme } = item;
  const label: Text = wholeText(item);
  const about = { name: code, label, rev, ...(theme ? { theme } : {}) };
  const around = { scales: instrument.scales, year: study.year };
  const values = kinds[item.kind].categories(item, around) ?? [];
  const asked: MissingKind[] = ["notAsked", "skipped"];
  const number = (labelled: Values): ExportVariable => ({
    ...{ ...about, type: "number", values: labelled, missing: asked },
    cell: cellOf(code, (answer) => Number(answer)),
  });
  switch (item.kind) {
    case "section":
    case "image":
      return [];
    case "scale":
      return [
        {
          ...{ ...about, type: "scale", values, scale: item.scale, reverse: item.reverse },
          missing: item.allowNA ? ["notAsked", "notApplicable", "skipped"] : asked,
          cell: cellOf(code, (answer, labels) => {
            if (answer === missing.notApplicable) return gap("notApplicable", labels);
            return labels === "codes" ? Number(answer) : named(String(answer), labels, values);
          }),
        },
      ];
    case "single":
    case "check":
      return [
        {
          ...{ ...about, type: "choice", values, missing: asked },
          cell: cellOf(code, (answer, labels) => named(String(answer), labels, values)),
        },
      ];
    case "year":
      return [{ ...number([]), type: "year" }];
    case "consent":
      return [
        {
          ...{ ...about, type: "tick", values: yesNo, missing: ["notAsked"] },
          cell: ({ answers }) =>
            answers[code] === undefined ? missing.notAsked : answers[code] === true ? 1 : 0,
        },
      ];
    case "multiple":
      return values.map((option) => ({
        ...{ ...about, name: `${code}_${option.code}`, label: joined(label, option.label) },
        ...{ type: "option", values: yesNo, missing: asked },
        // Numbers in every version of the file: what they mean is in the column's own name and label.
        cell: ({ answers }) => {
          const answer = answers[code];
          if (answer === undefined) return missing.notAsked;
          return answer === null ? missing.skipped : Number((answer as string[]).includes(option.code));
        },
      }));
    case "ranking":
      return values.map((option) => ({
        ...{ ...about, name: `${code}_${option.code}`, label: joined(label, option.label) },
        ...{ type: "rank", values: [unplaced], missing: asked },
        cell: ({ answers }) => {
          const answer = answers[code];
          if (answer === undefined) return missing.notAsked;
          return answer === null ? missing.skipped : (answer as string[]).indexOf(option.code) + 1;
        },
      }));
    case "differential":
      return [number([end(1, item.left), end(item.points, item.right)])];
    case "nps":
      return [number([end(0, item.low), end(10, item.high)])];
    case "slider":
      return withReasons(code, [
        number(item.steps.flatMap(({ value, label: says }) => (says ? [end(value, says)] : []))),
      ]);
    case "number":
      return withReasons(code, [{ ...number([]), label: withUnit(label, item.unit) }]);
    case "date":
      return withReasons(code, [{ ...number([]), type: "date", cell: cellOf(code, String) }]);
    case "sum":
      return withReasons(
        code,
        values.map((option) => ({
          ...number([]),
          name: `${code}_${option.code}`,
          label: withUnit(joined(label, option.label), item.unit),
          // Empty, too, where this option was not offered.
          cell: cellOf(code, (answer) => (answer as Amounts).amounts[option.code] ?? ""),
        })),
      );
    case "catalogue": {
      const known = [...study.certificates, unlisted];
      return [
        {
          ...{ ...about, type: "choice", missing: asked, values: known },
          cell: cellOf(code, (answer, labels) =>
            named(
              typeof answer === "string" && answer !== pendingCertificate ? answer : unlisted.code,
              labels,
              known,
            ),
          ),
        },
        words(code, {
          ...{ ...about, name: `${code}_text` },
          label: joined(label, { "zh-CN": "目录之外，按原文", en: "not in the catalogue, as typed" }),
        }),
      ];
    }
    case "text":
    case "short":
      return [words(code, about)];
  }
}

type Amounts = { amounts: Record<string, number> };

const words = (code: string, about: Pick<ExportVariable, "name" | "label">): ExportVariable => ({
  ...{ ...about, type: "text", values: [], missing: [] },
  cell: ({ words }) => words[code] ?? "",
});

const end = (value: number, label: Text) => ({ code: String(value), label });

const withUnit = (label: Text, unit: Text | undefined): Text =>
  unit ? { "zh-CN": `${label["zh-CN"]}（${unit["zh-CN"]}）`, en: `${label.en} (${unit.en})` } : label;

/**
 * Columns in which 97 to 99 may be answers (amounts, sliders) or would be none of the kind (dates): a missing answer is an
 * empty cell, and a column beside them says why, so that no code is ever taken for a value.
 */
function withReasons(code: string, columns: ExportVariable[]): ExportVariable[] {
  const name = `${code}_MISSING`;
  const [first] = columns;
  if (!first) return [];
  const emptied = columns.map((column): ExportVariable => {
    const cell: ExportVariable["cell"] = (response, labels) =>
      (response.answers[code] ?? null) === null ? "" : column.cell(response, labels);
    return { ...column, missing: [], missingIn: name, cell };
  });
  const { rev, theme } = first;
  const reason: ExportVariable = {
    name,
    label: { "zh-CN": `${code} 是否作答`, en: `Whether ${code} was answered` },
    type: "missing",
    values: [answered],
    missing: ["notAsked", "skipped"],
    ...(theme ? { theme } : {}),
    ...(rev ? { rev } : {}),
    cell: cellOf(code, (_answer, labels) => (labels === "codes" ? 0 : answered.label[labels])),
  };
  return [...emptied, reason];
}
