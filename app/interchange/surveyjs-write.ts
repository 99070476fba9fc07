import type { Instrument, Item, Page } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import { missing } from "#app/questions/kind.ts";
import type { Finding } from "./report.ts";

type Element = Record<string, unknown>;
type ScaleItem = Extract<Item, { kind: "scale" }>;

/** An instrument as SurveyJS JSON; English is its default language, as is the custom there. */
export function writeSurveyjs(instrument: Instrument): { bytes: Uint8Array; findings: Finding[] } {
  const names = new Map<string, string>();
  const pages = instrument.pages.map((page) => writePage(instrument, page, names));
  const survey = {
    title: spoken(instrument.title),
    description: spoken(instrument.invitation),
    locale: "zh-cn",
    pages: [consentPage(instrument), ...pages],
  };
  return {
    bytes: new TextEncoder().encode(`${JSON.stringify(survey, null, 2)}\n`),
    findings: [...left(instrument), ...instrument.pages.flatMap((page) => page.items.flatMap(became))],
  };
}

/** Both languages, the default one first; undefined where neither says anything. */
const spoken = (text: Text | undefined) =>
  text && (text.en || text["zh-CN"])
    ? { ...(text.en ? { default: text.en } : {}), ...(text["zh-CN"] ? { "zh-cn": text["zh-CN"] } : {}) }
    : undefined;

const consentPage = (instrument: Instrument): Element => ({
  name: "consent",
  elements: [
    { type: "html", name: "letter", html: spoken(asHtml(instrument.consent.letter)) },
    ...instrument.consent.ticks.map((tick) => elementOf(instrument, tick, new Map())),
  ],
});

function asHtml(letter: Text[]): Text {
  const one = (language: keyof Text) => letter.map((text) => `<p>${escaped(text[language])}</p>`).join("");
  return { "zh-CN": one("zh-CN"), en: one("en") };
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
/** Titles may hold HTML there: what looks like it must not become it. */
const plain = (text: Text | undefined): Text | undefined => {
  const one = (words: string) => (/<[/!a-z]|&#?\w+;/i.test(words) ? escaped(words) : words);
  return text && { "zh-CN": one(text["zh-CN"]), en: one(text.en) };
};

function writePage(instrument: Instrument, page: Page, names: Map<string, string>): Element {
  const showIf = page.showIf && visibleIf(page.showIf, names, instrument);
  const elements: Element[] = [];
  for (const run of runsOf(page.items.filter((item) => !isAskedThere(item)))) {
    const [first] = run;
    if (first?.kind === "scale" && !first.help)
      elements.push(matrixOf(instrument, page, run as ScaleItem[], names));
    else if (first) {
      elements.push(elementOf(instrument, first, names));
      names.set(first.code, first.code);
    }
  }
  return {
    name: page.code,
    title: spoken(plain(page.title)),
    description: spoken(plain(page.intro)),
    visibleIf: showIf,
    elements,
  };
}

/** Words beside an option that SurveyJS asks for itself. */
const isAskedThere = ({ otherOf }: Page["items"][number]) => otherOf?.option === "other";

/** Statements on the same scale that stand together; everything else on its own. */
function runsOf(items: Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const last = runs.at(-1)?.at(-1);
    const joins =
      item.kind === "scale" &&
      last?.kind === "scale" &&
      !item.help &&
      !last.help &&
      item.scale === last.scale &&
      item.required === last.required &&
      item.allowNA === last.allowNA;
    if (joins) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs;
}

const pointsOf = ({ scales }: Instrument, item: ScaleItem) => {
  const scale = scales[item.scale];
  const points = (scale?.points ?? []).map(({ value, label }) => ({ value, text: spoken(plain(label)) }));
  const none = item.allowNA && spoken(plain(scale?.notApplicable));
  return none ? [...points, { value: missing.notApplicable, text: none }] : points;
};

function matrixOf(instrument: Instrument, page: Page, run: ScaleItem[], names: Map<string, string>): Element {
  const [first] = run as [ScaleItem];
  const name = `${first.code}_ROWS`;
  const rows = run.map(({ code, text, showIf }) => {
    const row = {
      value: code,
      text: spoken(plain(text)),
      visibleIf: showIf && visibleIf(showIf, names, instrument),
    };
    names.set(code, `${name}.${code}`);
    return row;
  });
  return {
    type: "matrix",
    name,
    titleLocation: "hidden",
    columns: pointsOf(instrument, first),
    rows,
    ...(page.shuffle ? { rowsOrder: "random" } : {}),
    ...(first.required ? { isAllRowRequired: true } : {}),
  };
}

const tickOf = (tick: Item): Element => ({
  type: "boolean",
  name: tick.code,
  title: spoken(plain(tick.text)),
  description: spoken(plain(tick.help)),
  renderAs: "checkbox",
  ...(tick.required
    ? { isRequired: true, validators: [{ type: "expression", expression: `{${tick.code}} = true` }] }
    : {}),
});

function elementOf(instrument: Instrument, item: Item, names: Map<string, string>): Element {
  const common = {
    name: item.code,
    title: spoken(plain(item.text)),
    description: spoken(plain(item.help)),
    ...(item.required ? { isRequired: true } : {}),
    visibleIf: item.showIf && visibleIf(item.showIf, names, instrument),
  };
  switch (item.kind) {
    case "consent":
      return { ...tickOf(item), visibleIf: common.visibleIf };
    case "scale":
      return { type: "rating", ...common, rateValues: pointsOf(instrument, item) };
    case "single":
    case "check":
      return { type: "radiogroup", ...common, ...choicesOf(item.options) };
    case "multiple":
      return {
        type: "checkbox",
        ...common,
        ...choicesOf(item.options),
        ...(item.min ? { minSelectedChoices: item.min } : {}),
        ...(item.max ? { maxSelectedChoices: item.max } : {}),
      };
    case "ranking":
      return { type: "ranking", ...common, choices: item.options.map(choice) };
    case "number":
      return {
        ...{ type: "text", ...common, inputType: "number", step: 10 ** -item.decimals },
        ...(item.min === undefined ? {} : { min: item.min }),
        ...(item.max === undefined ? {} : { max: item.max }),
      };
    case "date":
      return { type: "text", ...common, inputType: item.precision === "day" ? "date" : "month" };
    case "nps":
      return { type: "rating", ...common, rateMin: 0, rateMax: 10, ...ends(item.low, item.high) };
    case "differential":
      return { type: "rating", ...common, rateMin: 1, rateMax: item.points, ...ends(item.left, item.right) };
    case "slider":
      return {
        ...{ type: "slider", ...common, min: item.steps[0]?.value, max: item.steps.at(-1)?.value },
        step: (item.steps[1]?.value ?? 1) - (item.steps[0]?.value ?? 0),
      };
    case "short":
      return { type: "text", ...common, maxLength: item.maxLength };
    case "section":
      return {
        type: "html",
        name: item.code,
        html: spoken(asHtml([item.text, ...item.body])),
        visibleIf: common.visibleIf,
      };
    case "year":
      return {
        type: "text",
        ...common,
        inputType: "number",
        min: item.min,
        ...(item.max === "current" ? { maxValueExpression: "currentYear()" } : { max: item.max }),
      };
    case "text":
      return { type: "comment", ...common, maxLength: item.maxLength };
    default:
      return { type: "text", ...common };
  }
}

const ends = (low: Text, high: Text) => ({
  minRateDescription: spoken(plain(low)),
  maxRateDescription: spoken(plain(high)),
});

type Options = Extract<Item, { kind: "single" }>["options"];

/** Choices; words beside one and being the only one are SurveyJS's own where they are called as there. */
function choicesOf(options: Options): Element {
  const other = options.find(isOther);
  const none = options.find(isNone);
  return {
    choices: options.filter((one) => one !== other && one !== none).map(choice),
    ...(none ? { showNoneItem: true, noneText: spoken(plain(none.label)) } : {}),
    ...(other ? { showOtherItem: true, otherText: spoken(plain(other.label)) } : {}),
  };
}
const isOther = ({ code, other }: Options[number]) => other === true && code === "other";
const isNone = ({ code, exclusive }: Options[number]) => exclusive === true && code === "none";

const choice = ({ code, label }: { code: string; label: Text }) => ({
  value: code,
  text: spoken(plain(label)),
});

/** A condition in the words of SurveyJS. */
function visibleIf(condition: Condition, names: Map<string, string>, instrument: Instrument): string {
  if ("not" in condition) return `!(${visibleIf(condition.not, names, instrument)})`;
  if ("answered" in condition)
    return `{${names.get(condition.item) ?? condition.item}} ${condition.answered ? "notempty" : "empty"}`;
  if ("is" in condition) {
    const than = typeof condition.than === "number" ? condition.than : `'${condition.than}'`;
    return `{${names.get(condition.item) ?? condition.item}} ${condition.is} ${than}`;
  }
  if ("item" in condition) {
    const values = condition.in.map((one) =>
      typeof one === "number" ? one : `'${one.replace(/[\\']/g, "\\$&")}'`,
    );
    return `{${names.get(condition.item) ?? condition.item}} anyof [${values.join(", ")}]`;
  }
  const [parts, sign] = "all" in condition ? [condition.all, " and "] : [condition.any, " or "];
  return parts.map((one) => `(${visibleIf(one, names, instrument)})`).join(sign);
}

/** What kinds become where SurveyJS has them not, or only by halves. */
const others: Partial<Record<Item["kind"], string>> = {
  catalogue: "text",
  sum: "text",
  image: "text",
  differential: "rating",
  check: "radiogroup",
  section: "html",
};

function became(item: Item): Finding[] {
  const { kind, code } = item;
  const find = (finding: Pick<Finding, "code" | "details">): Finding => ({
    ...finding,
    place: {},
    item: code,
  });
  const to = others[kind];
  const options = "options" in item ? item.options : [];
  const unsaid = [
    ...(kind === "ranking" && item.max ? ["max"] : []),
    ...(kind === "number" && item.unit ? ["unit"] : []),
    ...(kind === "number" && item.bands.length > 0 ? ["bands"] : []),
    ...(kind === "date" ? ["min", "max"] : []),
    ...(kind === "slider" && item.steps.some(({ label }) => label) ? ["label"] : []),
    ...(kind === "slider" && isUneven(item.steps) ? ["steps"] : []),
    ...(kind === "short" && item.format !== "plain" ? ["format"] : []),
    ...(options.some((one) => one.exclusive && !isNone(one)) ? ["exclusive"] : []),
  ];
  return [
    ...(to ? [find({ code: "changed.kind", details: { from: kind, to } })] : []),
    ...unsaid.map((name) => find({ code: "lost.setting", details: { name } })),
    ...options.flatMap((one) => [
      ...(one.other && !isOther(one) ? [find({ code: "lost.other" })] : []),
      ...(one.showIf ? [find({ code: "lost.choiceFilter", details: { expression: one.code } })] : []),
    ]),
  ];
}

const isUneven = (steps: { value: number }[]) =>
  steps.some(
    ({ value }, at) =>
      at > 0 && value - (steps[at - 1]?.value ?? 0) !== (steps[1]?.value ?? 0) - (steps[0]?.value ?? 0),
  );

/** What SurveyJS has no place for, each once. */
function left(instrument: Instrument): Finding[] {
  const items = instrument.pages.flatMap((page) => page.items);
  const scales = Object.values(instrument.scales);
  const has: [string, boolean][] = [
    ["code", true],
    ["respondent", true],
    ["minutes", true],
    ["status", true],
    ["themes", instrument.themes.length > 0 || items.some((one) => one.theme || one.subtheme)],
    ["scoring", instrument.scoring.length > 0],
    ["reserved", instrument.reserved.length > 0],
    ["optional", instrument.pages.some((page) => page.optional)],
    ["rev", items.some((one) => one.rev > 1)],
    [
      "short",
      items.some((one) => one.short) || scales.some((one) => one.points.some((point) => point.short)),
    ],
    ["background", items.some((one) => one.background)],
    ["mirrors", items.some((one) => one.mirrors.length > 0)],
    ["reverse", items.some((one) => one.kind === "scale" && one.reverse)],
    ["direction", items.some((one) => one.kind === "scale" && one.direction === "none")],
    ["expect", items.some((one) => one.kind === "scale" && one.expect !== undefined)],
  ];
  return has.flatMap(([name, there]) =>
    there ? [{ code: "lost.setting" as const, place: {}, details: { name } }] : [],
  );
}
