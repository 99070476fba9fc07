import { type Chance, chanceFrom } from "#app/fieldwork/chance.ts";

/** Everything the demo leaves to chance comes from one of these: the same seed draws the same people. */
export interface Draw extends Chance {
  chance(probability: number): boolean;
  /** A key, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  hex(bytes: number): string;
}

export function drawFrom(seed: number): Draw {
  const chance = chanceFrom(seed);
  const { unit, integer } = chance;
  return {
    ...chance,
    chance: (probability) => unit() < probability,
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
