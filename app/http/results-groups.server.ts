import type { Columns } from "#app/results/columns.ts";
import { variablesOf } from "#app/results/filter.ts";
import { groupComparison, withItemsOf } from "#app/results/group-comparison-view.ts";
import { groupTests } from "#app/results/group-tests.ts";
import type { GroupComparison } from "#app/results/groups.ts";
import type { GroupsData, ThemeChoice } from "#app/ui/results/groups-data.ts";
import { badRequest } from "./errors.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** What groups are looked at by where the address says nothing: the type of institution, else the first there is. */
const usual = "BG01";

/**
 * All groups of the variable `?by=` side by side, statements of the theme `?theme=`.
 * @returns undefined for a study without any background question
 * @throws 400 for a variable or a theme that is not there
 */
export async function readGroups({
  search,
  columns,
  count,
  policy,
}: ResultsRoom): Promise<GroupsData | undefined> {
  const variables = variablesOf(columns).map(({ code }) => code);
  const by = search.get("by") || (variables.includes(usual) ? usual : variables[0]);
  if (by === undefined) return undefined;
  if (!variables.includes(by)) throw badRequest();
  const asked = askedTheme(search, columns);
  const { shown, tests } = await count(`groups ${by}`, function* (cut) {
    const shown = yield* groupComparison(cut, by);
    return { shown, tests: yield* groupTests(shown, cut.policy) };
  });
  const theme = asked || (shown.themes[0]?.code ?? "");
  return {
    shown: withItemsOf(shown, theme),
    tests: { ...tests, themes: tests.themes.filter(({ code }) => code === theme) },
    theme,
    choices: choicesOf(shown),
    strict: policy.strict,
  };
}

/** The theme an address names, or "". @throws 400 for one that is not there */
export function askedTheme(search: URLSearchParams, { around: { instrument } }: Columns): string {
  const theme = search.get("theme") ?? "";
  const known = [...instrument.scoring, ...instrument.themes].some(({ code }) => code === theme);
  if (theme && !known) throw badRequest();
  return theme;
}

export const choicesOf = ({ themes }: GroupComparison): ThemeChoice[] =>
  themes.map(({ code, title, items }) => ({ code, title, items: items.length }));
