import { scaleQuality } from "#app/results/theme-detail-view.ts";
import type { ScalesData } from "#app/ui/results/scales-exhibits.ts";
import { badRequest } from "./errors.server.ts";
import type { ResultsRoom } from "./results-room.server.ts";

/** How well the scales measure; `?theme=` says which of them in depth, else it is the first. @throws 400 for one that is not there */
export async function readScales({ search, columns, count }: ResultsRoom): Promise<ScalesData> {
  const codes = columns.around.instrument.scoring.map((scale) => scale.code);
  const asked = search.get("theme") ?? "";
  if (asked && !codes.includes(asked)) throw badRequest();
  return { theme: asked || codes[0], quality: await count("scales", scaleQuality) };
}
