import { randomFrom } from "#app/instrument/order.ts";

/** Everything the demo leaves to chance comes from one of these: the same seed draws the same people. */
export interface Draw {
  /** 0 up to, not including, 1. */
  unit(): number;
  /** Standard normal. */
  normal(): number;
  /** 0 up to, not including, `below`. */
  integer(below: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  hex(bytes: number): string;
}

export function drawFrom(seed: number): Draw {
  const unit = randomFrom(seed);
  const integer = (below: number) => Math.floor(unit() * below);
  return {
    unit,
    integer,
    chance: (probability) => unit() < probability,
    // Box–Muller; 1 − u keeps the logarithm finite.
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (list) => {
      if (list.length === 0) throw new Error("Nothing to pick from.");
      return list[integer(list.length)] as (typeof list)[number];
    },
    weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
      const entries = Object.entries(weights) as [K, number][];
      let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      return (entries.at(-1) as [K, number])[0];
    },
    hex(bytes) {
      let text = "";
      while (text.length < bytes * 2) text += integer(0x1_0000_0000).toString(16).padStart(8, "0");
      return text.slice(0, bytes * 2);
    },
  };
}
