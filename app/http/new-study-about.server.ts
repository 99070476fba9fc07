import { dayIn } from "#app/fieldwork/door.ts";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { languages, Text } from "#app/locales/language.ts";
import {
  type AboutText,
  aboutTexts,
  longest,
  type SurveyLanguages,
  surveyLanguages,
} from "#app/ui/studio/new-study/choices.ts";

/** What the first step says of a study. */
export interface StudyAbout {
  title: Text;
  slug: string;
  languages: readonly string[];
  method: StudyMethod;
  timeZone: string;
  keepUntil: string;
}

const names = Object.keys(aboutTexts) as AboutText[];
/** The fields of the first step, as they travel in the address of the next ones. */
export const aboutFields = [
  ...names.flatMap((name) => [`${name}Zh`, `${name}En`]),
  "contact",
  "languages",
  "zone",
  "keep",
];
/** The longest address anything takes is 8192. */
const longestAddress = 7500;
const mostYears = 30;

/** The fields of the first step that are in an address or a form. */
export function aboutValues(given: URLSearchParams | FormData): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of aboutFields) {
    const value = given.get(name);
    if (typeof value === "string") found[name] = value.replace(/\s+/g, " ").trim();
  }
  return found;
}

/** What the form starts from: the usual zone, and two years. */
export const aboutDefaults = (now = new Date()): Record<string, string> => ({
  languages: "both",
  zone: "Asia/Shanghai",
  keep: `${now.getUTCFullYear() + 2}${now.toISOString().slice(4, 10).replace("-02-29", "-02-28")}`,
});

/** The values as the address of the next step carries them. */
export const aboutSearch = (values: Record<string, string>): string =>
  new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();

/** Reads the first step. Problems are keys of `newStudy.problems` or `studio.problems`. */
export function readAbout(
  values: Record<string, string>,
  now = new Date(),
): { about: StudyAbout } | { errors: Record<string, string> } {
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
  if (!Object.hasOwn(surveyLanguages, of("languages"))) errors.languages = "choose";
  const zone = isZone(of("zone"));
  if (!zone) errors.zone = "zone";
  const keep = of("keep");
  const today = dayIn(zone ? of("zone") : "UTC", now);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(keep) || Number.isNaN(Date.parse(keep))) errors.keep = "required";
  else if (keep <= today) errors.keep = "past";
  else if (Number(keep.slice(0, 4)) - Number(today.slice(0, 4)) > mostYears) errors.keep = "far";
  if (Object.keys(errors).length === 0 && aboutSearch(values).length > longestAddress) errors.nameZh = "long";
  if (Object.keys(errors).length > 0) return { errors };
  // One language said stands for both.
  const text = (name: AboutText): Text => {
    const [zh, en] = [of(`${name}Zh`), of(`${name}En`)];
    const said = (one: (typeof languages)[number]) => messagesIn(one).newStudy.about.notSaid;
    return { "zh-CN": zh || en || said("zh-CN"), en: en || zh || said("en") };
  };
  const method = studyMethod.parse({
    ...{ institution: text("institution"), lead: text("lead"), contact: of("contact") },
    ...{ ethics: text("ethics"), population: text("population"), recruitment: text("recruitment") },
    limits: [],
  });
  const about = { title: text("name"), slug: slugOf(of("nameEn") || of("nameZh")), method };
  const asked = surveyLanguages[of("languages") as SurveyLanguages];
  return { about: { ...about, languages: asked, timeZone: of("zone"), keepUntil: keep } };
}

/** An address out of a name; "" where it has no letters an address can have. */
function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return /[a-z].*[a-z]/.test(slug) ? slug : "";
}

function isZone(zone: string): boolean {
  try {
    return zone !== "" && Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }));
  } catch {
    return false;
  }
}

/** The zones to choose from, the usual one first. */
export const zones = (): string[] => [
  ...new Set([
    "Asia/Shanghai",
    "Asia/Urumqi",
    "Asia/Hong_Kong",
    ...Intl.supportedValuesOf("timeZone"),
    "UTC",
  ]),
];
