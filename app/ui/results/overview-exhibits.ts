import type { ThemeBlock, VariableBlock, View } from "#app/results/view.ts";
import { choicesExhibit } from "./choices-exhibit.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Groups, Reader } from "./figures.ts";
import { itemsExhibit } from "./items-exhibit.ts";
import type { OverviewData, OverviewShown } from "./overview-data.ts";
import { suspectItemsExhibit, suspectsExhibit } from "./suspects-exhibit.ts";
import { themesExhibit } from "./themes-exhibit.ts";

/** The overview's evidence, in the order of the page. */
export function overviewExhibits(data: OverviewData, reader: Reader): Exhibit[] {
  if (!("views" in data)) return [];
  const { views, without, all, differences } = data;
  return [
    themesExhibit(views, reader, differences),
    ...(without ? [suspectsExhibit(without, all !== undefined, reader)] : []),
    ...(all ? [suspectItemsExhibit(all, views[0], reader)] : []),
    ...sectionsOf(views).map((groups) => sectionExhibit(groups, data, reader)),
    ...views[0].variables.map((block) =>
      choicesExhibit(
        beside(views, block, (view) => view.variables),
        reader,
      ),
    ),
  ];
}

/** A theme with a score, or (without `result`) a set of items that form none. */
export type Section = Pick<ThemeBlock, "code" | "title" | "items"> & Partial<Pick<ThemeBlock, "result">>;

/** Themes, then the items that form no score; each beside itself in the second view. */
export const sectionsOf = (views: Groups<View>): Groups<Section>[] => [
  ...views[0].themes.map((theme) => beside<Section>(views, theme, (view) => view.themes)),
  ...views[0].unscored.map((theme) => beside<Section>(views, theme, (view) => view.unscored)),
];

/** Choices of one kind. */
export const blocksOf = (views: Groups<View>, measures: readonly VariableBlock["measure"][]) =>
  views[0].variables.filter((block) => measures.includes(block.measure));

/** The same part of each view, found by its code. */
function beside<T extends { code: string }>(views: Groups<View>, one: T, of: (view: View) => T[]): Groups<T> {
  return views.length === 1 ? [one] : [one, of(views[1]).find((other) => other.code === one.code) ?? one];
}

function sectionExhibit(
  groups: Groups<Section>,
  { views, order, differences }: OverviewShown,
  reader: Reader,
): Exhibit {
  const [first, second] = groups;
  const base = views.length === 1 && views[0].base.shown ? views[0].base.n : undefined;
  return itemsExhibit(
    {
      code: `theme-${first.code}`,
      title: first.title[reader.language],
      items: second ? [first.items, second.items] : [first.items],
      scored: first.result !== undefined,
      n: base,
    },
    order,
    reader,
    differences?.items,
  );
}
