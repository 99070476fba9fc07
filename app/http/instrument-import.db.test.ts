import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import { formats } from "#app/interchange/index.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallStudy } from "#db/testing/small-study.ts";
import { action } from "../routes/studio.$study.instruments.import.tsx";
import { startSession } from "./session.server.ts";

const kept = globalThis as { tributaryConnection?: unknown };
const xml = (inner: string) => strToU8(`<?xml version="1.0"?>${inner}`);
const book = {
  "xl/workbook.xml": xml('<workbook><sheets><sheet name="survey"/></sheets></workbook>'),
};
const sheet = (inner: string) => ({ ...book, "xl/worksheets/sheet1.xml": xml(inner) });

const hostile: [string, () => Uint8Array][] = [
  ["a zip bomb", () => zipSync({ ...book, "xl/a.xml": new Uint8Array(60_000_000) })],
  [
    "an external entity",
    () => zipSync(sheet('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')),
  ],
  [
    "a million rows",
    () => zipSync(sheet(`<worksheet><sheetData>${"<row/>".repeat(1_000_000)}</sheetData></worksheet>`)),
  ],
  ["__proto__", () => strToU8('{"format":1,"respondent":"student","consent":{},"__proto__":{"x":1}}')],
  ["endless brackets", () => strToU8(`{"pages":${"[".repeat(900_000)}`)],
  ["a picture", () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
  ["nothing", () => new Uint8Array()],
];

describe.each(databases)("importing an instrument on $name", ({ open }) => {
  let store: TestDatabase;
  let cookie = "";
  beforeAll(async () => {
    store = await open();
    kept.tributaryConnection = store;
    await insertSmallStudy(store.db, "small");
    const created_at = "2026-01-01T00:00:00.000Z";
    const account = { id: "who", email: "who@example.org", name: "Who", password_hash: "none", created_at };
    await store.db.insertInto("accounts").values(account).execute();
    await store.db
      .insertInto("members")
      .values({ study_id: "small", account_id: "who", role: "researcher" })
      .execute();
    cookie = (await startSession("who")).split(";")[0] ?? "";
  });
  afterAll(async () => {
    kept.tributaryConnection = undefined;
    await store.close();
  });

  /** Posts the form as a browser does. */
  async function post(fields: Record<string, string | Uint8Array>) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      body.set(
        name,
        typeof value === "string" ? value : new File([value as Uint8Array<ArrayBuffer>], "a.bin"),
      );
    const request = new Request("http://localhost/studio/small/instruments/import", {
      method: "POST",
      headers: { Cookie: cookie },
      body,
    });
    const answer = await action({ request, params: { study: "small" }, context: {} } as never);
    return answer as unknown as Response & {
      data: { shown?: { pack: string; errors: object }; refused?: { reason: string } };
      init: { status: number } | null;
    };
  }
  const stored = async () =>
    (await store.db.selectFrom("instruments").select("code").execute()).map(({ code }) => code);

  test.each(hostile)("%s is refused within two seconds, with little memory", async (_, make) => {
    const bytes = make();
    const [memory, from] = [process.memoryUsage().rss, process.cpuUsage()];
    const { data, init } = await post({ file: bytes });
    expect([init?.status, data.refused?.reason]).toEqual([400, expect.stringMatching(/^\w+$/)]);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(2_000);
    expect((process.memoryUsage().rss - memory) / 1024 / 1024).toBeLessThan(150);
  });

  test("nothing is stored until somebody agrees, and then all of it", async () => {
    const before = await stored();
    const student = templates["oneplusx-student"]();
    const written = await formats.xlsform.write?.(student);
    const { data } = await post({ file: written?.bytes ?? new Uint8Array() });
    const pack = data.shown?.pack ?? "";
    expect(await stored()).toEqual(before);
    const agreed = { intent: "agree", pack, title: "新的标题" };
    expect((await post({ ...agreed, target: "new", code: "Not A Code" })).data.shown?.errors).toEqual({
      code: "badCode",
    });
    expect((await post({ ...agreed, target: "new", code: "import" })).data.shown?.errors).toEqual({
      code: "badCode",
    });
    expect((await post({ ...agreed, target: "new", code: "test" })).data.shown?.errors).toEqual({
      code: "taken",
    });
    expect((await post({ ...agreed, target: "elsewhere" })).data.shown?.errors).toEqual({ target: "gone" });
    expect(await stored()).toEqual(before);
    const answer = await post({ ...agreed, target: "new", code: "imported" });
    expect(answer.headers.get("Location")).toBe("/studio/small/instruments/imported");
    expect(await stored()).toEqual(expect.arrayContaining([...before, "imported"]));
    const over = await post({ ...agreed, target: "imported" });
    expect(over.status).toBe(303);
    const states = await store.db
      .selectFrom("instrument_drafts as d")
      .innerJoin("instruments as i", "i.id", "d.instrument_id")
      .where("i.code", "=", "imported")
      .select("d.number")
      .execute();
    expect(states).toHaveLength(2);
  });

  test("what the page sent back is looked through again", async () => {
    for (const pack of ["", "no gzip", "H4sIAAAAAAAA"])
      expect((await post({ intent: "agree", pack, title: "x", code: "xx" })).data.refused?.reason).toBe(
        "broken",
      );
  });
});
