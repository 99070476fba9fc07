import type { Answers } from "#app/questions/kind.ts";
import { type Column, contextColumn } from "../column.ts";
import { buildColumns, type Columns } from "../columns.ts";
import { both, responseRow, smallInstrument, surroundings } from "./small-study.ts";

/** Numbers 0..1 that look random and are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Two questions about the person, and a wave, which everybody has. */
export const backgrounds = { BGA: ["a", "b", "c", "d"], BGB: ["x", "y", "z"], wave: ["1", "2"] } as const;
export type Name = keyof typeof backgrounds;
export const names = Object.keys(backgrounds) as Name[];
export const items = ["I01", "I02", "I03"];
const { wave: waves, ...questions } = backgrounds;
const small = smallInstrument(
  items.map((code) => ({ code })),
  questions,
);
/** Two scales that share items: the second is made of the last two. */
export const instrument: typeof small = {
  ...small,
  scoring: [...small.scoring, { ...small.scoring[0]!, code: "PAIR", items: ["I02", "I03"], minValid: 1 }],
};

export type Person = Answers & { SUS: true | null };

/** Mostly big groups with small ones beside them; some left a question open (null), some were not asked. */
export function randomStudy(seed: number): Person[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[], weights: readonly number[]): T => {
    let at = next() * weights.reduce((sum, one) => sum + one, 0);
    for (const [index, weight] of weights.entries()) {
      at -= weight;
      if (at < 0) return list[index]!;
    }
    return list.at(-1)!;
  };
  // How lopsided each question is differs from study to study.
  const weightsOf = (options: number) => Array.from({ length: options }, () => 0.3 + 12 * next() ** 2);
  const gaps = [next() * 0.8, next() * 0.8];
  const shapes = {
    BGA: [...weightsOf(4), ...gaps],
    BGB: [...weightsOf(3), ...gaps],
    wave: [3, 0.3 + 3 * next()],
  };
  const opinions = weightsOf(5);
  const suspects = next() * 0.3;
  const people = 15 + Math.floor(next() ** 2 * 260);
  return Array.from({ length: people }, () => {
    const opinion = () => pick([1, 2, 3, 4, 5, 98, null], [...opinions, 0.6, 0.6]);
    return {
      BGA: pick([...backgrounds.BGA, null, undefined], shapes.BGA),
      BGB: pick([...backgrounds.BGB, null, undefined], shapes.BGB),
      wave: pick(backgrounds.wave, shapes.wave),
      I01: opinion(),
      I02: opinion(),
      I03: opinion(),
      SUS: next() < suspects ? (true as const) : null,
    } as Person;
  });
}

/** A study's answers; its waves came in through two doors. */
export const columnsOfStudy = (people: readonly Person[]): Columns =>
  buildColumns(
    {
      ...surroundings(instrument),
      waves: new Map(waves.map((code) => [`door ${code}`, { code, label: both(`Wave ${code}`) }])),
    },
    people.map((one, index) => responseRow(index, one, { collector_id: `door ${one.wave}` })),
  );

/** Who is suspect, as a column beside those of the answers. */
export function suspectColumn(people: readonly Person[]): Column {
  const column = contextColumn("suspect", both("suspect"), "context", false);
  column.categories = ["0", "1"].map((code) => ({ code, label: both(code) }));
  column.values = Int8Array.from(people, (one) => (one.SUS === true ? 1 : 0));
  return column;
}
