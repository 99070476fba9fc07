import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passwordDelay } from "#app/http/password-delay.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "../testing/small-study.ts";
import {
  changePassword,
  createAccount,
  findAccountByEmail,
  forgetFailures,
  takeAttempt,
} from "./accounts.server.ts";
import { closeSession, createSession, extendSession, findSessionAccount } from "./sessions.server.ts";
import { findMemberStudy, listMemberStudies, setMember } from "./studies.server.ts";

const noon = Date.parse("2026-05-01T12:00:00.000Z");
const at = (seconds: number) => new Date(noon + seconds * 1000).toISOString();

describe.each(databases)("accounts on $name", ({ open }) => {
  let store: TestDatabase;
  const attempt = (email: string, seconds: number) =>
    store.commit((trx) => takeAttempt(trx, { email, now: noon + seconds * 1000, lockFor: passwordDelay }));

  beforeAll(async () => {
    store = await open();
    for (const id of ["li", "wang", "zhao"]) await insertSmallAccount(store.db, id);
    for (const slug of ["one", "two"]) await insertSmallStudy(store.db, slug);
  });
  afterAll(() => store.close());

  test("an address is one address however it is typed", async () => {
    const account = { id: "chen", email: " Chen@Example.ORG", name: "陈", passwordHash: "x", now: at(0) };
    await createAccount(store.db, account);
    expect((await findAccountByEmail(store.db, "ｃhen@example.org "))?.id).toBe("chen");
    await expect(
      createAccount(store.db, { ...account, id: "chen2", email: "CHEN@example.org" }),
    ).rejects.toThrow();
  });

  test("the fifth wrong password in a row shuts the account for 30 s, the sixth for 60", async () => {
    for (let wrong = 1; wrong <= 4; wrong++) {
      expect(await attempt("li@example.org", 0)).toMatchObject({ is: "open", lockedNext: undefined });
    }
    expect(await attempt("li@example.org", 0)).toMatchObject({ is: "open", lockedNext: at(30) });
    expect(await attempt("li@example.org", 29)).toEqual({ is: "locked", until: at(30) });
    expect(await attempt("li@example.org", 30)).toMatchObject({ is: "open", lockedNext: at(90) });
    await forgetFailures(store.db, "li");
    expect(await attempt("li@example.org", 31)).toMatchObject({ is: "open", lockedNext: undefined });
  });

  test("forty tries at the same moment are forty tries, five of which are looked at", async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => attempt("wang@example.org", 0)));
    expect(tries.filter((one) => one.is === "open")).toHaveLength(5);
    expect(await attempt("nobody@example.org", 0)).toEqual({ is: "unknown" });
  });

  test("a session opens until it expires, is extended or ended", async () => {
    const session = { tokenHash: "s1", accountId: "li", now: at(0), expiresAt: at(60) };
    await createSession(store.db, session);
    expect(await findSessionAccount(store.db, "s1", at(59))).toMatchObject({ id: "li", expiresAt: at(60) });
    expect(await findSessionAccount(store.db, "s1", at(60))).toBeUndefined();
    await extendSession(store.db, "s1", at(120));
    expect(await findSessionAccount(store.db, "s1", at(60))).toMatchObject({ id: "li" });
    await closeSession(store.db, "s1");
    expect(await findSessionAccount(store.db, "s1", at(60))).toBeUndefined();
  });

  test("a new password ends every other session of the account, and nobody else's", async () => {
    for (const [tokenHash, accountId] of [
      ["mine", "zhao"],
      ["stolen", "zhao"],
      ["other", "wang"],
    ] as const) {
      await createSession(store.db, { tokenHash, accountId, now: at(0), expiresAt: at(60) });
    }
    const change = { accountId: "zhao", passwordHash: "new", keepSession: "mine" };
    await store.commit((trx) => changePassword(trx, change));
    const alive = async (hash: string) => (await findSessionAccount(store.db, hash, at(1)))?.id;
    expect([await alive("mine"), await alive("stolen"), await alive("other")]).toEqual([
      "zhao",
      undefined,
      "wang",
    ]);
    expect((await findAccountByEmail(store.db, "zhao@example.org"))?.password_hash).toBe("new");
  });

  test("a study is there for its members only, in their role", async () => {
    await setMember(store.db, { slug: "one", accountId: "li", role: "reader" });
    await setMember(store.db, { slug: "one", accountId: "li", role: "researcher" });
    expect(await findMemberStudy(store.db, "li", "one")).toMatchObject({ id: "one", role: "researcher" });
    expect(await findMemberStudy(store.db, "li", "two")).toBeUndefined();
    expect(await findMemberStudy(store.db, "wang", "one")).toBeUndefined();
    expect((await listMemberStudies(store.db, "li")).map((one) => one.slug)).toEqual(["one"]);
    await expect(setMember(store.db, { slug: "three", accountId: "li", role: "reader" })).rejects.toThrow(
      "three",
    );
  });
});
