import type { ScaleQuality } from "#app/results/theme-detail-view.ts";
import type { Exhibit } from "./exhibit.ts";
import type { Reader } from "./figures.ts";
import { correlationsExhibit } from "./scales-correlations.ts";
import { itemsExhibit, reliabilityExhibit } from "./scales-reliability.ts";
import { gapsExhibit, spreadExhibit } from "./scales-spread.ts";
import { summaryExhibit } from "./scales-summary.ts";

export interface ScalesData {
  quality: ScaleQuality;
  /** Code of the scale looked at in depth; undefined where the questionnaire has none. */
  theme: string | undefined;
}

/** The page in its three parts: all scales, one of them in depth, how they correlate. */
export function scalesParts({ quality, theme }: ScalesData, reader: Reader) {
  const { base, scales } = quality;
  if (!base.shown || scales.length === 0) return { all: [], depth: [], together: [] };
  const detail = scales.find((one) => one.code === theme);
  return {
    all: [summaryExhibit(quality, reader)],
    depth: detail ? depthOf(detail, reader) : [],
    together: [correlationsExhibit(quality, reader)].filter((one) => one !== undefined),
  };
}

function depthOf(detail: ScaleQuality["scales"][number], reader: Reader): Exhibit[] {
  const { result } = detail;
  const parts = [reliabilityExhibit(detail, reader), itemsExhibit(detail, reader)];
  if (result.shown) parts.push(spreadExhibit(detail, result, reader), gapsExhibit(detail, result, reader));
  return parts.filter((one) => one !== undefined);
}

/** The evidence of the page, in its order. */
export function scalesExhibits(data: ScalesData, reader: Reader): Exhibit[] {
  const { all, depth, together } = scalesParts(data, reader);
  return [...all, ...depth, ...together];
}
