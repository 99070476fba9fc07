import type { Trend } from "#app/results/trend.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { compositionExhibit } from "./trend-composition.ts";
import { itemChangesExhibit, itemsExhibit } from "./trend-items.ts";
import { seamsExhibit } from "./trend-seams.ts";
import { changesExhibit, themesExhibit } from "./trend-themes.ts";
import type { TrendPage, TrendReader } from "./trend-words.ts";
import { unthemed, waveNames } from "./trend-words.ts";

/** The evidence of "Over time", in the order of the page; nothing where there are no two waves that may be shown. */
export function trendExhibits(page: TrendPage, reader: Reader): Exhibit[] {
  const { trend } = page;
  if (!trend?.base.shown || trend.waves.length < 2) return [];
  const of: TrendReader = { ...reader, names: waveNames(trend, reader.language), n: trend.base.n };
  return [
    themesExhibit(trend, of),
    changesExhibit(trend, of),
    ...compositionExhibit(trend, of),
    ...byTheme(trend).map(({ code, title, items }) => itemsExhibit(code, title[reader.language], items, of)),
    itemChangesExhibit(trend, of),
    ...seamsExhibit(page, trend, of),
  ];
}

/** Statements under their themes, in the order in which the themes are first asked. */
export function byTheme({ items, headings }: Trend) {
  const codes = [...new Set(items.map((item) => item.theme ?? ""))];
  const none = { "zh-CN": "", en: "" };
  return codes.map((code) => ({
    code: code || unthemed,
    title: headings.find((one) => one.code === code)?.title ?? none,
    items: items.filter((item) => (item.theme ?? "") === code),
  }));
}
