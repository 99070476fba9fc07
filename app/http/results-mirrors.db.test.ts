import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import { cutOf } from "#app/results/cut.ts";
import type { Filter } from "#app/results/filter.ts";
import { staffPolicy } from "#app/results/policy.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { columnsKeeper } from "./columns.server.ts";
import { readMirrors } from "./results-mirrors.server.ts";
import { addVersion, addWave, answer, prepare, study } from "./testing/stored-study.server.ts";

describe.each(databases)("mirrored items on $name", ({ open }) => {
  let store: TestDatabase;
  let columnsOf: ReturnType<typeof columnsKeeper>;
  let id = 0;

  const answers = async (people: number, given: Record<string, unknown>, more = {}, door = "North") => {
    for (let n = 0; n < people; n++)
      await answer(store, id++, door, {}, { answers: JSON.stringify(given), ...more });
  };
  const read = async (filter: Filter = {}, strict = false) => {
    const { columns, count } = (await columnsOf(study))!;
    const policy = staffPolicy(5, strict ? "strict" : "standard");
    const room = {
      study: study as MemberStudy,
      columns,
      policy,
      count: ((what, work, of = filter) =>
        count(JSON.stringify([what, policy, of]), () => work(cutOf(columns, of, policy)))) as Parameters<
        typeof readMirrors
      >[0]["count"],
    };
    return readMirrors(room, columnsOf);
  };

  beforeAll(async () => {
    store = await open();
    columnsOf = columnsKeeper(() => store.db);
    await prepare(store);
    // EXM04, students: 12 of 40 agree; in the South nobody is among those who do.
    await answers(12, { BG01: "hvc", EXM04: 4, CUR09: 2 });
    await answers(8, { BG01: "hvc", EXM04: 2, CUR09: 2 });
    await answers(10, { BG01: "sec", EXM04: 2, CUR09: 4 }, {}, "South");
    await answers(10, { BG01: "sec", EXM04: 1, CUR09: 4 }, {}, "South");
  });
  afterAll(() => store.close());

  test("with nobody but students it says what would stand there", async () => {
    const page = await read();
    expect(page.mirrors.bases).toEqual([{ respondent: "student", base: { shown: true, n: 40 } }]);
    expect(page.mirrors.mirrors).toEqual([]);
    expect(page.planned.map(({ code }) => code)).toContain("EXM04");
  });

  test("teachers stand beside the students, item by item", async () => {
    await addVersion(store.db, "t", templates["oneplusx-teacher"]());
    await addWave(store.db, { id: "wt", version: "t", number: 2, doors: ["Staff"] });
    const theirs = { wave_id: "wt", version_id: "t" };
    await answers(4, { TCH10: 5, TCH03: 4, TCH06: 4 }, theirs, "Staff");
    expect((await read()).mirrors.bases[1]).toEqual({
      respondent: "teacher",
      base: { shown: false, why: "few" },
    });
    await answers(10, { TCH10: 5, TCH03: 4, TCH06: 4 }, theirs, "Staff");
    await answers(6, { TCH10: 2, TCH03: 1, TCH06: 1 }, theirs, "Staff");
    const { mirrors } = await read();
    expect(mirrors.bases.map(({ base }) => base.shown && base.n)).toEqual([40, 20]);
    expect(mirrors.mirrors.map((one) => one.sides.map(({ item }) => item.code))).toEqual([
      ["CUR08", "TCH02"],
      ["CUR09", "TCH03"],
      ["EXM04", "TCH10"],
      ["EXM07", "TCH06"],
    ]);
    const strict = mirrors.mirrors.find((one) => one.code === "EXM04")!;
    const [students, teachers] = strict.sides;
    expect(students!.difference).toBeUndefined();
    expect(students!.item.result).toMatchObject({ shown: true, n: 40, favourable: { share: 0.3 } });
    expect(teachers!.item.result).toMatchObject({ shown: true, n: 20, favourable: { share: 0.7 } });
    // R: 14/20 - 12/40, with the Wilson limits of prop.test(14, 20, correct = FALSE) and prop.test(12, 40, correct = FALSE)
    expect(teachers!.difference!.estimate).toBeCloseTo(0.4, 12);
    expect(teachers!.difference!.low).toBeCloseTo(0.1321238285, 9);
    expect(teachers!.difference!.high).toBeCloseTo(0.5951876366, 9);
    // CUR09 is worded against its scale, TCH03 is not: both shares are of those on the favourable side.
    const [own, other] = mirrors.mirrors.find((one) => one.code === "CUR09")!.sides;
    expect(own!.item.result).toMatchObject({ favourable: { share: 0.5 } });
    expect(other!.item.result).toMatchObject({ favourable: { share: 0.7 } });
    // Nobody was asked EXM07 among the students: the teachers' answers stand alone, without a difference.
    const [nobody, alone] = mirrors.mirrors.find((one) => one.code === "EXM07")!.sides;
    expect(nobody!.item.result).toEqual({ shown: false, why: "few" });
    expect(alone!.item.result.shown).toBe(true);
    expect(alone!.difference).toBeUndefined();
    // Their scales have names of their own, so none stands beside another.
    expect(mirrors.themes).toEqual([]);
  });

  test("a filter selects among the students alone", async () => {
    const { mirrors } = await read({ BG01: ["hvc"] });
    expect(mirrors.bases.map(({ base }) => base.shown && base.n)).toEqual([20, 20]);
    const { sides } = mirrors.mirrors.find((one) => one.code === "EXM04")!;
    expect(sides.map(({ item }) => item.result.shown && item.result.favourable.share)).toEqual([0.6, 0.7]);
  });

  test("under the strict profile a side too thin for percentages has none, and no difference", async () => {
    const { mirrors } = await read({}, true);
    const { sides } = mirrors.mirrors.find((one) => one.code === "EXM04")!;
    expect(sides[0]!.item.result.shown).toBe(true);
    expect(sides[1]!.item.result).toEqual({ shown: false, why: "thin" });
    expect(sides[1]!.difference).toBeUndefined();
  });

  test("scales of the same name stand side by side", async () => {
    const instrument = templates["oneplusx-employer"]();
    await addVersion(store.db, "e", {
      ...instrument,
      themes: instrument.themes.map((theme) => ({ ...theme, code: "CAR" })),
      pages: instrument.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.theme ? { ...item, theme: "CAR" } : item)),
      })),
      scoring: instrument.scoring.map((scored) => ({ ...scored, code: "CAR" })),
    });
    await addWave(store.db, { id: "we", version: "e", number: 3, doors: ["Firms"] });
    const all = (value: number) =>
      Object.fromEntries(instrument.scoring[0]!.items.map((code) => [code, value]));
    await answers(7, all(5), { wave_id: "we", version_id: "e" }, "Firms");
    await answers(6, { ...all(4), EMP02: 1 }, { wave_id: "we", version_id: "e" }, "Firms");
    const { mirrors } = await read();
    expect(mirrors.themes.map(({ code, sides }) => [code, sides.map((one) => one.respondent)])).toEqual([
      ["CAR", ["student", "employer"]],
    ]);
    const [students, employers] = mirrors.themes[0]!.sides;
    expect(students!.result).toEqual({ shown: false, why: "few" });
    expect(employers!.result).toMatchObject({ shown: true, n: 13 });
    // One item of the employers answers two of the students'.
    const pairs = mirrors.mirrors.map((one) => one.sides.map(({ item }) => item.code));
    expect(pairs).toContainEqual(["CAR03", "EMP02"]);
    expect(pairs).toContainEqual(["CAR08", "EMP02"]);
  });
});
