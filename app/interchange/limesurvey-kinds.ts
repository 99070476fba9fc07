import type { Text } from "#app/locales/language.ts";
import type { LimeReading } from "./limesurvey.ts";
import type { AskedHere } from "./limesurvey-survey.ts";
import { type Ask, no, other, yes } from "./making.ts";
import type { Choice } from "./xlsform-choices.ts";

interface Way {
  /** @returns whether the question is in the draft */
  read(reading: LimeReading, question: AskedHere, ask: Ask): boolean;
  /** Attributes that are in the draft. */
  carries?: string[];
  /** What it became, where that is not the nature of the type. */
  became?: string;
}

const t = (chinese: string, english: string): Text => ({ "zh-CN": chinese, en: english });
const fixed = (ask: Ask, choices: [string, Text][]): Choice[] =>
  choices.map(([name, label]) => ({ name, label, place: ask.place }));
const points = (ask: Ask, count: number) =>
  fixed(
    ask,
    Array.from({ length: count }, (_, at) => [String(at + 1), t(String(at + 1), String(at + 1))]),
  );

const list: Way = {
  read: (reading, question, ask) =>
    reading.make.rated(ask, [...reading.answers(question), ...otherOf(question, ask)], false),
  carries: ["other_replace_text"],
};
const several: Way = {
  read: (reading, question, ask) => {
    const choices = [...reading.parts(question), ...otherOf(question, ask)];
    const marks = choices.map(({ name }) => ({ name: `${ask.name}_${name}`, called: "Y", choice: name }));
    return reading.make.multiple(
      { ...ask, marks },
      choices,
      Number(reading.attribute(question, "max_answers")) || undefined,
    );
  },
  carries: ["other_replace_text", "max_answers"],
};
const words: Way = {
  read: (reading, question, ask) =>
    reading.make.words(ask, Number(reading.attribute(question, "maximum_chars")) || undefined),
  carries: ["maximum_chars"],
};
const fields: Way = {
  read: (reading, question, ask) => reading.make.fields(ask, reading.rows(question, ask)),
  became: "T",
};
const array = (
  choices: (reading: LimeReading, question: AskedHere, ask: Ask) => Choice[],
  way: "one" | "scale",
): Way => ({
  read: (reading, question, ask) =>
    reading.make.rows(ask, reading.rows(question, ask), choices(reading, question, ask), way),
});

/** REGISTRY: question types of LimeSurvey that have a kind here. A kind the house learns later is one line; the others are lost. */
export const ways: Record<string, Way> = {
  L: list,
  "!": { ...list, became: "L" },
  O: { ...list, became: "L" },
  M: several,
  P: { ...several, became: "M" },
  F: array((reading, question) => reading.answers(question), "one"),
  H: { ...array((reading, question) => reading.answers(question), "one"), became: "F" },
  A: array((_reading, _question, ask) => points(ask, 5), "scale"),
  B: array((_reading, _question, ask) => points(ask, 10), "scale"),
  C: array(
    (_reading, _question, ask) =>
      fixed(ask, [
        ["Y", yes],
        ["U", t("不确定", "Uncertain")],
        ["N", no],
      ]),
    "one",
  ),
  E: array(
    (_reading, _question, ask) =>
      fixed(ask, [
        ["I", t("增加", "Increase")],
        ["S", t("不变", "Same")],
        ["D", t("减少", "Decrease")],
      ]),
    "one",
  ),
  "1": { read: dual, carries: ["dualscale_headerA", "dualscale_headerB"], became: "F" },
  "5": { read: (reading, _question, ask) => reading.make.rated(ask, points(ask, 5), true) },
  Y: {
    read: (reading, _question, ask) =>
      reading.make.single(
        ask,
        fixed(ask, [
          ["Y", yes],
          ["N", no],
        ]),
      ),
  },
  G: {
    read: (reading, _question, ask) =>
      reading.make.single(
        ask,
        fixed(ask, [
          ["F", t("女", "Female")],
          ["M", t("男", "Male")],
        ]),
      ),
  },
  S: words,
  T: words,
  U: words,
  N: { read: numeric, carries: ["min_num_value_n", "max_num_value_n", "num_value_int_only"] },
  D: { read: (reading, _question, ask) => reading.make.date(ask, "day") },
  R: {
    read: (reading, question, ask) =>
      reading.make.ranking(
        ask,
        reading.answers(question),
        Number(reading.attribute(question, "max_answers")) || undefined,
      ),
    carries: ["max_answers"],
  },
  Q: fields,
  K: fields,
};

function otherOf({ row }: AskedHere, ask: Ask): Choice[] {
  if (row.get("other") !== "Y") return [];
  return [{ name: "-oth-", label: other, place: ask.place, other: true }];
}

/** A number that can only be a year is one. */
function numeric(reading: LimeReading, question: AskedHere, ask: Ask): boolean {
  const bound = (name: string) => Number(reading.attribute(question, name));
  const [min, max] = [bound("min_num_value_n"), bound("max_num_value_n")];
  if (Number.isInteger(min) && Number.isInteger(max) && min >= 1900 && max <= 2200 && max > min)
    return reading.make.year(ask, min, max);
  const said = (name: string) => {
    const value = reading.attribute(question, name);
    if (value && !Number.isFinite(Number(value)))
      reading.report.add("lost.constraint", ask.place, { expression: `${name}: ${value}` }, ask.name);
    return value ? Number(value) : Number.NaN;
  };
  const isWhole = reading.attribute(question, "num_value_int_only") === "1";
  return reading.make.number(ask, {
    ...{ min: said("min_num_value_n"), max: said("max_num_value_n") },
    decimals: isWhole ? 0 : 4,
  });
}

/** Two sets of answers for each row: as two arrays, one after the other. */
function dual(reading: LimeReading, question: AskedHere, ask: Ask): boolean {
  const made = ["0", "1"].map((scale) => {
    const rows = reading.rows(question, ask).map((row) => ({
      ...row,
      name: `${row.name}#${scale}`,
      code: `${row.code ?? row.name}_${Number(scale) + 1}`,
    }));
    return reading.make.rows(
      { ...ask, name: `${ask.name}#${scale}` },
      rows,
      reading.answers(question, scale),
      "one",
    );
  });
  return made.every(Boolean);
}

/** Types as LimeSurvey's own editor calls them; the file has their letters only. */
const typeNames: Record<string, string> = {
  L: "List (Radio)",
  "!": "List (Dropdown)",
  O: "List with comment",
  M: "Multiple choice",
  P: "Multiple choice with comments",
  F: "Array",
  H: "Array by column",
  A: "Array (5 point choice)",
  B: "Array (10 point choice)",
  C: "Array (Yes/No/Uncertain)",
  E: "Array (Increase/Same/Decrease)",
  "1": "Array dual scale",
  ":": "Array (Numbers)",
  ";": "Array (Texts)",
  "5": "5 point choice",
  Y: "Yes/No",
  G: "Gender",
  S: "Short free text",
  T: "Long free text",
  U: "Huge free text",
  N: "Numerical input",
  K: "Multiple numerical input",
  Q: "Multiple short text",
  D: "Date/Time",
  R: "Ranking",
  I: "Language switch",
  X: "Text display",
  "*": "Equation",
  "|": "File upload",
};

export const nameOf = (type: string): string =>
  Object.hasOwn(typeNames, type) ? `${typeNames[type]}` : type || "?";
