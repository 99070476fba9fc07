import type { Weighted } from "#app/results/weighted.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { weightedItemsExhibit } from "./weights-items.ts";
import { marginExhibit, weightsExhibit } from "./weights-margins.ts";
import { weightedThemesExhibit } from "./weights-themes.ts";

export interface WeightsData {
  /** Of each variable of which something is known. */
  sources: { code: string; source: string; asOf: string }[];
  /** Undefined where the address selects a part of the study: weights are made for the whole of it. */
  weighted: Weighted | undefined;
}

/** The evidence of the page, in its order. */
export function weightsExhibits(data: WeightsData, reader: Reader): Exhibit[] {
  const { weighted } = data;
  if (!weighted?.base.shown || weighted.margins.length === 0) return [];
  const { weights } = weighted;
  const margins = weighted.margins.map((one) => marginExhibit(data, weighted, one, reader));
  if (!weights.made) return margins;
  return [
    weightedThemesExhibit(data, weighted, reader),
    ...margins,
    weightsExhibit(data, weights, reader),
    ...weighted.themes
      .filter(({ items }) => items.length > 0)
      .map((theme) => weightedItemsExhibit(data, theme, reader)),
  ];
}
