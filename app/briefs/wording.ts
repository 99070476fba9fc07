import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { isSlight } from "#app/statistics/index.ts";
import {
  aroundMiddle,
  difficultyOf,
  type Finding,
  findingsOf,
  type ShownItem,
  type ShownTheme,
} from "./findings.ts";
import { COMPARED_MINIMUM, comparisons } from "./group-differences.ts";
import type { Release } from "./release.ts";
import { shareText } from "./shown.ts";

/** 2026-06-30 as readers of the language write it. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const options = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", options).format(
    Date.UTC(year, month - 1, date),
  );
}

export const countText = (n: number) => n.toLocaleString("en-US");
export const meanText = (mean: number) => mean.toFixed(2);
const percent = (share: number) => shareText(share);

/** What a release says in sentences, in one language. Every sentence is chosen by a rule from the stored numbers. */
export function sentencesOf(release: Release, language: Language) {
  const { brief } = messagesIn(language);
  const base = (n: number) => fill(brief.base, { n: countText(n) });
  return {
    /** How many answered and when, then each finding in a clause, then the difficulty. */
    answer: [span(release, language), clauses(release, language), difficulty(release, language)]
      .filter(Boolean)
      .join(language === "en" ? " " : ""),
    findings: findingsOf(release).map((finding) => findingText(finding, language, base)),
    difficulty: difficulty(release, language),
    groupsLead: fill(brief.groupsLead, { count: comparisons(release), minimum: COMPARED_MINIMUM }),
    release: fill(brief.release, { number: release.number }),
    date: dayText(release.date, language),
    range: fill(brief.method.range, {
      first: dayText(release.method.firstDay, language),
      last: dayText(release.method.lastDay, language),
    }),
    instrument: fill(brief.method.version, {
      title: release.method.instrument.title[language],
      version: release.method.instrument.version,
      status: release.method.instrument.status[language],
    }),
    hiddenRule: [
      fill(brief.hiddenRule, { k: release.k }),
      messagesIn(language).disclosure.inRelease[release.disclosure],
    ].join(language === "en" ? " " : ""),
    limits: [...release.method.limits.map((limit) => limit[language]), brief.notACensus],
  };
}

function span(release: Release, language: Language): string {
  const { brief } = messagesIn(language);
  const { firstDay, lastDay } = release.method;
  return fill(firstDay === lastDay ? brief.oneDay : brief.span, {
    first: dayText(firstDay, language),
    last: dayText(lastDay, language),
    n: countText(release.n),
  });
}

/** What a theme's verdict says, as a sentence without its full stop; slight where the mean is close to neutral. */
export function statementOf({ title, meaning, result }: ShownTheme, language: Language): string {
  const { brief } = messagesIn(language);
  const { verdict, mean } = result;
  const slight = isSlight(mean.estimate);
  if (verdict === "positive" && !slight) return capital(meaning[language]);
  const leaning = verdict === "positive" || verdict === "negative";
  const template = leaning && slight ? brief.statement.slight[verdict] : brief.statement[verdict];
  return capital(
    fill(template, { theme: leaning ? inSentence(title[language], language) : title[language] }),
  );
}

/** The verdict in a few words, for a label. */
export function verdictText({ result }: ShownTheme, language: Language): string {
  const { brief } = messagesIn(language);
  const { verdict, mean } = result;
  return (verdict === "positive" || verdict === "negative") && isSlight(mean.estimate)
    ? brief.verdict.slight[verdict]
    : brief.verdict[verdict];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
/** "the examination", "career and future plans", "TVET policy". */
function inSentence(title: string, language: Language): string {
  if (language !== "en" || /^\p{Lu}{2}/u.test(title)) return title;
  return title.includes(" ") ? lower(title) : `the ${lower(title)}`;
}

function clauses(release: Release, language: Language): string {
  const { brief } = messagesIn(language);
  const list = findingsOf(release).map(({ theme }) =>
    fill(brief.clause, {
      statement: statementOf(theme, language),
      mean: meanText(theme.result.mean.estimate),
    }),
  );
  return list.length === 0 ? brief.nothing : fill(brief.clauses, { list: joined(list, language) });
}

/** Statements as one sentence. */
export const joined = (statements: string[], language: Language): string =>
  statements
    .map((one, at) => (at > 0 && language === "en" ? lower(one) : one))
    .join(messagesIn(language).brief.listJoin);

function difficulty(release: Release, language: Language): string | undefined {
  const { brief } = messagesIn(language);
  const question = difficultyOf(release);
  const parts = question && aroundMiddle(question);
  if (!parts) return undefined;
  return fill(brief.difficulty, {
    below: percent(parts.below),
    middle: percent(parts.middle),
    above: percent(parts.above),
    base: fill(brief.base, { n: countText(parts.n) }),
  });
}

function findingText(
  { theme, strongest, weakest }: Finding,
  language: Language,
  base: (n: number) => string,
) {
  const { brief } = messagesIn(language);
  const { mean, n } = theme.result;
  const about = (template: string, item: ShownItem) =>
    fill(template, {
      // Sentences inside a sentence lose their full stop.
      item: item.text[language].replace(/[。.]$/, ""),
      reversed: item.reverse ? brief.reversed : "",
      share: shareText(item.result.favourable.share),
    });
  return {
    code: theme.code,
    headline: statementOf(theme, language),
    score: fill(brief.scoreLine, {
      mean: meanText(mean.estimate),
      low: meanText(mean.low),
      high: meanText(mean.high),
      base: base(n),
    }),
    items: strongest && weakest ? [about(brief.strongest, strongest), about(brief.weakest, weakest)] : [],
  };
}
