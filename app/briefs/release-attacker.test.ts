import { beforeAll, expect, test } from "vitest";
import { buildGroupTable, buildView } from "#app/results/gate.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { leaksIn } from "#app/results/testing/attack.ts";
import { loadSolver } from "#app/results/testing/ledger.ts";
import { Notes } from "#app/results/testing/notes.ts";
import { at, notSuspect, places, type Vector } from "#app/results/testing/places.ts";
import {
  columnsOfStudy,
  instrument,
  type Name,
  type Person,
  randomStudy,
} from "#app/results/testing/random-study.ts";
import type { View } from "#app/results/view.ts";
import { freeze } from "./freeze.ts";
import { PUBLIC_K, type Release } from "./release.ts";
import { holdBackFromAll } from "./steps.ts";
import { sampleFacts } from "./testing/sample-release.ts";

/*
 * The attacker with an integer solver reads two releases, before and after new answers. Who came between them is one more
 * thing that people are told apart by: where other attackers look for suspects, this one looks for newcomers.
 */
beforeAll(loadSolver);

const grouped: Name[] = ["BGA", "BGB"];

function releaseOf(
  people: readonly Person[],
  number: number,
  earlier: readonly Release[],
): Release | undefined {
  const columns = columnsOfStudy(people);
  const view = buildView(columns, {}, publicPolicy);
  const tables = instrument.scoring.flatMap(({ code }) =>
    grouped.map((name) => buildGroupTable(columns, {}, code, name, publicPolicy)),
  );
  const made = freeze({ ...sampleFacts, number, instrument }, view, tables);
  return made && holdBackFromAll(earlier, made);
}

/** Writes a release down. @param inside who was counted in it */
function read(notes: Notes, release: Release, inside: Vector): void {
  const { n, themes, unscored, variables } = release;
  notes.view({ base: { shown: true, n }, themes, unscored, variables } as unknown as View, inside);
  for (const { theme, variable, rows } of release.groups)
    for (const { code, result } of rows)
      if (result.shown) notes.scores.get(theme.code)!.know(at(inside, variable.code as Name, code), result.n);
}

/** What two releases of a random study tell. @param hold whether the second may not say what the first gives away */
function leaksOf(seed: number, hold = true) {
  // Fewer of those who were there, more newcomers: some groups grow by a few, some by many.
  const people = randomStudy(seed).map(
    (one, at): Person => ({ ...one, SUS: at % 3 === seed % 3 || one.SUS ? true : null }),
  );
  const before = people.filter((one) => !one.SUS);
  const first = releaseOf(before, 1, []);
  if (!first || people.length - before.length < PUBLIC_K) return undefined;
  const second = releaseOf(people, 2, hold ? [first] : [])!;
  const notes = new Notes(grouped);
  const all = places.map(() => 1);
  read(notes, first, notSuspect(all));
  read(notes, second, all);
  return grouped
    .flatMap((name) => leaksIn(notes, people, [name], publicPolicy).leaks)
    .filter(({ what }) => what !== "answer");
}

test("two releases leave every small group, of newcomers too, at least ten possible sizes", () => {
  let looked = 0;
  let naive = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const leaks = leaksOf(seed);
    if (!leaks) continue;
    looked++;
    expect({ seed, leaks }).toEqual({ seed, leaks: [] });
    if (leaksOf(seed, false)!.length > 0) naive++;
  }
  expect(looked).toBeGreaterThan(15);
  // Where nothing is held back, the attack finds something.
  expect(naive).toBeGreaterThan(3);
}, 60_000);
