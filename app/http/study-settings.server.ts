import { dayIn } from "#app/fieldwork/door.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, formatDay, type Language, languages, type Text } from "#app/locales/language.ts";
import { longestInSettings, longestLimit, mostLimits } from "#app/ui/studio/settings/limits.ts";
import { listDecisions } from "#db/queries/decisions.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { changeStudy, type StudySettings, settingsSubject } from "#db/queries/study-settings.server.ts";
import { listWaves } from "#db/queries/waves.server.ts";
import { connection, db } from "./db.server.ts";
import type { Refused } from "./forms.server.ts";
import type { Membership } from "./session.server.ts";
import {
  aboutNames,
  aboutProblems,
  aboutSaid,
  aboutTold,
  eitherOf,
  keepProblem,
  pairOf,
  tidied,
} from "./study-about.server.ts";
import { decidedBy } from "./waves.server.ts";

const numbers = [...Array(mostLimits).keys()];
const limitFields = numbers.flatMap((n) => [`limit${n}Zh`, `limit${n}En`]);
const fields = [...aboutNames, ...limitFields, "keep", "sure", "reason"];
const longestReason = 500;

/** The settings of a study as its form holds them, and what was changed before. */
export async function settingsPage(study: MemberStudy) {
  const { title, method, keepUntil, timeZone } = study;
  const limits = method.limits.slice(0, mostLimits).map((limit, n) => {
    const [zh, en] = pairOf(limit);
    return { [`limit${n}Zh`]: zh, [`limit${n}En`]: en };
  });
  const values: Record<string, string> = Object.assign(
    { ...aboutSaid(title, method), keep: keepUntil },
    ...limits,
  );
  return { values, timeZone, keepUntil, history: await listDecisions(db(), study.id, settingsSubject) };
}

/**
 * Changes what a study says of itself and writes the decision down with it. How long answers are kept was promised to
 * whoever has answered: another day wants a reason and a tick beside that very day.
 * @returns the form with what was wrong, or undefined when done
 */
export async function changeSettings(
  member: Membership,
  form: FormData,
  now = new Date(),
): Promise<Refused | undefined> {
  const { study } = member;
  const values = tidied(form, fields);
  const of = (name: string) => values[name] ?? "";
  const errors = {
    ...aboutProblems(values, longestInSettings),
    ...limitProblems(of),
    ...(await keepErrors(study, of, now)),
  };
  if (of("reason").length > longestReason) errors.reason = "tooLong";
  if (Object.keys(errors).length > 0) return { values, errors };
  const limits = numbers.flatMap((n) => eitherOf(of(`limit${n}Zh`), of(`limit${n}En`)) ?? []);
  const settings = { ...aboutTold(values, limits), keepUntil: of("keep") };
  const by = { ...decidedBy(member, reasonOf(study, settings, of("reason"))), now: now.toISOString() };
  const base = Number(form.get("base"));
  const outcome = await connection().commit((trx) => changeStudy(trx, { ...by, settings, base }));
  return outcome === "done" ? undefined : { values, errors: { form: outcome } };
}

function limitProblems(of: (name: string) => string): Record<string, string> {
  const long = limitFields.filter((name) => of(name).length > longestLimit);
  return Object.fromEntries(long.map((name) => [name, "tooLong"]));
}

/** The day may stay, whatever it is; another one has to be possible, meant, and explained. */
async function keepErrors(
  { id, timeZone, keepUntil }: MemberStudy,
  of: (name: string) => string,
  now: Date,
): Promise<Record<string, string>> {
  const keep = of("keep");
  if (keep === keepUntil) return {};
  const wrong = keepProblem(keep, dayIn(timeZone, now));
  if (wrong) return { keep: wrong };
  // Only waves that this very change would leave open: one that outlasts the old day too is no worse off.
  const outlasts = (await listWaves(db(), id)).some(({ closesAt, imported }) => {
    const closes = dayIn(timeZone, new Date(closesAt));
    return !imported && Date.parse(closesAt) > now.getTime() && closes > keep && closes <= keepUntil;
  });
  if (outlasts) return { keep: "keepWave" };
  return {
    ...(of("sure") === keep ? {} : { sure: keep < keepUntil ? "earlier" : "later" }),
    ...(of("reason") ? {} : { reason: "required" }),
  };
}

/** What was changed, from what to what, and why: a line in each language, as decisions are kept. */
function reasonOf(before: StudySettings, after: StudySettings, reason: string): string {
  return languages
    .map((language) => {
      const { studySettings: words } = messagesIn(language);
      const changes = changesIn(before, after, language).join(words.join);
      return fill(reason ? words.decisionReason : words.decision, { changes, reason });
    })
    .join("\n");
}

function changesIn(before: StudySettings, after: StudySettings, language: Language): string[] {
  const { studySettings: words, newStudy } = messagesIn(language);
  const { about } = newStudy;
  const told = ({ title, method, keepUntil }: StudySettings): [string, Text][] => [
    [about.name, title],
    [about.institution, method.institution],
    [about.lead, method.lead],
    [about.contact, { "zh-CN": method.contact, en: method.contact }],
    [about.ethics, method.ethics],
    [about.population, method.population],
    [about.recruitment, method.recruitment],
    [about.keep, { "zh-CN": formatDay(keepUntil, "zh-CN"), en: formatDay(keepUntil, "en") }],
  ];
  const now = told(after);
  const changes = told(before).flatMap(([label, from], at) => {
    const to = now[at]?.[1] ?? from;
    if (languages.every((one) => from[one] === to[one])) return [];
    if (from[language] === to[language]) return [fill(words.otherLanguage, { label })];
    return [fill(words.change, { label, from: short(from[language]), to: short(to[language]) })];
  });
  const [from, to] = [before.method.limits, after.method.limits];
  const label = words.limits;
  if (from.length !== to.length)
    changes.push(fill(words.limitsChange, { label, from: from.length, to: to.length }));
  else if (from.some((one, at) => languages.some((each) => one[each] !== to[at]?.[each])))
    changes.push(fill(words.limitsWords, { label }));
  return changes;
}

/** As much of a paragraph as a line of history has room for. */
const short = (words: string) => (words.length > 120 ? `${words.slice(0, 119)}…` : words);
