import type { Release } from "./release.ts";

/** How many figures of a release stand there without numbers. */
export function countHidden(release: Release): number {
  const blocks = [...release.themes, ...release.unscored];
  return [
    ...release.themes.map((theme) => theme.result),
    ...blocks.flatMap((block) => block.items.map((item) => item.result)),
    ...release.variables.flatMap((variable) =>
      variable.base.shown ? variable.options.map((option) => option.result) : [variable.base],
    ),
    ...release.groups.flatMap((table) => table.rows.map((row) => row.result)),
  ].filter((result) => !result.shown).length;
}
