import type { Route } from "./drafting.ts";
import { type Ask, no, yes } from "./making.ts";
import type { Place } from "./report.ts";
import { branches, choiceOf, choiceSettings, choicesOf, ratesOf } from "./surveyjs-choices.ts";
import { isTick, type SurveyReading } from "./surveyjs-reading.ts";
import { type Branch, list, word } from "./tree.ts";

interface Way {
  /** @returns whether the question is in the draft */
  read(reading: SurveyReading, element: Branch, ask: Ask): boolean;
  /** Settings that are in the draft, besides those that all elements have. */
  carries?: string[];
  /** Those that are in it for this one. */
  also?(element: Branch): string[];
  /** What it became, where that is not the nature of the type. */
  became?: string;
}

const always = ["type", "name", "title", "description", "isRequired", "visibleIf", "valueName"];

const single: Way = {
  read: (reading, element, ask) => {
    const choices = choicesOf(reading, element, ask.place, ask.name);
    return reading.make.rated(ask, choices, false);
  },
  carries: choiceSettings,
};
const multiple: Way = {
  read: (reading, element, ask) => {
    const choices = choicesOf(reading, element, ask.place, ask.name);
    if (isTick(element) && choices[0]) return reading.make.tick({ ...ask, text: choices[0].label });
    const [max, min] = [element.maxSelectedChoices, element.minSelectedChoices].map(Number);
    return reading.make.multiple(ask, choices, max || undefined, min || undefined);
  },
  carries: [...choiceSettings, "maxSelectedChoices", "minSelectedChoices"],
};

/** REGISTRY: types of SurveyJS that have a kind here. A kind the house learns later is one line; what is not here is lost. */
const ways: Record<string, Way> = {
  radiogroup: single,
  buttongroup: single,
  dropdown: { ...single, became: "radiogroup" },
  checkbox: multiple,
  tagbox: { ...multiple, became: "checkbox" },
  imagepicker: {
    read: (reading, element, ask) =>
      (element.multiSelect === true ? multiple : single).read(reading, element, ask),
    carries: [...choiceSettings, "multiSelect"],
    became: "radiogroup",
  },
  boolean: { read: readBoolean, carries: ["labelTrue", "labelFalse", "valueTrue", "valueFalse", "label"] },
  rating: {
    read: (reading, element, ask) =>
      isNps(element)
        ? reading.make.nps(
            ask,
            reading.text(element.minRateDescription, ask.place, ask.name),
            reading.text(element.maxRateDescription, ask.place, ask.name),
          )
        : reading.make.rated(ask, ratesOf(reading, element, ask.place, ask.name), true),
    carries: ["rateValues", "rateMin", "rateMax", "rateStep", "rateCount", "autoGenerate"].concat([
      "minRateDescription",
      "maxRateDescription",
    ]),
  },
  text: {
    read: readText,
    carries: ["inputType", "maxLength"],
    also: (element) =>
      yearsOf(element)
        ? ["min", "max", "maxValueExpression"]
        : isNumber(element)
          ? ["min", "max", "step"]
          : [],
  },
  ranking: {
    read: (reading, element, ask) =>
      reading.make.ranking(ask, choicesOf(reading, element, ask.place, ask.name)),
    carries: choiceSettings,
  },
  slider: {
    read: (reading, element, ask) =>
      reading.make.slider(
        ask,
        Number(element.min ?? 0),
        Number(element.max ?? 100),
        Number(element.step ?? 1),
      ),
    carries: ["min", "max", "step"],
  },
  comment: {
    read: (reading, element, ask) => reading.make.words(ask, Number(element.maxLength) || undefined),
    carries: ["maxLength"],
  },
  multipletext: {
    read: (reading, element, ask) => {
      const rows = branches(element.items).map((row) => part(reading, ask, word(row.name), row));
      return reading.make.fields(ask, rows);
    },
    carries: ["items"],
    became: "text",
  },
  matrix: {
    read: readMatrix,
    carries: ["columns", "rows", "isAllRowRequired", "eachRowRequired", "rowsOrder", "titleLocation"],
  },
};

/** Reads one element that asks something. What it cannot be here is reported with its place. */
export function readQuestion(reading: SurveyReading, element: Branch, place: Place, routes: Route[]) {
  const type = word(element.type) || "?";
  reading.draft.count(type);
  const ask = reading.ask(element, place, routes);
  const way = Object.hasOwn(ways, type) ? ways[type] : undefined;
  if (!way?.read(reading, element, ask)) {
    reading.report.add("lost.kind", place, { type, name: ask.name });
    return;
  }
  if (way.became) reading.report.add("changed.kind", place, { from: type, to: way.became }, ask.name);
  const carried = new Set([...always, ...(way.carries ?? []), ...(way.also?.(element) ?? [])]);
  if (isTick(element)) for (const name of tickSettings(element)) carried.add(name);
  reading.settings.leave(element, carried, place, ask.name);
}

/** That a tick looks like one, and that it must be set, is its nature here. */
function tickSettings({ name, validators }: Branch): string[] {
  const [first, second] = branches(validators);
  const insists = first && !second && first.expression === `{${word(name)}} = true`;
  return insists ? ["renderAs", "validators"] : ["renderAs"];
}

function readBoolean(reading: SurveyReading, element: Branch, ask: Ask): boolean {
  if (isTick(element)) {
    const label = reading.text(element.label, ask.place, ask.name);
    return reading.make.tick(label["zh-CN"] || label.en ? { ...ask, text: label } : ask);
  }
  const label = (given: unknown, usual: typeof yes) => {
    const text = reading.text(given, ask.place, ask.name);
    return text["zh-CN"] || text.en ? text : usual;
  };
  const name = (given: unknown, usual: string) => word(given) || usual;
  return reading.make.single(ask, [
    { name: name(element.valueTrue, "true"), label: label(element.labelTrue, yes), place: ask.place },
    { name: name(element.valueFalse, "false"), label: label(element.labelFalse, no), place: ask.place },
  ]);
}

/** The bounds of a number that can only be a year. */
function yearsOf({ inputType, min, max, maxValueExpression }: Branch) {
  const isYear = (value: unknown): value is number =>
    typeof value === "number" && Number.isInteger(value) && value >= 1900 && value <= 2200;
  if (inputType !== "number" || !isYear(min)) return undefined;
  if (maxValueExpression === "currentYear()") return { min, max: "current" as const };
  return isYear(max) && max >= min ? { min, max } : undefined;
}

/** Eleven numbers from 0 to 10. */
const isNps = ({ rateMin, rateMax, rateStep, rateValues }: Branch) =>
  rateMin === 0 && rateMax === 10 && Number(rateStep ?? 1) === 1 && list(rateValues).length === 0;

/** A plain number: bounds that are worked out are no bounds here. */
const isNumber = ({ inputType, min, max }: Branch) =>
  inputType === "number" &&
  [min, max].every((bound) => bound === undefined || bound === null || typeof bound === "number");

function readText(reading: SurveyReading, element: Branch, ask: Ask): boolean {
  const years = yearsOf(element);
  if (years) return reading.make.year(ask, years.min, years.max);
  const type = word(element.inputType) || "text";
  if (isNumber(element)) {
    const decimals =
      /\.(\d{1,4})$/.exec(word(element.step))?.[1]?.length ?? (element.step === undefined ? 4 : 0);
    const bound = (value: unknown) => (typeof value === "number" ? value : Number.NaN);
    return reading.make.number(ask, { min: bound(element.min), max: bound(element.max), decimals });
  }
  if (type === "date" || type === "month") return reading.make.date(ask, type === "date" ? "day" : "month");
  if (type !== "text")
    reading.report.add("lost.constraint", ask.place, { expression: `inputType: ${type}` }, ask.name);
  return reading.make.words(ask, Number(element.maxLength) || undefined);
}

function readMatrix(reading: SurveyReading, element: Branch, ask: Ask): boolean {
  const columns = list(element.columns).flatMap((one) => choiceOf(reading, one, ask.place, ask.name));
  const rows = list(element.rows)
    .flatMap((one) => choiceOf(reading, one, ask.place, ask.name, true).map((row) => ({ row, given: one })))
    .map(({ row, given }) => ({
      ...part(reading, ask, row.name, {}),
      text: row.label,
      routes: [...ask.routes, ...reading.route(given as Branch, ask.place)],
    }));
  const hidden = element.titleLocation === "hidden";
  const all = element.isAllRowRequired === true || element.eachRowRequired === true || ask.required;
  const stem = hidden ? { ...ask, text: { "zh-CN": "", en: "" } } : ask;
  const way = element.cellType === "checkbox" ? "several" : numbered(columns) ? "scale" : "one";
  const made = reading.make.rows(
    stem,
    rows.map((row) => ({ ...row, required: all })),
    columns,
    way,
  );
  if (made && element.rowsOrder === "random") reading.draft.shuffle();
  return made;
}

/** Columns whose values rise from one to the next, leaving out codes for no answer: somebody took them for points. */
function numbered(columns: { name: string }[]): boolean {
  const points = columns.map(({ name }) => Number(name)).filter((value) => value < 90);
  return (
    points.length > 2 &&
    points.length >= columns.length - 1 &&
    points.every(
      (value, at) => Number.isInteger(value) && value >= 0 && (at === 0 || value > (points[at - 1] ?? 0)),
    )
  );
}

/** A row of a question. A row whose name is a code of the house keeps it. */
function part(reading: SurveyReading, ask: Ask, name: string, row: Branch): Ask {
  const whole = `${ask.name}.${name}`;
  return {
    ...ask,
    name: whole,
    code: /^[A-Z][A-Z0-9_]*\d[A-Z0-9_]*$/.test(name) ? name : `${ask.code ?? ask.name}_${name}`,
    text:
      row.title === undefined
        ? reading.text(name, ask.place, whole, true)
        : reading.text(row.title, ask.place, whole),
    required: ask.required || row.isRequired === true,
    help: undefined,
  };
}
