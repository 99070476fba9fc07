import type { Text } from "#app/locales/language.ts";
import { other } from "./making.ts";
import type { Place } from "./report.ts";
import type { SurveyReading } from "./surveyjs-reading.ts";
import { type Branch, branch, isBranch, list, word } from "./tree.ts";
import type { Choice } from "./xlsform-choices.ts";

const none: Text = { "zh-CN": "以上都不是", en: "None" };
const refuse: Text = { "zh-CN": "拒绝回答", en: "Refuse to answer" };
const unknown: Text = { "zh-CN": "不知道", en: "Don't know" };
const special = [
  { shown: ["showNoneItem", "hasNone"], text: "noneText", name: "none", label: none },
  { shown: ["showRefuseItem"], text: "refuseText", name: "refused", label: refuse },
  { shown: ["showDontKnowItem"], text: "dontKnowText", name: "dontknow", label: unknown },
  { shown: ["showOtherItem", "hasOther"], text: "otherText", name: "other", label: other },
];
/** The settings that `choicesOf` reads. */
export const choiceSettings = [
  "choices",
  "choicesMin",
  "choicesMax",
  "choicesStep",
  ...special.flatMap((one) => [...one.shown, one.text]),
];

/** The choices of an element, with those it adds itself (none, other), or those of the question it takes them from. */
export function choicesOf(reading: SurveyReading, element: Branch, place: Place, item: string): Choice[] {
  const from = word(element.choicesFromQuestion);
  const source = from ? reading.elements.get(from) : undefined;
  const own = source && list(element.choices).length === 0 ? source : element;
  const choices = list(own.choices).flatMap((one) => choiceOf(reading, one, place, item));
  const [min, max, step] = [
    Number(own.choicesMin ?? 0),
    Number(own.choicesMax ?? 0),
    Number(own.choicesStep ?? 1),
  ];
  if (max > min && step > 0 && (max - min) / step <= 2000)
    for (let at = min; at <= max; at += step)
      choices.push({ name: String(at), label: same(String(at)), place });
  for (const { shown, text, name, label } of special) {
    if (!shown.some((one) => element[one] === true)) continue;
    const said = reading.text(element[text], place, item);
    const flags =
      name === "other" ? { other: true as const } : name === "none" ? { exclusive: true as const } : {};
    choices.push({ name, label: said["zh-CN"] || said.en ? said : label, place, ...flags });
  }
  return choices;
}

/** One choice, column or row: a word or number, or a value with a text. What a row is shown for is the caller's to read. */
export function choiceOf(
  reading: SurveyReading,
  given: unknown,
  place: Place,
  item: string,
  isRow = false,
): Choice[] {
  const plain = word(given) || (typeof given === "boolean" ? String(given) : "");
  if (plain) return [{ name: plain, label: reading.text(plain, place, item), place }];
  if (!isBranch(given)) return [];
  const name = word(given.value) || (typeof given.value === "boolean" ? String(given.value) : "");
  if (!name) {
    reading.report.add("changed.options", place, { what: JSON.stringify(given) }, item);
    return [];
  }
  const label =
    given.text === undefined ? reading.text(name, place, item) : reading.text(given.text, place, item);
  reading.settings.leave(given, new Set(["value", "text", "visibleIf", "score"]), place, item);
  if (word(given.visibleIf) && !isRow)
    reading.report.add("lost.choiceFilter", place, { expression: word(given.visibleIf) }, item);
  if (given.score !== undefined)
    reading.report.add("lost.score", place, { name: `${name} = ${word(given.score)}` }, item);
  return [{ name, label, place }];
}

/** The points of a rating: as given, or numbers from the least to the most with words at their ends. */
export function ratesOf(reading: SurveyReading, element: Branch, place: Place, item: string): Choice[] {
  const given = list(element.rateValues).flatMap((one) => choiceOf(reading, one, place, item));
  const ends = [
    reading.text(element.minRateDescription, place, item),
    reading.text(element.maxRateDescription, place, item),
  ];
  let rates = given;
  if (given.length < 2) {
    const from = Number(element.rateMin ?? 1);
    const step = Number(element.rateStep ?? 1);
    const count = Number(element.rateCount ?? 0);
    const to = Number(element.rateMax ?? (count > 1 ? from + (count - 1) * step : 5));
    const points = Math.floor((to - from) / step) + 1;
    if (!(step > 0 && points >= 2 && points <= 2000)) return [];
    rates = Array.from({ length: points }, (_, at) => {
      const name = String(Number((from + at * step).toFixed(6)));
      return { name, label: same(name), place };
    });
  }
  return rates.map((rate, at) => {
    const end = at === 0 ? ends[0] : at === rates.length - 1 ? ends[1] : undefined;
    if (!end || !(end["zh-CN"] || end.en)) return rate;
    const label = { "zh-CN": `${rate.label["zh-CN"]} ${end["zh-CN"]}`, en: `${rate.label.en} ${end.en}` };
    return { ...rate, label: { "zh-CN": label["zh-CN"].trim(), en: label.en.trim() } };
  });
}

const same = (text: string): Text => ({ "zh-CN": text, en: text });

/** The branches of a list. */
export const branches = (value: unknown): Branch[] => list(value).map(branch);
