import type { Column } from "./column.ts";
import type { Counting } from "./counting.ts";
import { levelsIn, sizeIn, themeIn, variablesIn } from "./cube.ts";
import type { Cut } from "./cut.ts";
import { itemResult } from "./item-result.ts";
import type { MirrorItem, MirrorSide } from "./mirrors.ts";
import { pass } from "./pass.ts";
import { judgements } from "./protections.ts";
import { hide, show } from "./shown.ts";
import { tally } from "./tally.ts";
import { scoreOf } from "./theme-result.ts";
import { themeScaleOf, themeTally } from "./theme-score.ts";
import { told } from "./told.ts";
import type { Gated } from "./view.ts";

/**
 * What one kind of respondents said on some of its items, and on its scales: one side of a mirror. Its columns are its
 * own; nobody is in two sides, so each passes the gate alone.
 *
 * @param wanted which agreement items another side was asked, too
 * @throws RangeError for an instrument that cannot be scored
 */
export function* mirrorSide(
  { columns, conditions, policy }: Cut,
  wanted: (item: { code: string; mirrors: readonly string[] }) => boolean,
): Counting<Gated<MirrorSide>> {
  const { respondent, scoring } = columns.around.instrument;
  const cube = yield { columns, by: variablesIn(columns, conditions), groups: [conditions] };
  if (!cube) return pass({ respondent, base: hide("difference"), items: [], themes: [] });
  const protection = judgements(cube, policy)(conditions);
  const hidden = protection.group();
  if (hidden) return pass({ respondent, base: hide(hidden), items: [], themes: [] });
  const itemOf = (column: Column): MirrorItem[] => {
    const { item } = column;
    if (column.scale?.kind !== "agreement" || item?.kind !== "scale" || !wanted(item)) return [];
    const { code, text, theme, mirrors, reverse, direction } = item;
    const why = protection.item(column);
    const result = why
      ? hide(why)
      : itemResult(column, tally(column, levelsIn(cube, 0, column)), false, policy);
    return [{ code, text, theme, mirrors, reverse, direction, result }];
  };
  return pass({
    respondent,
    base: show({ n: told(sizeIn(cube, 0), policy) }),
    items: columns.items.flatMap(itemOf),
    themes: scoring.map((scored) => {
      const scale = themeScaleOf(columns, scored);
      const { code, title } = scored;
      const why = protection.theme(scale);
      if (why) return { code, title, result: hide(why) };
      const score = scoreOf(themeTally(scale, themeIn(cube, 0, code)), scale, policy);
      if (!score.shown) return { code, title, result: score };
      const { n, mean, score: hundred } = score;
      return { code, title, result: show({ n, mean, score: hundred }) };
    }),
  });
}
