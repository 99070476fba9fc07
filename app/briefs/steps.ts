import { PUBLIC_K, type Release } from "./release.ts";

type Hidden = { shown: false; why: "difference" };
const held: Hidden = { shown: false, why: "difference" };

/** Whether a base moved, but by so few that the difference of two releases would speak about them alone. */
const movedTooLittle = (before: unknown, now: unknown): boolean => {
  const [a, b] = [before, now] as ({ shown: boolean; n?: number } | undefined)[];
  if (!a?.shown || !b?.shown || a.n === undefined || b.n === undefined) return false;
  const moved = Math.abs(a.n - b.n);
  return moved > 0 && moved < PUBLIC_K;
};

/** As `holdBack`, against every earlier release: what the last one withheld may still stand in the one before. */
export const holdBackFromAll = (earlier: readonly Release[], next: Release): Release =>
  earlier.reduce((kept, previous) => holdBack(previous, kept), next);

/**
 * Holds back from a new release what, subtracted from the previous one, would describe fewer than the public threshold:
 * a mean and its base in both give the sum of the newcomers' answers. A table or a question is held back as a whole,
 * so that nothing can be worked out from its neighbours and a visible total.
 */
export function holdBack(previous: Release, next: Release): Release {
  const items = new Map(
    [...previous.themes, ...previous.unscored].flatMap((block) =>
      block.items.map((item) => [item.code, item.result] as const),
    ),
  );
  const themes = new Map(previous.themes.map((theme) => [theme.code, theme.result]));
  const variables = new Map(previous.variables.map((one) => [one.code, one.base]));
  const rows = new Map(
    previous.groups.flatMap((table) =>
      table.rows.map(
        (row) => [`${table.theme.code} ${table.variable.code} ${row.code}`, row.result] as const,
      ),
    ),
  );
  const step = <Part>(before: unknown, now: Part): Part | Hidden =>
    movedTooLittle(before, now) ? held : now;
  const heldItems = (list: Release["unscored"][number]["items"]) =>
    list.map((item) => ({ ...item, result: step(items.get(item.code), item.result) }));
  return {
    ...next,
    themes: next.themes.map((theme) => ({
      ...theme,
      result: step(themes.get(theme.code), theme.result),
      items: heldItems(theme.items),
    })),
    unscored: next.unscored.map((block) => ({ ...block, items: heldItems(block.items) })),
    variables: next.variables.map((one) => {
      const base = step(variables.get(one.code), one.base);
      return base.shown
        ? { ...one, base }
        : { ...one, base, options: one.options.map((option) => ({ ...option, result: held })) };
    }),
    groups: next.groups.filter(
      (table) =>
        !table.rows.some((row) =>
          movedTooLittle(rows.get(`${table.theme.code} ${table.variable.code} ${row.code}`), row.result),
        ),
    ),
  };
}
