import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { placesOf, wholeAt } from "#app/instrument/standing.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { findEarlierState } from "#db/queries/draft-history.server.ts";
import { findDraftState, listDraftChanges } from "#db/queries/instrument-drafts.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "#db/testing/small-study.ts";

const held: { store?: TestDatabase } = {};
vi.mock("./db.server.ts", () => ({
  connection: () => held.store,
  db: () => held.store?.db,
}));
// What the fields of a place say is another file's business: here a form holds the words of an item.
vi.mock("./properties.server.ts", () => ({
  readProperties: (definition: Definition, place: string, form: FormData) => {
    const copy = structuredClone(definition);
    const item = copy.pages.flatMap((page) => page.items).find((one) => `item:${one.code}` === place);
    if (!item || item.kind === "block") throw new Error(`no item ${place}`);
    for (const language of ["zh-CN", "en"] as const)
      if (form.has(language)) item.text[language] = String(form.get(language));
    return { definition: copy, place };
  },
}));
const { changeDraft } = await import("./editor.server.ts");
const { readAsk } = await import("./editor-ask.server.ts");

const student = () => draftDefinition.parse(templates["oneplusx-student"]()) as Definition;
const fields = (values: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

describe.each(databases)("changes to a draft on $name", ({ open }) => {
  let store: TestDatabase;
  let count = 0;
  let id = "";
  beforeAll(async () => {
    store = await open();
    held.store = store;
    for (const who of ["li", "wang"]) await insertSmallAccount(store.db, who);
  });
  beforeEach(async () => {
    held.store = store;
    id = `study${count++}`;
    await insertSmallStudy(store.db, id);
    await store.db
      .updateTable("instrument_versions")
      .set({ definition: JSON.stringify(student()) })
      .where("id", "=", id)
      .execute();
  });
  afterAll(() => store.close());

  const draft = async () => {
    const state = await findDraftState(store.db, id);
    return state ?? { number: 0, definition: student() };
  };
  /** One form of one person, as the page of a state would send it. */
  async function send(who: string, values: Record<string, string>) {
    const form = fields(values);
    const read = readAsk(form);
    if (!read) throw new Error("not understood");
    const account = { id: who, name: who, email: "" };
    const room = { account, instrument: { id, code: "test" }, draft: await draft(), version: undefined };
    return changeDraft(room, { ...read, form });
  }
  const words = async (code: string) =>
    (wholeAt((await draft()).definition, `item:${code}`) as { text: object }).text;
  const set = (who: string, base: number, code: string, text: Record<string, string>, over?: number) =>
    send(who, {
      intent: "set",
      place: `item:${code}`,
      base: String(base),
      ...(over === undefined ? {} : { over: String(over) }),
      ...text,
    });

  test("the first one grows from the published version, which stays as it is", async () => {
    expect(await set("li", 0, "EXM01", { en: "New words." })).toEqual({ saved: 1, place: "item:EXM01" });
    expect(await words("EXM01")).toMatchObject({ en: "New words." });
    const start = await findEarlierState(store.db, id, 0);
    expect(start).toMatchObject({ version: 1 });
    expect(start?.definition).toEqual(student());
    // The same again changes nothing, and makes no state.
    expect(await set("li", 1, "EXM01", { en: "New words." })).toEqual({ saved: 1, place: "item:EXM01" });
  });

  test("two who change different things both keep what they wrote", async () => {
    await set("li", 0, "EXM01", { en: "Hers." });
    expect(await set("wang", 0, "EXM02", { en: "His." })).toEqual({ saved: 2, place: "item:EXM02" });
    expect(await send("li", { intent: "move", place: "item:EXM03", next: "up", base: "0" })).toMatchObject({
      saved: 3,
    });
    expect(await send("li", { intent: "add", what: "text", place: "page:words", base: "1" })).toMatchObject({
      saved: 4,
      place: "item:OPS02",
    });
    expect([await words("EXM01"), await words("EXM02")]).toMatchObject([{ en: "Hers." }, { en: "His." }]);
  });

  test("two who change the same thing: the second is told what the first wrote, and may put hers over it", async () => {
    await set("li", 0, "EXM01", { "zh-CN": "李", en: "Li" });
    const second = await set("wang", 0, "EXM01", { "zh-CN": "王", en: "Li" });
    expect(second).toMatchObject({
      conflict: {
        by: "li",
        latest: 1,
        isGone: false,
        place: "item:EXM01",
        fields: [{ path: "text.zh-CN", theirs: "李", mine: "王" }],
      },
    });
    expect((await draft()).number).toBe(1);
    expect(await set("wang", 0, "EXM01", { "zh-CN": "王", en: "Li" }, 1)).toMatchObject({ saved: 2 });
    expect(await words("EXM01")).toEqual({ "zh-CN": "王", en: "Li" });
    // Nothing is lost: the first one's is a state of its own.
    expect((await findEarlierState(store.db, id, 1))?.made?.by).toBe("li");
  });

  test("what somebody else deleted comes back only where that is wanted", async () => {
    await send("li", { intent: "delete", place: "item:EXM01", base: "0" });
    const second = await set("wang", 0, "EXM01", { en: "Mine" });
    expect(second).toMatchObject({ conflict: { isGone: true, by: "li", latest: 1 } });
    await set("wang", 0, "EXM01", { en: "Mine" }, 1);
    expect(await words("EXM01")).toMatchObject({ en: "Mine" });
    expect(placesOf((await draft()).definition)).toEqual(placesOf(student()));
  });

  test("nobody deletes what has changed since they looked, nor undoes what they have not seen", async () => {
    await set("li", 0, "EXM01", { en: "Li" });
    expect(await send("wang", { intent: "delete", place: "item:EXM01", base: "0" })).toMatchObject({
      conflict: { by: "li" },
    });
    // A page is what is on it.
    expect(await send("wang", { intent: "delete", place: "page:exam", base: "0" })).toHaveProperty(
      "conflict",
    );
    expect(await send("wang", { intent: "undo", base: "0" })).toHaveProperty("conflict");
    expect((await draft()).number).toBe(1);
  });

  test("undo goes back, further back, and forth again; each step is a state with a name to it", async () => {
    await send("li", { intent: "delete", place: "item:EXM01", base: "0" });
    await send("li", { up: "item:EXM03", base: "1" });
    const [afterMove] = [(await draft()).definition];
    await send("wang", { intent: "undo", base: "2" });
    await send("wang", { intent: "undo", base: "3" });
    expect((await draft()).definition).toEqual(student());
    expect(await send("wang", { intent: "undo", base: "4" })).toEqual({ cannot: "nowhere" });
    await send("wang", { intent: "redo", base: "4" });
    await send("wang", { intent: "redo", base: "5" });
    expect((await draft()).definition).toEqual(afterMove);
    expect(await send("wang", { intent: "redo", base: "6" })).toEqual({ cannot: "nowhere" });
    const lines = await listDraftChanges(store.db, id, { limit: 10 });
    expect(lines.map(({ by, change }) => [by, change.did, change.number])).toEqual([
      ["wang", "undo", 2],
      ["wang", "undo", 1],
      ["wang", "undo", 0],
      ["wang", "undo", 1],
      ["li", "move", undefined],
      ["li", "delete", undefined],
    ]);
  });

  test("of many at the same moment none is lost", async () => {
    const codes = ["EXM01", "EXM02", "EXM03", "EXM04"];
    await Promise.all(
      codes.map((code) => set(code > "EXM02" ? "li" : "wang", 0, code, { en: `New ${code}` })),
    );
    for (const code of codes) expect(await words(code)).toMatchObject({ en: `New ${code}` });
    expect((await draft()).number).toBe(4);
  });

  test("no state that never was, no code that a published version used", async () => {
    await expect(set("li", 7, "EXM01", { en: "?" })).rejects.toMatchObject({ status: 400 });
    await send("li", { intent: "delete", place: "item:EXB01", base: "0" });
    await send("li", { intent: "delete", place: "item:EXM09", base: "1" });
    expect(await send("li", { intent: "add", what: "scale", place: "item:EXM08", base: "2" })).toMatchObject({
      place: "item:EXM10",
    });
  });
});

test("a form that asks for nothing known is not understood", () => {
  for (const values of [
    {},
    { intent: "add", base: "0" },
    { intent: "add", what: "poem", place: "page:exam", base: "0" },
    { intent: "move", place: "page:exam", next: "sideways", base: "0" },
    { intent: "place", place: "item:A1", target: "after <script>", base: "0" },
    { intent: "undo" },
    { intent: "undo", base: "-1" },
    { up: "../..", base: "0" },
  ])
    expect(readAsk(fields(values as Record<string, string>))).toBeUndefined();
  // The choice of where to is sent along by every button of its form.
  expect(
    readAsk(fields({ up: "item:A1", place: "item:A1", target: "after page:b", base: "3" }))?.ask,
  ).toEqual({
    ...{ intent: "move", place: "item:A1", towards: "up" },
  });
  expect(readAsk(fields({ intent: "place", place: "item:A1", target: "after page:b", base: "3" }))).toEqual({
    ask: { intent: "move", place: "item:A1", towards: { next: "after", to: "page:b" } },
    base: 3,
    over: undefined,
  });
});
