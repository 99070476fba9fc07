import type { Columns } from "./columns.ts";
import type { PlannedTheme } from "./count-plan.ts";
import type { ThemeScale } from "./theme-score.ts";

/** The smallest number that every count of answers which makes a score divides: of 6 to 9 items, 504. */
export function unitOf({ scored, columns }: ThemeScale): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let unit = 1;
  for (let valid = Math.max(1, scored.minValid); valid <= columns.length; valid++)
    unit = (unit / divisor(unit, valid)) * valid;
  return unit;
}

const planned = new WeakMap<Columns, Map<string, PlannedTheme>>();

/** Tables that turn a packed number into what a theme needs of it; the same until the instrument changes. */
export function plannedTheme(scale: ThemeScale, columns: Columns): PlannedTheme {
  const known = planned.get(columns) ?? new Map<string, PlannedTheme>();
  planned.set(columns, known);
  const made = known.get(scale.scored.code);
  if (made) return made;
  const steps = scale.high - scale.low;
  const parts = columns.bundles.flatMap((bundle, at) => {
    const here = bundle.columns.flatMap((column, place) => {
      const item = scale.columns.indexOf(column);
      return item < 0
        ? []
        : [{ place, item, reversed: column.item?.kind === "scale" && column.item.reverse }];
    });
    if (here.length === 0) return [];
    const codes = new Int32Array(bundle.size);
    const points = new Uint16Array(bundle.size);
    for (let packed = 0; packed < bundle.size; packed++) {
      here.forEach(({ place, reversed }, digit) => {
        const value = bundle.levelOf[place]![packed]! - 3;
        if (value === -3) codes[packed]! += 1 << 20;
        if (value < 0) return;
        const up = reversed ? steps - value : value;
        codes[packed]! += (1 << 10) + up;
        points[packed]! += up * (steps + 1) ** digit;
      });
    }
    const combinations = (steps + 1) ** here.length;
    const places = here.map(({ item }) => item);
    const own = here.map(({ place, reversed }) => ({ within: place, reversed: reversed === true }));
    return [{ bundle: at, codes, points, combinations, places, columns: own }];
  });
  const theme = {
    items: scale.columns.length,
    steps,
    minValid: scale.scored.minValid,
    unit: unitOf(scale),
    parts,
  };
  known.set(scale.scored.code, theme);
  return theme;
}
