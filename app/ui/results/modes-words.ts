import { fill } from "#app/locales/language.ts";
import { examMode } from "#app/results/exam-mode.ts";
import { isTested } from "#app/results/tested.ts";
import type { Reader } from "./figures.ts";
import type { ModesData } from "./groups-data.ts";
import { rangeText } from "./numbers.ts";

export type ModesReport = NonNullable<ModesData["report"]>;

/** On site and remote, in the order in which one is subtracted from the other. */
export function modeNames({ messages }: Reader): { first: string; second: string } {
  const { first, second } = messages.groups.modes;
  return { first: first.name, second: second.name };
}

/** Years in which both modes can be compared, and the others; `some` where at least one of them may be shown. */
export function yearsOf({ within, tests }: ModesReport, { language }: Reader) {
  const years = within.strata.map(({ groups }, at) => {
    const people = groups.map(({ base }) => (base.shown ? base.n : 0));
    return {
      at,
      label: within.labels[at]!.label[language],
      used: people.every((n) => n >= tests.least),
      some: people.some((n) => n > 0),
    };
  });
  return {
    used: years.filter((one) => one.used),
    out: years.filter((one) => !one.used),
    all: years,
  };
}

/** Whether there is anything to compare: two modes that the filter leaves, in a selection that may be shown. */
export const comparable = ({ overall, within }: ModesReport): boolean =>
  !overall.withheld &&
  !within.withheld &&
  examMode.pair.every((code) => overall.groups.some((one) => one.code === code));

/** What is going on: in which themes the modes differ within years. */
export function modesLead(report: ModesReport, reader: Reader): string {
  const { lead } = reader.messages.groups.modes;
  const { m, tests } = report.tests.scores;
  if (m === 0) return lead.none;
  const clear = tests.flatMap((one) =>
    one.clear && isTested(one.pooled) ? [{ ...one, within: one.pooled.within }] : [],
  );
  if (clear.length === 0) return fill(lead.unclear, { m });
  const { first, second } = reader.messages.groups.modes;
  const theme = (one: (typeof clear)[number]) => {
    const { estimate, low, high } = one.within;
    const [from, to] = estimate > 0 ? [low, high] : [-high, -low];
    return fill(lead.theme, {
      theme: report.overall.themes.find(({ code }) => code === one.code)!.title[reader.language],
      points: Math.abs(estimate).toFixed(1),
      range: rangeText(from, to, (value) => value.toFixed(1)),
    });
  };
  return [
    { higher: first.exams, themes: clear.filter((one) => one.within.estimate > 0) },
    { higher: second.exams, themes: clear.filter((one) => one.within.estimate < 0) },
  ]
    .filter(({ themes }) => themes.length > 0)
    .map(({ higher, themes }) => fill(lead.clear, { higher, themes: themes.map(theme).join(lead.join), m }))
    .join(reader.language === "en" ? " " : "");
}
