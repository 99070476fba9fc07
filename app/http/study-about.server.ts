import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language, Text } from "#app/locales/language.ts";
import { type AboutText, aboutTexts, type Longest } from "#app/ui/studio/new-study/choices.ts";

const names = Object.keys(aboutTexts) as AboutText[];

/** The fields in which a study says who asks whom: the same when it is made and when it is changed. */
export const aboutNames = [...names.flatMap((name) => [`${name}Zh`, `${name}En`]), "contact"];

/** These fields of a form or an address, each on one line. */
export function tidied(given: URLSearchParams | FormData, fields: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of fields) {
    const value = given.get(name);
    if (typeof value === "string") found[name] = value.replace(/\s+/g, " ").trim();
  }
  return found;
}

/** What is missing or too long, by field. Problems are keys of `newStudy.problems` or `studio.problems`. */
export function aboutProblems(values: Record<string, string>, longest: Longest): Record<string, string> {
  const errors: Record<string, string> = {};
  const of = (name: string) => values[name] ?? "";
  for (const name of names) {
    const [zh, en] = [of(`${name}Zh`), of(`${name}En`)];
    if (zh.length > longest[name]) errors[`${name}Zh`] = "tooLong";
    if (en.length > longest[name]) errors[`${name}En`] = "tooLong";
    if (aboutTexts[name] && !zh && !en) errors[`${name}Zh`] = name === "name" ? "name" : "required";
  }
  if (!of("contact")) errors.contact = "required";
  else if (of("contact").length > longest.contact) errors.contact = "tooLong";
  return errors;
}

const mostYears = 30;

/** What is wrong with a day until which answers are to be kept. @param today YYYY-MM-DD in the study's zone */
export function keepProblem(keep: string, today: string): "required" | "past" | "far" | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(keep) || Number.isNaN(Date.parse(keep))) return "required";
  if (keep <= today) return "past";
  return Number(keep.slice(0, 4)) - Number(today.slice(0, 4)) > mostYears ? "far" : undefined;
}

/** One language said stands for both; undefined where neither was. */
export const eitherOf = (zh: string, en: string): Text | undefined =>
  zh || en ? { "zh-CN": zh || en, en: en || zh } : undefined;

const notSaid = (language: Language) => messagesIn(language).newStudy.about.notSaid;

/** Name and method of a study, as the fields say them; what may wait says so. */
export function aboutTold(
  values: Record<string, string>,
  limits: readonly Text[],
): { title: Text; method: StudyMethod } {
  const of = (name: string) => values[name] ?? "";
  const text = (name: AboutText): Text =>
    eitherOf(of(`${name}Zh`), of(`${name}En`)) ?? { "zh-CN": notSaid("zh-CN"), en: notSaid("en") };
  const method = studyMethod.parse({
    ...{ institution: text("institution"), lead: text("lead"), contact: of("contact") },
    ...{ ethics: text("ethics"), population: text("population"), recruitment: text("recruitment") },
    limits,
  });
  return { title: text("name"), method };
}

/** The fields that say this again: what stands for both languages is shown once, what was not said not at all. */
export function aboutSaid(title: Text, method: StudyMethod): Record<string, string> {
  const texts: Record<AboutText, Text> = { name: title, ...method };
  return Object.assign(
    { contact: method.contact },
    ...names.map((name) => {
      const text = texts[name];
      const waits = text["zh-CN"] === notSaid("zh-CN") && text.en === notSaid("en");
      const [zh, en] = waits ? ["", ""] : pairOf(text);
      return { [`${name}Zh`]: zh, [`${name}En`]: en };
    }),
  );
}

/** A text as two fields hold it: words that stand for both languages are in the field of their own. */
export function pairOf(text: Text): [string, string] {
  if (text["zh-CN"] !== text.en) return [text["zh-CN"], text.en];
  return /\p{Script=Han}/u.test(text.en) ? [text.en, ""] : ["", text.en];
}
