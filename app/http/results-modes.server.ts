import { asksExamMode, examMode } from "#app/results/exam-mode.ts";
import {
  groupComparison,
  scoresOf,
  stratifiedComparison,
  withItemsOf,
} from "#app/results/group-comparison-view.ts";
import { modeTests } from "#app/results/mode-tests.ts";
import type { ModesData } from "#app/ui/results/groups-data.ts";
import { askedTheme, choicesOf } from "./results-groups.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** What the report is about first: the examination itself. */
const usual = "EXM";

/** On-site and remote exams within years, statements of the theme `?theme=`. @throws 400 for a theme that is not there */
export async function readModes({ search, columns, count, policy }: ResultsRoom): Promise<ModesData> {
  const asked = askedTheme(search, columns);
  if (!asksExamMode(columns)) return {};
  const { mode, year, pair } = examMode;
  const { overall, within, tests } = await count("modes", function* (cut) {
    const overall = yield* groupComparison(cut, mode);
    const within = yield* stratifiedComparison(cut, year, mode, pair);
    return { overall, within, tests: yield* modeTests(overall, within, pair, cut.policy) };
  });
  const codes = overall.themes.map(({ code }) => code);
  const theme = asked || (codes.includes(usual) ? usual : (codes[0] ?? ""));
  return {
    report: {
      overall: withItemsOf(overall, theme),
      within: scoresOf(within),
      tests: { ...tests, themes: tests.themes.filter(({ code }) => code === theme) },
      theme,
      choices: choicesOf(overall),
      strict: policy.strict,
    },
  };
}
