import { randomFrom } from "#app/instrument/order.ts";

/** Everything that is left to chance comes from one of these: the same seed draws the same. */
export interface Chance {
  /** 0 up to, not including, 1. */
  unit(): number;
  /** Standard normal. */
  normal(): number;
  /** 0 up to, not including, `below`. */
  integer(below: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

export function chanceFrom(seed: number): Chance {
  const unit = randomFrom(seed);
  const integer = (below: number) => Math.floor(unit() * below);
  return {
    unit,
    integer,
    // Box–Muller; 1 − u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (list) => {
      if (list.length === 0) throw new Error("Nothing to pick from.");
      return list[integer(list.length)] as (typeof list)[number];
    },
    shuffled(list) {
      const all = [...list];
      for (let last = all.length - 1; last > 0; last--) {
        const other = integer(last + 1);
        [all[last], all[other]] = [all[other]!, all[last]!];
      }
      return all;
    },
  };
}
