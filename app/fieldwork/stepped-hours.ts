import { shownCells } from "./stepped-count.ts";

/** 24 numbers of answers by hour of the day; undefined where one is held back. */
export type Hours = (number | undefined)[];

/** The hours in which fewest students answer, first: they stand in for other hours that are held back. */
const quietHours = [3, 4, 2, 5, 1, 0, 6, 23, 7, 22, 8, 9, 11, 10, 17, 16, 15, 14, 13, 12, 18, 21, 19, 20];

/** Answers of one wave by hour, under the rule of `shownCells`; undefined while none has been written down. */
export function steppedHours(arrivals: readonly { hour: number; n: number }[], k: number): Hours | undefined {
  if (arrivals.length === 0) return undefined;
  const at = (hour: number) => arrivals.reduce((n, one) => n + (one.hour === hour ? one.n : 0), 0);
  const cells = quietHours.map((hour) => ({ hour, n: at(hour), guarded: true }));
  const shown = shownCells(cells, k);
  const told: Hours = Array.from({ length: 24 }, () => undefined);
  for (const [index, { hour, n }] of cells.entries()) if (shown[index]) told[hour] = n;
  return told;
}

/** Several waves together: an hour that one of them holds back is held back. */
export function hoursOfAll(waves: readonly (Hours | undefined)[]): Hours | undefined {
  const known = waves.filter((one) => one !== undefined);
  if (known.length === 0) return undefined;
  return Array.from({ length: 24 }, (_, hour) => {
    const all = known.map((one) => one[hour]).filter((n) => n !== undefined);
    return all.length === known.length ? all.reduce((a, b) => a + b, 0) : undefined;
  });
}
