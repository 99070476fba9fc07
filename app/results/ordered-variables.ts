import { kinds } from "#app/questions/index.ts";
import type { Column } from "./column.ts";

/**
 * Which choices have options in an order, and which options stand in it: what trend tests need and the instrument's
 * format does not say. Codes keep their meaning for ever, so this list holds for every version. Years, waves, bands of
 * numbers and the points of a row are ordered wherever they occur.
 */
const ordered: Readonly<Record<string, readonly string[]>> = {
  BG02: ["y1", "y2", "y3", "y4", "grad"],
  BG04: ["no", "now", "done"],
  BG05: ["1", "2", "3p"],
  BG07: ["elem", "inter", "adv"],
  BG10: ["1", "2", "3p"],
  BG12: ["h1", "h2", "h3", "h4", "h5"],
};

/**
 * Where each category stands on the axis of a trend: the year or the step's value itself, else 1, 2, 3 …; undefined for one
 * outside the order, such as "don't know".
 * @returns undefined for a variable without an order
 */
export function positionsOf({
  code,
  measure,
  categories,
  item,
}: Pick<Column, "code" | "measure" | "categories" | "item">): (number | undefined)[] | undefined {
  if (measure === "year" || item?.kind === "date" || item?.kind === "slider")
    return categories.map((one) => Number(one.code));
  if (code === "wave" || (item && kinds[item.kind].ordered)) return categories.map((_, at) => at + 1);
  const order = ordered[code];
  if (!order?.every((one) => categories.some((other) => other.code === one))) return undefined;
  return categories.map((one) => (order.includes(one.code) ? order.indexOf(one.code) + 1 : undefined));
}
