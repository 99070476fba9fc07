import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findMemberStudy } from "#db/queries/studies.server.ts";
import { settingsSubject } from "#db/queries/study-settings.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "#db/testing/small-study.ts";
import { changeSettings, settingsPage } from "./study-settings.server.ts";

const kept = globalThis as { tributaryConnection?: unknown };
const now = new Date("2026-11-22T08:00:00Z");

describe.each(databases)("what a study says of itself on $name", ({ open }) => {
  let store: TestDatabase;
  let slug: string;
  let count = 0;
  beforeAll(async () => {
    store = await open();
    kept.tributaryConnection = store;
    await insertSmallAccount(store.db, "li");
  });
  afterAll(async () => {
    kept.tributaryConnection = undefined;
    await store.close();
  });
  beforeEach(async () => {
    slug = `settings${count++}`;
    await insertSmallStudy(store.db, slug);
    await store.db
      .insertInto("members")
      .values({ study_id: slug, account_id: "li", role: "researcher" })
      .execute();
  });

  const study = async () => {
    const found = await findMemberStudy(store.db, "li", slug);
    if (!found) throw new Error("no study");
    return found;
  };
  /** Sends the form as it stands with something changed in it. */
  async function send(more: Record<string, string>, base?: number) {
    const before = await study();
    const { values, history } = await settingsPage(before);
    const form = new FormData();
    const all = { ...values, base: String(base ?? history.length), ...more };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    const account = { id: "li", name: "Li", email: "li@example.org" };
    return changeSettings({ account, study: before }, form, now);
  }
  const decisions = () =>
    store.db
      .selectFrom("decisions")
      .select(["action", "account_id", "reason", "subject"])
      .where("study_id", "=", slug)
      .execute();

  test("sent as it stands, nothing is stored; what is changed is, with a decision in both languages", async () => {
    const before = await study();
    expect((await send({}))?.errors).toEqual({ form: "same" });
    expect(await decisions()).toEqual([]);
    expect(
      await send({
        institutionZh: "某某学院",
        institutionEn: "",
        limit1Zh: "",
        limit1En: "",
        limit5En: "New.",
      }),
    ).toBeUndefined();
    const after = await study();
    expect(after).toEqual({
      ...before,
      method: {
        ...before.method,
        institution: { "zh-CN": "某某学院", en: "某某学院" },
        limits: [...before.method.limits.filter((_, n) => n !== 1), { "zh-CN": "New.", en: "New." }],
      },
    });
    const [decision, ...others] = await decisions();
    expect(others).toEqual([]);
    expect(decision).toMatchObject({ action: "study", account_id: "li", subject: settingsSubject });
    const [zh, en] = decision?.reason.split("\n") ?? [];
    expect(zh).toContain("主办单位：“百川职业教育研究所（虚构）”改为“某某学院”");
    expect(en).toContain("is now “某某学院”");
    expect(en).toContain("Limits of the results (words)");
  });

  test("what is needed is asked for, too much is refused, and nothing is stored", async () => {
    const before = await study();
    const errors = async (more: Record<string, string>) => (await send(more))?.errors;
    expect(await errors({ nameZh: "", nameEn: "" })).toEqual({ nameZh: "name" });
    expect(await errors({ contact: " ", limit0Zh: "长".repeat(601) })).toEqual({
      ...{ contact: "required", limit0Zh: "tooLong" },
    });
    expect(await errors({ keep: "2026-11-22" })).toEqual({ keep: "past" });
    // Its wave closes on 1 January 2027.
    expect(await errors({ keep: "2026-12-31" })).toEqual({ keep: "keepWave" });
    expect(await study()).toEqual(before);
    expect(await decisions()).toEqual([]);
  });

  test("another day for the data wants a tick beside that very day, and a reason", async () => {
    const errors = async (more: Record<string, string>) => (await send(more))?.errors;
    expect(await errors({ keep: "2029-01-01" })).toEqual({ sure: "earlier", reason: "required" });
    expect(await errors({ keep: "2031-01-01", reason: "why" })).toEqual({ sure: "later" });
    expect(await errors({ keep: "2029-01-02", sure: "2029-01-01", reason: "why" })).toEqual({
      sure: "earlier",
    });
    expect((await study()).keepUntil).toBe("2030-01-01");
    expect(
      await send({ keep: "2029-01-01", sure: "2029-01-01", reason: "a\nshorter grant" }),
    ).toBeUndefined();
    expect((await study()).keepUntil).toBe("2029-01-01");
    expect((await decisions())[0]?.reason).toBe(
      "数据保存到：“2030年1月1日”改为“2029年1月1日”。理由：a shorter grant\nData are kept until: “1 January 2030” is now “1 January 2029”. Reason: a shorter grant",
    );
  });

  test("who saves over somebody else's change is told, and of two at once one wins", async () => {
    expect(await send({ leadEn: "One", leadZh: "" }, 0)).toBeUndefined();
    expect(await send({ leadEn: "Two", leadZh: "" }, 0)).toMatchObject({
      errors: { form: "changed" },
      values: { leadEn: "Two" },
    });
    expect((await study()).method.lead.en).toBe("One");
    const both = await Promise.all(["Three", "Four"].map((leadEn) => send({ leadEn, leadZh: "" }, 1)));
    expect(both.filter((one) => one === undefined)).toHaveLength(1);
    expect(await decisions()).toHaveLength(2);
  });
});
