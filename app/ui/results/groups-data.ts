import type { Text } from "#app/locales/language.ts";
import type { GroupComparison, StratifiedComparison } from "#app/results/groups.ts";
import type { ModeTests } from "#app/results/mode-tests.ts";
import type { GroupTests } from "#app/results/tested.ts";
import type { Gated } from "#app/results/view.ts";

/** A theme whose statements can be looked at. */
export interface ThemeChoice {
  code: string;
  title: Text;
  items: number;
}

/** What the page of groups shows; statements only of `theme`. */
export interface GroupsData {
  shown: Gated<GroupComparison>;
  tests: GroupTests;
  theme: string;
  choices: ThemeChoice[];
  strict: boolean;
}

/** What the exam-mode report shows; undefined where the study does not ask for mode and year. */
export interface ModesData {
  report?: {
    overall: Gated<GroupComparison>;
    within: Gated<StratifiedComparison>;
    tests: ModeTests;
    theme: string;
    choices: ThemeChoice[];
    strict: boolean;
  };
}
