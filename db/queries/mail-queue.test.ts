import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostTries } from "#app/fieldwork/mail-backoff.ts";
import { type Connection, connect } from "../connect.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallList, smallMailing } from "../testing/small-list.ts";
import { eraseAddresses } from "./erase-addresses.server.ts";
import { type ClaimedLetter, claimLetter, markUnsure, recordSent } from "./mail-queue.server.ts";
import { changeMailing, countUninvited, createMailing, listMailings } from "./mailings.server.ts";

describe.each(databases)("the queue of letters on $name", ({ open }) => {
  let store: TestDatabase;
  let other: Connection;
  let lists = 0;
  beforeAll(async () => {
    store = await open();
    other = connect(store.url);
  });
  afterAll(async () => {
    await other.close();
    await store.close();
  });

  const now = new Date();
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
  const claim = (at = now, spacing = 0, connection: Connection = store, worker = "one") =>
    connection.commit((trx) =>
      claimLetter(trx, {
        now: at,
        worker,
        spacing,
        tokenHash: randomUUID(),
        addressHash: (_, a) => `hash of ${a}`,
      }),
    );
  const letter = async (at = now) => {
    const claimed = await claim(at);
    if (claimed.is !== "letter") throw new Error(`expected a letter, got ${claimed.is}`);
    return claimed.letter;
  };
  const record = (one: ClaimedLetter, sent: Parameters<typeof recordSent>[2]) =>
    store.commit((trx) => recordSent(trx, one, sent));
  const messages = (mailingId: string) =>
    store.db
      .selectFrom("mail_messages")
      .where("mailing_id", "=", mailingId)
      .orderBy("id")
      .selectAll()
      .execute();
  const states = async (mailingId: string) => (await messages(mailingId)).map((one) => one.state);

  /** A list with an invitation in the queue; nothing of other tests is left in it. */
  async function invited(people: number, kind: "invitation" | "reminder" = "invitation") {
    await store.db.updateTable("mail_messages").set({ state: "cancelled", claimed_at: null }).execute();
    const slug = `list${++lists}`;
    await insertSmallList(store.db, slug, people);
    const queued = await store.commit((trx) => createMailing(trx, smallMailing(slug, kind, now)));
    if (queued.is !== "queued") throw new Error(queued.is);
    return { slug, mailingId: queued.mailingId };
  }
  const change = (studyId: string, mailingId: string, what: Parameters<typeof changeMailing>[1]["change"]) =>
    store.commit((trx) => changeMailing(trx, { studyId, mailingId, change: what, now: now.toISOString() }));

  test("one letter for each person, each with a link of its own of which only the hash is kept", async () => {
    const { slug, mailingId } = await invited(3);
    expect(await states(mailingId)).toEqual(["queued", "queued", "queued"]);
    const got = [await letter(), await letter(), await letter()];
    expect(new Set(got.map((one) => one.source.email)).size).toBe(3);
    expect(got.every((one) => one.attempts === 1)).toBe(true);
    expect((await claim()).is).toBe("none");
    const links = await store.db
      .selectFrom("invitation_links")
      .where("invitation_id", "like", `${slug}-%`)
      .select("token_hash")
      .execute();
    expect(links.map((one) => one.token_hash).sort()).toEqual(got.map((one) => one.tokenHash).sort());
    for (const one of got) await record(one, { is: "sent", on: "2026-11-22" });
    expect((await messages(mailingId)).map((one) => [one.state, one.sent_on])).toEqual(
      Array(3).fill(["sent", "2026-11-22"]),
    );
    // Nobody is left to invite.
    const again = await store.commit((trx) => createMailing(trx, smallMailing(slug, "invitation", later(1))));
    expect(again.is).toBe("nobody");
    expect(await listMailings(store.db, slug)).toHaveLength(1);
  });

  test("two processes never get the same letter, and together keep the pace", async () => {
    const { mailingId } = await invited(12);
    const claims = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        claim(now, 0, at % 2 ? store : other, at % 2 ? "one" : "two").catch(() => ({ is: "none" }) as const),
      ),
    );
    const got = claims.flatMap((one) => (one.is === "letter" ? [one.letter.id] : []));
    expect(new Set(got).size).toBe(got.length);
    expect(got.length).toBeGreaterThan(0);
    expect((await states(mailingId)).filter((one) => one === "sending")).toHaveLength(got.length);
    // Two seconds apart, whoever asks.
    const { mailingId: paced } = await invited(5);
    expect((await claim(now, 2_000, store)).is).toBe("letter");
    expect((await claim(later(1 / 60), 2_000, other, "two")).is).toBe("none");
    expect((await claim(later(3 / 60), 2_000, other, "two")).is).toBe("letter");
    expect((await states(paced)).filter((one) => one === "sending")).toHaveLength(2);
  });

  test("two researchers who press the button at the same moment invite everybody once", async () => {
    await store.db.updateTable("mail_messages").set({ state: "cancelled" }).execute();
    const slug = `list${++lists}`;
    await insertSmallList(store.db, slug, 4);
    const both = await Promise.all(
      [store, other].map((one) =>
        one.commit((trx) => createMailing(trx, smallMailing(slug, "invitation", now))),
      ),
    );
    expect(both.map((one) => one.is).sort()).toEqual(["nobody", "queued"]);
  });

  test("who answered, opted out, became undeliverable or was erased meanwhile gets nothing", async () => {
    const { slug, mailingId } = await invited(5);
    const person = (at: number) => store.db.updateTable("invitations").where("id", "=", `${slug}-${at}`);
    await person(1).set({ opted_out: 1 }).execute();
    await person(2).set({ undeliverable: "no such user" }).execute();
    await person(3).set({ email: null }).execute();
    await person(4).set({ spent_by: "a phone" }).execute();
    await store.db
      .insertInto("opt_outs")
      .values({ study_id: slug, address_hash: `hash of 5@${slug}.example.org` })
      .execute();
    for (let at = 0; at < 5; at++) expect((await claim()).is).toBe("skipped");
    expect((await claim()).is).toBe("none");
    // That person 4 answered must not be readable: their invitation looks like any other that arrived.
    expect(await states(mailingId)).toEqual(["cancelled", "cancelled", "cancelled", "sent", "cancelled"]);
    const { mailingId: closed, slug: wave } = await invited(1);
    await store.db
      .updateTable("waves")
      .set({ closes_at: later(-1).toISOString() })
      .where("id", "=", wave)
      .execute();
    expect((await claim()).is).toBe("skipped");
    expect(await states(closed)).toEqual(["cancelled"]);
  });

  test("a passing failure waits its turn, and after the last try a person has to look", async () => {
    const { slug, mailingId } = await invited(1);
    for (let tries = 1; tries <= mostTries; tries++) {
      const one = await letter(later(tries * 10));
      expect(one.attempts).toBe(tries);
      await record(one, { is: "later", at: later(tries * 10 + 5).toISOString(), problem: "451 busy" });
      expect((await claim(later(tries * 10 + 4))).is).toBe("none");
      expect(await states(mailingId)).toEqual([tries < mostTries ? "queued" : "failed"]);
    }
    expect((await claim(later(1_000))).is).toBe("none");
    // None of the links that never left is any use.
    expect(
      await store.db
        .selectFrom("invitation_links")
        .where("invitation_id", "=", `${slug}-1`)
        .selectAll()
        .execute(),
    ).toEqual([]);
    expect(await change(slug, mailingId, "retry-failed")).toBe(1);
    expect((await letter(later(1))).attempts).toBe(1);
  });

  test("a refused address is marked with what the server said, and is not written to again", async () => {
    const { slug, mailingId } = await invited(1);
    await record(await letter(), { is: "refused", problem: "550 5.1.1 no such user" });
    expect(await states(mailingId)).toEqual(["refused"]);
    const row = await store.db
      .selectFrom("invitations")
      .where("id", "=", `${slug}-1`)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(row.undeliverable).toBe("550 5.1.1 no such user");
    const again = await store.commit((trx) => createMailing(trx, smallMailing(slug, "invitation", later(1))));
    expect(again.is).toBe("nobody");
  });

  test("a letter left behind by a process that ended is unsure, and goes out again only by hand", async () => {
    const { slug, mailingId } = await invited(2);
    const first = await letter();
    expect(await store.commit((trx) => markUnsure(trx, later(9)))).toBe(0);
    // Another machine started: not its letter. The same one started anew: its letter.
    expect(await store.commit((trx) => markUnsure(trx, later(1), "two"))).toBe(0);
    expect(await store.commit((trx) => markUnsure(trx, later(1), "one"))).toBe(1);
    const second = await letter();
    expect(second.id).not.toBe(first.id);
    expect(await store.commit((trx) => markUnsure(trx, later(11)))).toBe(1);
    expect(await states(mailingId)).toEqual(["unsure", "unsure"]);
    expect((await claim(later(1_000))).is).toBe("none");
    // The process was only slow, and knows better.
    await record(second, { is: "sent", on: "2026-11-22" });
    expect((await states(mailingId)).sort()).toEqual(["sent", "unsure"]);
    expect(await change(slug, mailingId, "retry-unsure")).toBe(1);
    expect((await letter(later(1))).id).toBe(first.id);
  });

  test("a letter tried again to somebody marked by hand ends the same way, answered or not", async () => {
    const { slug, mailingId } = await invited(3);
    for (let at = 0; at < 3; at++) await record(await letter(), { is: "unsure", problem: "line broken" });
    const people = store.db.updateTable("invitations").where("collector_id", "=", `${slug}-a`);
    await people.where("id", "=", `${slug}-1`).set({ spent_by: "a phone" }).execute();
    await people
      .where("id", "in", [`${slug}-1`, `${slug}-2`])
      .set({ undeliverable: "by hand" })
      .execute();
    expect(await change(slug, mailingId, "retry-unsure")).toBe(3);
    for (let at = 0; at < 3; at++) await claim();
    expect(await states(mailingId)).toEqual(["cancelled", "cancelled", "sending"]);
    // The marks taken away, both can be invited; who has answered gets no letter.
    await people
      .where("id", "in", [`${slug}-1`, `${slug}-2`])
      .set({ undeliverable: null })
      .execute();
    expect(await countUninvited(store.db, `${slug}-a`)).toBe(2);
    const again = await store.commit((trx) => createMailing(trx, smallMailing(slug, "invitation", now)));
    expect([(await claim()).is, (await claim()).is].sort()).toEqual(["letter", "skipped"]);
    expect(again.is === "queued" && (await states(again.mailingId)).sort()).toEqual(["sending", "sent"]);
  });

  test("halted letters wait, resumed ones go, cancelled ones never", async () => {
    const { slug, mailingId } = await invited(3);
    const first = await letter();
    expect(await change(slug, mailingId, "pause")).toBe(2);
    expect((await claim(later(1_000))).is).toBe("none");
    expect((await listMailings(store.db, slug))[0]).toMatchObject({
      paused: 2,
      counts: { queued: 2, sending: 1 },
    });
    expect(await change(slug, mailingId, "resume")).toBe(2);
    expect((await claim()).is).toBe("letter");
    expect(await change(slug, mailingId, "cancel")).toBe(1);
    expect((await claim(later(1_000))).is).toBe("none");
    await record(first, { is: "sent", on: "2026-11-22" });
  });

  test("a paused wave sends nothing", async () => {
    const { slug } = await invited(1);
    await store.db.updateTable("waves").set({ paused: 1 }).where("id", "=", slug).execute();
    expect((await claim()).is).toBe("none");
  });

  test("another study's mailing cannot be changed", async () => {
    const { mailingId } = await invited(1);
    await insertSmallList(store.db, `stranger${lists}`, 1);
    for (const what of ["pause", "resume", "cancel", "retry-failed", "retry-unsure"] as const)
      expect(await change(`stranger${lists}`, mailingId, what)).toBe(0);
    expect(await states(mailingId)).toEqual(["queued"]);
  });

  test("a reminder goes to whoever was invited and has not used the link, by its rules", async () => {
    const { slug } = await invited(6);
    for (let at = 0; at < 6; at++) {
      const one = await letter();
      const failed = one.source.email.startsWith("6@");
      await record(one, failed ? { is: "failed", problem: "554" } : { is: "sent", on: "2026-11-22" });
    }
    const person = (at: number) => store.db.updateTable("invitations").where("id", "=", `${slug}-${at}`);
    await person(1).set({ spent_by: "a phone" }).execute();
    await person(2).set({ opted_out: 1 }).execute();
    await person(3).set({ undeliverable: "no" }).execute();
    const remind = (at: Date) =>
      store.commit((trx) => createMailing(trx, smallMailing(slug, "reminder", at)));
    expect(await remind(later(60))).toMatchObject({ is: "refused", refusal: { is: "too-soon" } });
    const days = (n: number) => later(n * 24 * 60);
    const first = await remind(days(3));
    if (first.is !== "queued") throw new Error(first.is);
    expect((await messages(first.mailingId)).map((one) => one.invitation_id)).toEqual([
      `${slug}-4`,
      `${slug}-5`,
    ]);
    // One of them answers before the letter's turn.
    await person(4).set({ spent_by: "another phone" }).execute();
    expect([(await claim(days(3))).is, (await claim(days(3))).is].sort()).toEqual(["letter", "skipped"]);
    expect((await states(first.mailingId)).sort()).toEqual(["cancelled", "sending"]);
    expect((await remind(days(6))).is).toBe("queued");
    // Nobody is left, and the answer is no other than before: it would tell that they have answered.
    await person(5).set({ spent_by: "a third phone" }).execute();
    const toNobody = await remind(days(9));
    if (toNobody.is !== "queued") throw new Error(toNobody.is);
    expect(await messages(toNobody.mailingId)).toEqual([]);
    expect(await remind(days(12))).toMatchObject({ is: "refused", refusal: { is: "enough" } });
  });

  test("erasing stops what is waiting and forgets what servers said of addresses", async () => {
    const { slug, mailingId } = await invited(3);
    await record(await letter(), { is: "refused", problem: "550 <x@example.org> unknown" });
    await record(await letter(), {
      is: "later",
      at: later(5).toISOString(),
      problem: "451 <y@example.org> later",
    });
    expect(await store.commit((trx) => eraseAddresses(trx, `${slug}-a`))).toBe(3);
    expect((await states(mailingId)).sort()).toEqual(["cancelled", "cancelled", "refused"]);
    const kept = JSON.stringify([
      await messages(mailingId),
      await store.db.selectFrom("invitations").where("collector_id", "=", `${slug}-a`).selectAll().execute(),
    ]);
    expect(kept).not.toMatch(/@|学生|会计/);
    expect((await claim(later(1_000))).is).toBe("none");
  });
});
