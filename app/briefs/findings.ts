import type { Release, ReleaseGroups, ReleaseItem, ReleaseTheme } from "./release.ts";
import { shareValue } from "./shown.ts";

type ShownOnly<Block extends { result: { shown: boolean } }> = Block & {
  result: Extract<Block["result"], { shown: true }>;
};
export type ShownItem = ShownOnly<ReleaseItem>;
export type ShownTheme = ShownOnly<ReleaseTheme>;

export const isItemShown = (item: ReleaseItem): item is ShownItem => item.result.shown;
export const isThemeShown = (theme: ReleaseTheme): theme is ShownTheme => theme.result.shown;

/** Shown items from most to least favourable share; equal shares keep the instrument's order. */
export const byFavour = (items: ReleaseItem[]): ShownItem[] =>
  items
    .filter(isItemShown)
    .sort((a, b) => shareValue(b.result.favourable.share) - shareValue(a.result.favourable.share));

export interface Finding {
  theme: ShownTheme;
  /** Undefined when fewer than two items are shown: then neither is the strongest. */
  strongest?: ShownItem;
  weakest?: ShownItem;
}

/** What a reader in a hurry is told first: the first three scored themes that may be shown, in the instrument's order. */
export function findingsOf(release: Pick<Release, "themes">): Finding[] {
  return release.themes
    .filter(isThemeShown)
    .slice(0, 3)
    .map((theme) => {
      const items = byFavour(theme.items);
      return items.length < 2 ? { theme } : { theme, strongest: items[0], weakest: items.at(-1) };
    });
}

/**
 * Distance between the two groups that lie furthest apart with intervals that do not touch; 0 when there are none.
 * Groups too small for a verdict do not count: the widest gap would always be theirs.
 */
export function clearGap(table: ReleaseGroups): number {
  const means = table.rows.flatMap(({ result }) =>
    result.shown && result.verdict !== "none" ? [result.mean] : [],
  );
  const gaps = means.flatMap((low) =>
    means.map((high) => (low.high < high.low ? high.estimate - low.estimate : 0)),
  );
  return Math.max(0, ...gaps);
}

/**
 * For each theme the one variable whose groups lie furthest apart, if any two of them do so clearly. A rule instead of
 * a choice; it selects what is large, so the page says that it did and that nothing was tested.
 */
export function clearestGroups(release: Pick<Release, "themes" | "groups">): ReleaseGroups[] {
  return release.themes.flatMap((theme) => {
    const tables = release.groups.filter((table) => table.theme.code === theme.code && clearGap(table) > 0);
    const widest = tables.sort((a, b) => clearGap(b) - clearGap(a))[0];
    return widest ? [widest] : [];
  });
}

/** The bipolar questions: best in the middle, never averaged. */
export const difficultyOf = (release: Pick<Release, "variables">) =>
  release.variables.find((one) => one.measure === "bipolar" && one.base.shown);

/** Shares below, at and above the middle of a bipolar question; undefined unless every option may be shown exactly. */
export function aroundMiddle(variable: Release["variables"][number]) {
  const shares = variable.options.map(({ result }) =>
    result.shown && typeof result.share === "number" ? result.share : undefined,
  );
  if (!variable.base.shown || shares.length % 2 === 0) return undefined;
  const exact = shares.filter((one) => one !== undefined);
  if (exact.length < shares.length) return undefined;
  const middle = (exact.length - 1) / 2;
  const sum = (part: number[]) => part.reduce((total, one) => total + one, 0);
  return {
    n: variable.base.n,
    below: sum(exact.slice(0, middle)),
    middle: exact[middle]!,
    above: sum(exact.slice(middle + 1)),
  };
}
