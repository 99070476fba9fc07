import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Instrument, itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { gap } from "#app/results/column.ts";
import { countCube, levelsIn } from "#app/results/cube.ts";
import { revsByWave } from "#app/results/versions.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { columnsKeeper, type StudyColumns } from "./columns.server.ts";
import { addVersion, addWave, answer, idOf, prepare, study } from "./testing/stored-study.server.ts";

/** The survey with CUR01 reworded. */
function reworded(): Instrument {
  const instrument = templates["oneplusx-student"]();
  const change = itemsOf(instrument).find((item) => item.code === "CUR01")!;
  change.rev = 2;
  return instrument;
}
const teachers = (): Instrument => ({ ...templates["oneplusx-student"](), respondent: "teacher" });

/** How many stand at "not asked" and at the first category. */
function standing(found: StudyColumns, code: string) {
  const { columns } = found;
  const column = columns.byCode.get(code)!;
  const levels = levelsIn(countCube(columns, [], [[]]), 0, column);
  return { notAsked: levels[gap.notAsked + 3], first: levels[3] };
}

describe.each(databases)("columns of several versions and instruments on $name", ({ open }) => {
  let store: TestDatabase;
  let columnsOf: ReturnType<typeof columnsKeeper>;
  beforeAll(async () => {
    store = await open();
    columnsOf = columnsKeeper(() => store.db);
    await prepare(store);
    for (let n = 0; n < 10; n++)
      await answer(store, n, "North", {}, { answers: JSON.stringify({ CUR01: 1, CUR02: 1 }) });
  });
  afterAll(() => store.close());

  test("an answer to other words is not counted with the newest, whether read at once or later", async () => {
    expect(standing((await columnsOf(study))!, "CUR01")).toEqual({ notAsked: 0, first: 10 });
    await addVersion(store.db, "v2", reworded(), "i v");
    await addWave(store.db, { id: "w2", version: "v2", number: 2, doors: ["East"] });
    for (let n = 10; n < 14; n++)
      await answer(
        store,
        n,
        "East",
        {},
        {
          ...{ wave_id: "w2", version_id: "v2" },
          answers: JSON.stringify({ CUR01: 1, CUR02: 1 }),
        },
      );
    const fresh = (await columnsKeeper(() => store.db)(study))!;
    for (const found of [(await columnsOf(study))!, fresh]) {
      expect(standing(found, "CUR01")).toEqual({ notAsked: 10, first: 4 });
      expect(standing(found, "CUR02")).toEqual({ notAsked: 0, first: 14 });
    }
    // Still answered in the old words, after the new ones: a page that was open.
    await answer(store, 14, "East", {}, { wave_id: "w2", answers: JSON.stringify({ CUR01: 1 }) });
    const found = (await columnsOf(study))!;
    expect(standing(found, "CUR01")).toEqual({ notAsked: 11, first: 4 });
    const revs = revsByWave(found.columns);
    expect([revs.get("1")?.get("CUR01"), revs.get("2")?.get("CUR01")]).toEqual([[1], [1, 2]]);
    expect([revs.get("1")?.get("CUR02"), revs.get("2")?.get("CUR02")]).toEqual([[1], [1]]);
  });

  test("students alone are counted where teachers are asked too, and teachers by themselves", async () => {
    expect(await columnsOf(study, "teacher")).toBeUndefined();
    await addVersion(store.db, "t", teachers());
    await addWave(store.db, { id: "w3", version: "t", number: 3, doors: ["Staff"] });
    for (let n = 20; n < 26; n++) await answer(store, n, "Staff", {}, { wave_id: "w3", version_id: "t" });
    const students = (await columnsOf(study))!;
    expect(students.instrument.respondent).toBe("student");
    expect(students.columns.length).toBe(15);
    expect(await columnsOf(study, "student")).toBe(students);
    const found = (await columnsOf(study, "teacher"))!;
    expect(found.instrument.respondent).toBe("teacher");
    expect([...found.columns.ids].sort()).toEqual([20, 21, 22, 23, 24, 25].map(idOf).sort());
    await answer(store, 26, "Staff", {}, { wave_id: "w3", version_id: "t" });
    expect((await columnsOf(study, "teacher"))!.columns.length).toBe(7);
    expect((await columnsOf(study))!.columns.length).toBe(15);
    expect(await columnsOf(study, "employer")).toBeUndefined();
  });
});
