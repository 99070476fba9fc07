import { countHere } from "../counting.ts";
import { cutOf } from "../cut.ts";
import type { Filter } from "../filter.ts";
import { buildGroupTable, buildWithoutSuspects, viewing } from "../gate.ts";
import type { Policy } from "../policy.ts";
import type { View } from "../view.ts";
import { Ledger, type Vector } from "./ledger.ts";
import {
  backgrounds,
  instrument,
  items,
  type Name,
  names,
  type Person,
  suspectColumn,
} from "./random-study.ts";
import { columnsOf } from "./small-study.ts";

/** Where somebody stands in every question about the person, and whether they are suspect. */
type Place = { [Each in Name]: string | null | undefined } & { SUS: true | null };
const levelsOf = (name: Name): Place[Name][] => [
  ...backgrounds[name],
  ...(name === "WAV" ? [] : [null, undefined]),
];
export const places: Place[] = levelsOf("BGA").flatMap((BGA) =>
  levelsOf("BGB").flatMap((BGB) =>
    levelsOf("WAV").flatMap((WAV) => ([null, true] as const).map((SUS) => ({ BGA, BGB, WAV, SUS }))),
  ),
);
export const placesWhere = (belongs: (place: Place) => boolean): number[] =>
  places.map((place) => (belongs(place) ? 1 : 0));

const points = [1, 2, 3, 4, 5];
/** The same people once for each of five answers, or for one of them: the unknowns of an item. */
const answering = (inside: Vector, point?: number): number[] =>
  points.flatMap((one) => inside.map((yes) => (point === undefined || one === point ? yes : 0)));

/** Everything that somebody wrote down: how many there are, how many answered and what, how many have a score. */
export interface Notes {
  sizes: Ledger;
  bases: Map<string, Ledger>;
  answers: Map<string, Ledger>;
  scores: Ledger;
}

const subsets = <T>(list: readonly T[]): T[][] =>
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

/** Fetches what these filters give: views with and without suspects, tables of groups, and the headline twice. */
export function notesOf(people: readonly Person[], filters: readonly Filter[], policy: Policy): Notes {
  const columns = columnsOf(instrument, people);
  const suspect = suspectColumn(people);
  const notes: Notes = {
    sizes: new Ledger(places.length),
    bases: new Map(items.map((code) => [code, new Ledger(places.length)])),
    answers: new Map(items.map((code) => [code, new Ledger(places.length * points.length)])),
    scores: new Ledger(places.length),
  };
  for (const filter of filters) {
    const selected = placesWhere((place) =>
      Object.entries(filter).every(([name, chosen]) => chosen.includes(place[name as Name] ?? "")),
    );
    const others = selected.map((one, at) => (places[at]!.SUS ? 0 : one));
    const also = [{ column: suspect, chosen: [0] }];
    read(countHere(viewing(cutOf(columns, filter, policy))), selected, notes);
    read(countHere(viewing(cutOf(columns, filter, policy, also))), others, notes);
    const { base, themes } = buildWithoutSuspects(columns, filter, suspect, policy);
    if (base.shown) {
      notes.sizes.know(selected, base.n);
      notes.sizes.know(others, base.n - base.suspects);
      const { result } = themes[0]!;
      if (result.shown) {
        notes.scores.know(selected, result.all.n);
        notes.scores.know(others, result.without.n);
      }
    }
    for (const name of names)
      for (const { code, result } of buildGroupTable(columns, filter, "THEME", name, policy).rows)
        if (result.shown) notes.scores.know(at(selected, name, code), result.n);
  }
  return notes;
}

const at = (inside: Vector, name: Name, level: string | null | undefined): number[] =>
  inside.map((one, index) => (places[index]![name] === level ? one : 0));

/** Writes down every number of a view. */
export function read(view: View, inside: Vector, { sizes, bases, answers, scores }: Notes): void {
  if (!view.base.shown) return;
  sizes.know(inside, view.base.n);
  const theme = view.themes[0]!;
  if (theme.result.shown) scores.know(inside, theme.result.n);
  for (const { code, result } of theme.items) {
    if (!result.shown) continue;
    const ledger = answers.get(code)!;
    bases.get(code)!.know(inside, result.n);
    ledger.know(answering(inside), result.n);
    for (const { value, share } of result.points)
      if (typeof share === "number") ledger.know(answering(inside, value), Math.round(share * result.n));
  }
  for (const { code, base, options } of view.variables) {
    const name = names.find((one) => one === code);
    if (!name || !base.shown) continue;
    sizes.know(
      inside.map((one, index) => (places[index]![name] == null ? 0 : one)),
      base.n,
    );
    if (base.skipped !== undefined) sizes.know(at(inside, name, null), base.skipped);
    if (base.notAsked !== undefined) sizes.know(at(inside, name, undefined), base.notAsked);
    for (const option of options) {
      const count = option.result.shown ? option.result.count : undefined;
      if (count === undefined) continue;
      const group = at(inside, name, option.code);
      sizes.know(group, count);
      if (count > 0) continue;
      scores.know(group, 0);
      for (const ledger of bases.values()) ledger.know(group, 0);
      for (const ledger of answers.values()) ledger.know(answering(group), 0);
    }
  }
}

export interface Leak {
  what: string;
  group: string;
  /** How many there truly are, and how many there can be for all that was shown. */
  n: number;
  low: number;
  high: number;
}

/** How a group is told from the others, and who is in it. */
interface Group {
  label: string;
  inside: number[];
  /** Those who left a question open or were not asked are part of it. */
  gaps: boolean;
}

/** Whether these are all who answered some question: how many left it open is told beside its base, and so are they. */
const leaves = (inside: (place: Place) => boolean, some: readonly Name[]): boolean =>
  some.some((name) => places.every((place) => inside(place) === (place[name] != null)));

/** Unions of the groups of one variable, crossings of two and of three, and each of these with and without suspects. */
function groupsAmong(some: readonly Name[], policy: Policy): Group[] {
  const belongs: [string, (place: Place) => boolean][] = [["all", () => true]];
  for (const name of some) {
    const levels = levelsOf(name).filter((level) => policy.skippedIsGroup || level !== null);
    for (const union of subsets(levels))
      belongs.push([`${name} ${union.join("+")}`, (place) => union.includes(place[name])]);
  }
  const cross = (of: readonly Name[]) => {
    let crossed: [string, (place: Place) => boolean][] = [["", () => true]];
    for (const name of of)
      crossed = crossed.flatMap(([label, inside]) =>
        backgrounds[name].map((level): [string, (place: Place) => boolean] => [
          `${label} ${name} ${level}`,
          (place) => inside(place) && place[name] === level,
        ]),
      );
    belongs.push(...crossed);
  };
  for (const pair of subsets(some)) if (pair.length > 1) cross(pair);
  return belongs.flatMap(([label, inside]) =>
    ([undefined, true, null] as const).map((sus) => ({
      label: `${label}${sus === undefined ? "" : sus ? " suspect" : " not suspect"}`,
      inside: placesWhere((place) => inside(place) && (sus === undefined || place.SUS === sus)),
      gaps:
        places.some((place) => inside(place) && some.some((name) => place[name] == null)) ||
        leaves(inside, some),
    })),
  );
}

const isValid = (answer: unknown) => typeof answer === "number" && answer <= 5;
const isScored = (person: Person) => items.filter((code) => isValid(person[code])).length >= 2;

/** What of small groups follows from the notes: every group of 1..k-1 whose size is known to fewer than k numbers. */
export function leaksIn(
  notes: Notes,
  people: readonly Person[],
  some: readonly Name[],
  policy: Policy,
): { leaks: Leak[]; groups: number; narrowest: number } {
  const { k } = policy;
  const leaks: Leak[] = [];
  let looked = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  const indexOf = new Map(places.map((place, index) => [JSON.stringify(placeOf(place)), index]));
  const count = (counts: (one: Person) => boolean) => {
    const at = new Array<number>(places.length).fill(0);
    for (const one of people) if (counts(one)) at[indexOf.get(JSON.stringify(placeOf(one)))!]! += 1;
    return at;
  };
  const look = (what: string, ledger: Ledger, groups: Group[], counts: number[]) => {
    const small = groups.flatMap(({ label, inside, gaps }) => {
      const n = inside.reduce((sum, one, place) => sum + one * counts[place]!, 0);
      return n >= 1 && n < k ? [{ label, n, gaps: gaps && what === "size", vector: inside }] : [];
    });
    const ranges = ledger.ranges(
      small.map((one) => one.vector),
      k,
    );
    looked += small.length;
    small.forEach(({ label, n, gaps }, at) => {
      const { low, high } = ranges[at]!;
      const wanted = gaps ? 0 : k;
      if (!gaps) narrowest = Math.min(narrowest, high - low);
      if (high - low >= wanted) return;
      if (n < low || n > high) throw new Error(`${what} ${label}: ${n} is not between ${low} and ${high}`);
      leaks.push({ what, group: label, n, low, high });
    });
  };
  // How many left a question open is no secret (every table's base tells it); what they think is.
  look(
    "size",
    notes.sizes,
    groupsAmong(some, { ...policy, skippedIsGroup: false }),
    count(() => true),
  );
  const groups = groupsAmong(some, policy);
  for (const code of items) {
    const counts = count((one) => isValid(one[code]));
    look(code, notes.bases.get(code)!, groups, counts);
    // Who knows from elsewhere how many a small group are must not find that all of them answered the same.
    const answers = notes.answers.get(code)!;
    const small = groups.flatMap(({ label, inside }) => {
      const n = inside.reduce((sum, one, place) => sum + one * counts[place]!, 0);
      return n >= 1 && n < k ? [{ label, inside, n }] : [];
    });
    for (const point of points) {
      const those = count((one) => one[code] === point);
      const all = small.filter(
        ({ inside, n }) => inside.reduce((sum, one, place) => sum + one * those[place]!, 0) === n,
      );
      const ranges = answers.ranges(
        all.map(({ inside }) => answering(inside, point)),
        1,
      );
      all.forEach(({ label, n }, at) => {
        const { low, high } = ranges[at]!;
        if (low === n && high === n)
          leaks.push({ what: "answer", group: `${label}: ${code} = ${point}`, n, low, high });
      });
    }
  }
  look("scores", notes.scores, groups, count(isScored));
  return { leaks, groups: looked, narrowest };
}

const placeOf = ({ BGA, BGB, WAV, SUS }: Person | Place) => [
  BGA ?? (BGA === null ? 0 : 1),
  BGB ?? (BGB === null ? 0 : 1),
  WAV,
  SUS,
];
