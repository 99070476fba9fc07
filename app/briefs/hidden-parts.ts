import type { Release } from "./release.ts";

/** How many figures of a release stand there without numbers, and how many whole tables of groups do not. */
export function countHidden(release: Release): number {
  const blocks = [...release.themes, ...release.unscored];
  const tables = release.heldBack.filter((one) => one.theme).length;
  const figures = [
    ...release.themes.map((theme) => theme.result),
    ...blocks.flatMap((block) => block.items.map((item) => item.result)),
    ...release.variables.flatMap((variable) =>
      variable.base.shown ? variable.options.map((option) => option.result) : [variable.base],
    ),
    ...release.groups.flatMap((table) => table.rows.map((row) => row.result)),
  ].filter((result) => !result.shown).length;
  return figures + tables;
}
