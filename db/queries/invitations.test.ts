import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RosterRow } from "#app/fieldwork/roster.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallList, smallMailing } from "../testing/small-list.ts";
import { addressesUntil, eraseByDecision, eraseExpiredAddresses } from "./erase-addresses.server.ts";
import {
  addInvitations,
  findListDoor,
  listAddresses,
  listColumns,
  listOptOuts,
  markUndeliverable,
  removeInvitation,
  setAddressesUntil,
} from "./invitations.server.ts";
import { addTestLink, findOutboxLetter, listOutbox, listUndelivered } from "./mail-messages.server.ts";
import { createMailing } from "./mailings.server.ts";
import { findLinkedPerson, optOut, undoOptOut } from "./opt-outs.server.ts";
import { countPeople, listPeople } from "./people.server.ts";

describe.each(databases)("invitation lists on $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    await insertSmallList(store.db, "list", 60);
    await insertSmallList(store.db, "other", 2);
  });
  afterAll(() => store.close());

  const row = (email: string): RosterRow => ({
    line: 1,
    email,
    name: "新",
    language: "en",
    fields: { 班级: "1" },
  });
  const link = (hash: string, person: string) =>
    store.db.insertInto("invitation_links").values({ token_hash: hash, invitation_id: person }).execute();
  const person = (id: string) =>
    store.db.selectFrom("invitations").where("id", "=", id).selectAll().executeTakeFirstOrThrow();

  test("a list belongs to one study, and no other door is one", async () => {
    expect((await findListDoor(store.db, "list", "list-a"))?.collectorId).toBe("list-a");
    expect(await findListDoor(store.db, "other", "list-a")).toBeUndefined();
    expect(await findListDoor(store.db, "list", "list-b")).toBeUndefined();
  });

  test("importing again adds nobody twice and changes nobody", async () => {
    const add = (...emails: string[]) =>
      store.commit((trx) => addInvitations(trx, "list-a", emails.map(row)));
    const many = Array.from({ length: 250 }, (_, at) => `n${at}@example.org`);
    expect(await add(...many)).toBe(250);
    expect(await add(...many, "1@list.example.org", "last@example.org")).toBe(1);
    expect((await person("list-1")).name).toBe("学生1");
    expect((await listAddresses(store.db, "list-a")).size).toBe(311);
    expect(await listColumns(store.db, "list-a")).toEqual(["学院", "班级"].sort());
    await store.db
      .deleteFrom("invitations")
      .where("collector_id", "=", "list-a")
      .where("name", "=", "新")
      .execute();
  });

  test("pages, searches with signs that mean something to SQL, and never mixes lists", async () => {
    const first = await listPeople(store.db, "list-a", {});
    expect([first.people.length, first.more]).toEqual([50, true]);
    const second = await listPeople(store.db, "list-a", { page: 2 });
    expect([second.people.length, second.more]).toEqual([10, false]);
    const found = async (search: string) =>
      (await listPeople(store.db, "list-a", { search })).people.map((one) => one.email);
    expect(await found("59@LIST")).toEqual(["59@list.example.org"]);
    expect(await found("学生59")).toEqual(["59@list.example.org"]);
    for (const search of ["%", "_", "\\", "' or 1=1 --", "1@other"]) expect(await found(search)).toEqual([]);
  });

  test("only who has not been written to can be taken off, and only from their own list", async () => {
    const remove = (id: string, list = "list-a") => store.commit((trx) => removeInvitation(trx, list, id));
    expect(await remove("list-60", "other-a")).toBe(false);
    expect(await remove("list-60")).toBe(true);
    await link("to 59", "list-59");
    expect(await remove("list-59")).toBe(false);
  });

  test("states add up, and whether a link was used shows in none of them", async () => {
    const before = await countPeople(store.db, "list-a");
    const listed = (await listPeople(store.db, "list-a", { search: "10@" })).people;
    await store.db
      .updateTable("invitations")
      .set({ spent_by: "a phone" })
      .where("id", "=", "list-10")
      .execute();
    const after = await countPeople(store.db, "list-a");
    expect(after).toEqual({ ...before, used: before.used + 1 });
    expect((await listPeople(store.db, "list-a", { search: "10@" })).people).toEqual(listed);
    expect(Object.values(after.states).reduce((sum, n) => sum + n)).toBe(after.total);
  });

  test("an address marked by hand is not written to, until the mark is taken away", async () => {
    const mark = (on: boolean, list = "list-a") =>
      store.commit((trx) => markUndeliverable(trx, list, "list-20", on));
    expect(await mark(true, "other-a")).toBe(false);
    expect(await mark(true)).toBe(true);
    expect(await mark(true)).toBe(false);
    expect((await listUndelivered(store.db, "list", 10)).map((one) => one.email)).toEqual([
      "20@list.example.org",
    ]);
    expect(await listUndelivered(store.db, "other", 10)).toEqual([]);
    expect(await mark(false)).toBe(true);
    expect((await person("list-20")).undeliverable).toBeNull();
  });

  test("opting out holds for every list of the study, cancels what waits, and can be taken back", async () => {
    await store.db
      .insertInto("invitations")
      .values({
        id: "twin",
        collector_id: "list-b",
        email: "30@list.example.org",
        language: "en",
        name: null,
        spent_by: null,
        undeliverable: null,
      })
      .execute();
    const queued = await store.commit((trx) =>
      createMailing(trx, smallMailing("list", "invitation", new Date())),
    );
    expect(queued.is).toBe("queued");
    await link("to 30", "list-30");
    const found = await findLinkedPerson(store.db, "to 30");
    expect(found).toMatchObject({ invitationId: "list-30", optedOut: false, study: { id: "list" } });
    for (let again = 0; again < 2; again++) await store.commit((trx) => optOut(trx, found!, "hash"));
    expect([(await person("list-30")).opted_out, (await person("twin")).opted_out]).toEqual([1, 1]);
    expect([...(await listOptOuts(store.db, "list"))]).toEqual(["hash"]);
    expect((await listOptOuts(store.db, "other")).size).toBe(0);
    const line = (await listOutbox(store.db, "list", { page: 1 })).lines.find(
      (one) => one.email === "30@list.example.org",
    );
    expect(line?.state).toBe("cancelled");
    await store.commit((trx) => undoOptOut(trx, found!, "hash"));
    expect((await person("list-30")).opted_out).toBe(0);
    expect((await listOptOuts(store.db, "list")).size).toBe(0);
    expect(await findLinkedPerson(store.db, "of nobody")).toBeUndefined();
  });

  test("a reminder's letters are in no list, and no other study sees or opens a letter", async () => {
    await store.db
      .updateTable("mail_messages")
      .set({ state: "sent" })
      .where("state", "=", "queued")
      .execute();
    const inThreeDays = new Date(Date.now() + 3 * 86_400_000);
    const queued = await store.commit((trx) =>
      createMailing(trx, smallMailing("list", "reminder", inThreeDays)),
    );
    if (queued.is !== "queued") throw new Error(queued.is);
    const reminders = await store.db
      .selectFrom("mail_messages")
      .where("mailing_id", "=", queued.mailingId)
      .selectAll()
      .execute();
    expect(reminders.length).toBeGreaterThan(40);
    expect((await listOutbox(store.db, "list", { mailing: queued.mailingId })).lines).toEqual([]);
    expect(await findOutboxLetter(store.db, "list", reminders[0]!.id)).toBeUndefined();
    const { lines } = await listOutbox(store.db, "list", { state: "sent" });
    const { id } = lines[0]!;
    expect((await findOutboxLetter(store.db, "list", id))?.source.method).toBeDefined();
    expect(await findOutboxLetter(store.db, "other", id)).toBeUndefined();
    expect((await listOutbox(store.db, "other", {})).lines).toEqual([]);
    const test = (studyId: string) =>
      store.commit((trx) => addTestLink(trx, { studyId, messageId: id, tokenHash: `test ${studyId}` }));
    expect([await test("other"), await test("list")]).toEqual([false, true]);
  });

  test("erasing forgets who people are and keeps how many, which links are used and which are out", async () => {
    const before = await countPeople(store.db, "list-a");
    const decision = {
      studyId: "list",
      collectorId: "list-a",
      slug: "list-a",
      accountId: "list-researcher",
      now: "2026-11-22T00:00:00.000Z",
    };
    expect(await store.commit((trx) => eraseByDecision(trx, decision))).toBe(59);
    const after = await countPeople(store.db, "list-a");
    expect([after.total, after.used, after.addresses]).toEqual([before.total, before.used, 0]);
    expect(after.states.undeliverable).toBe(before.states.undeliverable);
    expect((await findLinkedPerson(store.db, "to 59"))?.email).toBeNull();
    expect((await listPeople(store.db, "list-a", {})).people).toEqual([]);
    const kept = await store.db.selectFrom("decisions").where("action", "=", "erase").selectAll().execute();
    expect(kept).toMatchObject([{ study_id: "list", subject: "list-a", reason: "59" }]);
    // The link no longer knows an address, so nothing can be kept of it: the page says so.
    const found = await findLinkedPerson(store.db, "to 59");
    await store.commit((trx) => optOut(trx, found!, "hash of something else"));
    expect((await person("list-59")).opted_out).toBe(0);
    expect(await listOptOuts(store.db, "list")).not.toContain("hash of something else");
  });

  test("lists are erased when their day is over: the chosen one, or a month after the wave", async () => {
    expect(addressesUntil({ addressesUntil: null, closesAt: "2026-11-22T10:00:00.000Z" })).toBe("2026-12-22");
    const left = async () => (await countPeople(store.db, "other-a")).addresses;
    const expire = (today: string) => store.commit((trx) => eraseExpiredAddresses(trx, today));
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await expire(day(59));
    expect(await left()).toBe(2);
    await store.commit((trx) => setAddressesUntil(trx, "other-a", day(90)));
    await expire(day(61));
    expect(await left()).toBe(2);
    await expire(day(91));
    expect(await left()).toBe(0);
  });
});
