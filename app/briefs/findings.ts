import { examDifficulty } from "#app/results/exam-mode.ts";
import type { Release, ReleaseItem, ReleaseTheme } from "./release.ts";
import { shareValue } from "./shown.ts";

type ShownOnly<Block extends { result: { shown: boolean } }> = Block & {
  result: Extract<Block["result"], { shown: true }>;
};
export type ShownItem = ShownOnly<ReleaseItem>;
export type ShownTheme = ShownOnly<ReleaseTheme>;

export const isItemShown = (item: ReleaseItem): item is ShownItem => item.result.shown;
export const isThemeShown = (theme: ReleaseTheme): theme is ShownTheme => theme.result.shown;

/** Shown items from most to least favourable share, those that are neither good nor bad last, else as in the instrument. */
export const byFavour = (items: ReleaseItem[]): ShownItem[] => {
  const shown = items.filter(isItemShown);
  const share = (item: ShownItem) => shareValue(item.result.favourable.share);
  return [
    ...shown.filter((item) => item.direction !== "none").sort((a, b) => share(b) - share(a)),
    ...shown.filter((item) => item.direction === "none"),
  ];
};

/** The same without items that are neither good nor bad: those that may be called strongest or weakest. */
export const ranked = (items: ReleaseItem[]): ShownItem[] =>
  byFavour(items).filter((item) => item.direction !== "none");

/** Below this alpha the mean of a scale says little; its statements are read one by one (Nunnally 1978). */
export const RELIABLE = 0.7;

/** Whether a theme's statements hang together so loosely that its mean should carry no headline. */
export const isLoose = ({ result }: ReleaseTheme): boolean =>
  result.shown && result.alpha !== undefined && result.alpha.estimate < RELIABLE;

export interface Finding {
  theme: ShownTheme;
  /** Undefined when fewer than two items are shown: then neither is the strongest. */
  strongest?: ShownItem;
  weakest?: ShownItem;
}

/**
 * What a reader in a hurry is told first: of the themes that have a verdict and a reliability of at least .70, the three
 * whose means lie furthest from neutral. The page says so.
 */
export function findingsOf(release: Pick<Release, "themes">): Finding[] {
  const distance = ({ result }: ShownTheme) => Math.abs(result.mean.estimate - 3);
  return release.themes
    .filter(isThemeShown)
    .filter(({ result }) => result.verdict !== "none" && (result.alpha?.estimate ?? 0) >= RELIABLE)
    .sort((a, b) => distance(b) - distance(a))
    .slice(0, 3)
    .map((theme) => {
      const items = ranked(theme.items);
      return items.length < 2 ? { theme } : { theme, strongest: items[0], weakest: items.at(-1) };
    });
}

/** How hard the exam was: best in the middle, never averaged. */
export const difficultyOf = (release: Pick<Release, "variables">) =>
  release.variables.find((one) => one.code === examDifficulty && one.base.shown);

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
