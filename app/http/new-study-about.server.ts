import { dayIn } from "#app/fieldwork/door.ts";
import type { StudyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import { longest, type SurveyLanguages, surveyLanguages } from "#app/ui/studio/new-study/choices.ts";
import { aboutNames, aboutProblems, aboutTold, keepProblem, tidied } from "./study-about.server.ts";

/** What the first step says of a study. */
export interface StudyAbout {
  title: Text;
  slug: string;
  languages: readonly string[];
  method: StudyMethod;
  timeZone: string;
  keepUntil: string;
}

/** The fields of the first step, as they travel in the address of the next ones. */
export const aboutFields = [...aboutNames, "languages", "zone", "keep"];
/** The longest address anything takes is 8192. */
const longestAddress = 7500;

/** The fields of the first step that are in an address or a form. */
export const aboutValues = (given: URLSearchParams | FormData): Record<string, string> =>
  tidied(given, aboutFields);

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
  const of = (name: string) => values[name] ?? "";
  const errors = aboutProblems(values, longest);
  if (!Object.hasOwn(surveyLanguages, of("languages"))) errors.languages = "choose";
  const zone = isZone(of("zone"));
  if (!zone) errors.zone = "zone";
  const keep = of("keep");
  const wrong = keepProblem(keep, dayIn(zone ? of("zone") : "UTC", now));
  if (wrong) errors.keep = wrong;
  if (Object.keys(errors).length === 0 && aboutSearch(values).length > longestAddress) errors.nameZh = "long";
  if (Object.keys(errors).length > 0) return { errors };
  const about = { ...aboutTold(values, []), slug: slugOf(of("nameEn") || of("nameZh")) };
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
