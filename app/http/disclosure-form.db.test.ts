import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disclosureSubject } from "#db/queries/disclosure.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { insertSmallStudy } from "#db/testing/small-study.ts";
import { action } from "../routes/studio.$study.releases.tsx";
import { startSession } from "./session.server.ts";

const kept = globalThis as { tributaryConnection?: unknown };

describe.each(databases)("the profile of a study on $name", ({ open }) => {
  let store: TestDatabase;
  let cookies: Record<"researcher" | "reader" | "stranger", string>;
  let slug: string;
  let count = 0;
  beforeAll(async () => {
    store = await open();
    kept.tributaryConnection = store;
  });
  afterAll(async () => {
    kept.tributaryConnection = undefined;
    await store.close();
  });
  beforeEach(async () => {
    slug = `profile${count++}`;
    await insertSmallStudy(store.db, slug);
    const sessionOf = async (role: string, member: boolean) => {
      const id = `${slug}-${role}`;
      const created_at = "2026-01-01T00:00:00.000Z";
      await store.db
        .insertInto("accounts")
        .values({ id, email: `${id}@example.org`, name: role, password_hash: "none", created_at })
        .execute();
      if (member)
        await store.db
          .insertInto("members")
          .values({ study_id: slug, account_id: id, role: role as "researcher" })
          .execute();
      return (await startSession(id)).split(";")[0]!;
    };
    cookies = {
      researcher: await sessionOf("researcher", true),
      reader: await sessionOf("reader", true),
      stranger: await sessionOf("stranger", false),
    };
  });

  /** Posts the form. @returns the response, thrown or not; a refusal's errors where there are some */
  async function post(role: keyof typeof cookies, form: Record<string, string>) {
    const request = new Request(`http://localhost/studio/${slug}/releases`, {
      method: "POST",
      headers: { cookie: cookies[role] },
      body: new URLSearchParams({ intent: "disclosure", ...form }),
    });
    const asked = { request, params: { study: slug }, context: {} } as unknown as Parameters<
      typeof action
    >[0];
    const answer: unknown = await action(asked).catch((thrown: unknown) => thrown);
    if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("location") };
    const { data, init } = answer as { data: { errors: unknown }; init?: { status?: number } };
    return { status: init?.status, errors: data.errors };
  }
  const profile = async () => {
    const found = await store.db.selectFrom("studies").select("disclosure").where("id", "=", slug);
    return (await found.executeTakeFirstOrThrow()).disclosure;
  };
  const decisions = () =>
    store.db
      .selectFrom("decisions")
      .select(["action", "account_id", "reason", "subject"])
      .where("study_id", "=", slug)
      .execute();

  test("is changed by a researcher with a reason, which is kept with who and what", async () => {
    expect(await post("researcher", { disclosure: "strict", reason: " 14 classes of under 30 " })).toEqual({
      status: 303,
      to: `/studio/${slug}/releases#disclosure`,
    });
    expect(await profile()).toBe("strict");
    expect(await decisions()).toEqual([
      {
        action: "disclosure",
        account_id: `${slug}-researcher`,
        reason: "14 classes of under 30 (→ strict)",
        subject: disclosureSubject,
      },
    ]);
  });

  test("stays without a reason, with an unknown name, and where nothing would change", async () => {
    const errors = async (form: Record<string, string>) => (await post("researcher", form)).errors;
    expect(await errors({ disclosure: "strict", reason: "  " })).toEqual({ reason: "required" });
    expect(await errors({ disclosure: "none", reason: "because" })).toEqual({ disclosure: "unknown" });
    expect(await errors({ disclosure: "standard", reason: "because" })).toEqual({ disclosure: "same" });
    expect(await profile()).toBe("standard");
    expect(await decisions()).toEqual([]);
  });

  test("is nobody else's: 403 for a reader, 404 for a stranger", async () => {
    const wanted = { disclosure: "strict", reason: "because" };
    expect((await post("reader", wanted)).status).toBe(403);
    expect((await post("stranger", wanted)).status).toBe(404);
    expect(await profile()).toBe("standard");
    expect(await decisions()).toEqual([]);
  });
});
