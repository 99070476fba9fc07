import type { Filter } from "../filter.ts";
import { backgrounds, type Name } from "./random-study.ts";

/** Cells that a sum is over: 1 or 0 for each. */
export type Vector = readonly number[];

/** Where somebody stands in every question about the person, and whether they are suspect. */
export type Place = { [Each in Name]: string | null | undefined } & { SUS: true | null };

/** Where one can stand in a question: its answers, left open (null), not asked (undefined). Everybody has a wave. */
export const levelsOf = (name: Name): Place[Name][] => [
  ...backgrounds[name],
  ...(name === "wave" ? [] : [null, undefined]),
];
export const places: Place[] = levelsOf("BGA").flatMap((BGA) =>
  levelsOf("BGB").flatMap((BGB) =>
    levelsOf("wave").flatMap((wave) => ([null, true] as const).map((SUS) => ({ BGA, BGB, wave, SUS }))),
  ),
);
const indexOf = new Map(places.map((place, index) => [keyOf(place), index]));
export const placeOf = (one: { [Each in keyof Place]?: unknown }): number => indexOf.get(keyOf(one))!;
function keyOf({ BGA, BGB, wave, SUS }: { [Each in keyof Place]?: unknown }): string {
  return JSON.stringify([BGA ?? (BGA === null ? 0 : 1), BGB ?? (BGB === null ? 0 : 1), wave, SUS]);
}

export const placesWhere = (belongs: (place: Place) => boolean): number[] =>
  places.map((place) => (belongs(place) ? 1 : 0));
export const selectedBy = (filter: Filter): number[] =>
  placesWhere((place) =>
    Object.entries(filter).every(([name, chosen]) => chosen.includes(place[name as Name] ?? "")),
  );
/** Those of some places who stand at one level of a question, and those who answered it. */
export const at = (inside: Vector, name: Name, level: string | null | undefined): number[] =>
  inside.map((one, index) => (places[index]![name] === level ? one : 0));
export const answered = (inside: Vector, name: Name): number[] =>
  inside.map((one, index) => (places[index]![name] == null ? 0 : one));
export const notSuspect = (inside: Vector): number[] =>
  inside.map((one, index) => (places[index]!.SUS ? 0 : one));

export const points = [1, 2, 3, 4, 5];
/** The same people once for each of five answers, or only for some of them: the unknowns of an item. */
export const answering = (inside: Vector, some: readonly number[] = points): number[] =>
  points.flatMap((one) => inside.map((yes) => (some.includes(one) ? yes : 0)));

export const subsets = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: 2 ** list.length - 1 }, (_, bits) => list.filter((_, at) => ((bits + 1) >> at) & 1));

/** Every union of the groups of these variables at once; of three, single groups, which sums make all the others of. */
export function filtersOver(some: readonly Name[]): Filter[] {
  let filters: Filter[] = [{}];
  for (const name of some)
    filters = filters.flatMap((filter) => [
      filter,
      ...(some.length > 2 ? backgrounds[name].map((one) => [one]) : subsets<string>(backgrounds[name])).map(
        (chosen) => ({ ...filter, [name]: chosen }),
      ),
    ]);
  return filters;
}
