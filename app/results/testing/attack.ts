import type { Policy } from "../policy.ts";
import type { Ledger } from "./ledger.ts";
import type { Notes } from "./notes.ts";
import { answering, levelsOf, type Place, placeOf, places, placesWhere, points, subsets } from "./places.ts";
import { backgrounds, items, type Name, type Person } from "./random-study.ts";

export interface Leak {
  what: string;
  group: string;
  /** How many there truly are, and how many there can be for all that was shown. */
  n: number;
  low: number;
  high: number;
}

/** Who is in a group, and how it is told from the others. */
interface Group {
  label: string;
  inside: number[];
  /** Whether the number of them is no secret. */
  told: boolean;
  /** Those who answered some of the questions, whatever they answered: the group is a part of them. */
  among: number[][];
}

/**
 * Unions of the groups of one variable, crossings of two and of three, and each of these with and without suspects.
 *
 * How many left a question open is no secret, nor how many were not asked or answered it: the base of every table tells
 * it, and nobody outside can know who they are. What they think is protected, from the public at least. Of fewer than k
 * who answered at all no part can be kept vaguer than that it may be none of them or all.
 */
function groupsAmong(some: readonly Name[], policy: Policy): Group[] {
  const belongs: [string, (place: Place) => boolean, boolean, readonly Name[]][] = [
    ["all", () => true, false, []],
  ];
  for (const name of some) {
    const levels = levelsOf(name).filter((level) => policy.skippedIsGroup || level !== null);
    for (const union of subsets(levels)) {
      const answersAll = backgrounds[name].every((level) => (union as string[]).includes(level));
      const isTold = name !== "wave" && (union.some((level) => level == null) || answersAll);
      belongs.push([`${name} ${union.join("+")}`, (place) => union.includes(place[name]), isTold, [name]]);
    }
  }
  for (const crossing of subsets(some)) {
    if (crossing.length < 2) continue;
    let crossed: [string, (place: Place) => boolean, boolean, readonly Name[]][] = [
      ["", () => true, false, crossing],
    ];
    for (const name of crossing)
      crossed = crossed.flatMap(([label, inside]) =>
        backgrounds[name].map((level): (typeof crossed)[number] => [
          `${label} ${name} ${level}`,
          (place) => inside(place) && place[name] === level,
          false,
          crossing,
        ]),
      );
    belongs.push(...crossed);
  }
  return belongs.flatMap(([label, inside, told, names]) =>
    ([undefined, true, null] as const).map((sus) => {
      const vector = placesWhere((place) => inside(place) && (sus === undefined || place.SUS === sus));
      const levels = (name: Name) =>
        new Set(places.flatMap((place, at) => (vector[at] ? [place[name]] : [])));
      return {
        label: `${label}${sus === undefined ? "" : sus ? " suspect" : " not suspect"}`,
        inside: vector,
        told,
        // Some of these questions answered somehow, the others as the group does; suspects among the others or not.
        among: subsets<Name>(names.filter((name) => name !== "wave")).flatMap((wide) => {
          const asIs = names
            .filter((name) => !wide.includes(name))
            .map((name): [Name, Set<unknown>] => [name, levels(name)]);
          return ([undefined, sus] as const).map((only) =>
            placesWhere(
              (place) =>
                wide.every((name) => place[name] != null) &&
                asIs.every(([name, some]) => some.has(place[name])) &&
                (only === undefined || place.SUS === only),
            ),
          );
        }),
      };
    }),
  );
}

const isValid = (answer: unknown) => typeof answer === "number" && answer <= 5;
const validIn = (person: Person, some: readonly string[]) =>
  some.filter((code) => isValid(person[code])).length;

/** What of small groups follows from the notes: every group of 1..k-1 whose size is known to fewer than k numbers. */
export function leaksIn(
  notes: Notes,
  people: readonly Person[],
  some: readonly Name[],
  policy: Policy,
): { leaks: Leak[]; groups: number; narrowest: number } {
  const { k } = policy;
  // As many numbers as "fewer than k" says.
  const wide = k - 1;
  const leaks: Leak[] = [];
  let looked = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  const count = (counts: (one: Person) => boolean) => {
    const found = new Array<number>(places.length).fill(0);
    for (const one of people) if (counts(one)) found[placeOf(one)]! += 1;
    return found;
  };
  const sizeOf = (inside: readonly number[], counts: readonly number[]) =>
    inside.reduce((sum, one, place) => sum + one * counts[place]!, 0);
  const groups = groupsAmong(some, policy);
  const look = (what: string, ledger: Ledger, counts: number[], mayBeTold = false) => {
    const small = groups.flatMap(({ label, inside, told, among }) => {
      const n = sizeOf(inside, counts);
      if (n < 1 || n >= k || (told && mayBeTold)) return [];
      // All of those who answered: how many they are is told.
      if (mayBeTold && among.some((all) => sizeOf(all, counts) === n)) return [];
      const widest = mayBeTold ? among.map((all) => sizeOf(all, counts)).filter((all) => all < k) : [];
      return [{ label, n, vector: inside, most: Math.min(wide, ...widest) }];
    });
    const ranges = ledger.ranges(
      small.map((one) => one.vector),
      wide,
      counts,
    );
    looked += small.length;
    small.forEach(({ label, n, most }, at) => {
      const { low, high } = ranges[at]!;
      if (high - low >= wide || (low === 0 && high >= most)) return;
      narrowest = Math.min(narrowest, high - low);
      if (n < low || n > high) throw new Error(`${what} ${label}: ${n} is not between ${low} and ${high}`);
      leaks.push({ what, group: label, n, low, high });
    });
  };
  const everybody = count(() => true);
  look("size", notes.sizes, everybody, true);
  for (const code of items) {
    const counts = count((one) => isValid(one[code]));
    look(code, notes.bases.get(code)!, counts, !policy.skippedIsGroup);
    // Who knows from elsewhere how many a small group are must not find that all of them answered the same.
    const answers = notes.answers.get(code)!;
    const small = groups.flatMap(({ label, inside }) => {
      const n = sizeOf(inside, counts);
      return n >= 1 && n < k ? [{ label, inside, n }] : [];
    });
    const truth = points.flatMap((point) => count((one) => one[code] === point));
    const alike = points.flatMap((point) =>
      small.flatMap(({ label, inside, n }) => {
        const vector = answering(inside, [point]);
        const all = sizeOf(vector, truth) === n;
        return all ? [{ label: `${label}: ${code} = ${point}`, n, vector }] : [];
      }),
    );
    const ranges = answers.ranges(
      alike.map(({ vector }) => vector),
      1,
      truth,
    );
    alike.forEach(({ label, n }, at) => {
      const { low, high } = ranges[at]!;
      if (low === n && high === n) leaks.push({ what: "answer", group: label, n, low, high });
    });
  }
  const scales = [
    ["THEME", items, 2],
    ["PAIR", items.slice(1), 1],
  ] as const;
  for (const [code, of, least] of scales) {
    look(
      `scores ${code}`,
      notes.scores.get(code)!,
      count((one) => validIn(one, of) >= least),
      !policy.skippedIsGroup,
    );
    look(
      `complete ${code}`,
      notes.complete.get(code)!,
      count((one) => validIn(one, of) === of.length),
      !policy.skippedIsGroup,
    );
  }
  look(
    "both",
    notes.both,
    count((one) => scales.every(([, of, least]) => validIn(one, of) >= least)),
    !policy.skippedIsGroup,
  );
  return { leaks, groups: looked, narrowest };
}
