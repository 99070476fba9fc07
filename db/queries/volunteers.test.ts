import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallStudy } from "../testing/small-study.ts";
import { listArrivals, recordArrivals } from "./arrivals.server.ts";
import { forgetInvited } from "./redeeming.server.ts";
import {
  deleteVolunteer,
  deleteVolunteers,
  expireVolunteers,
  listVolunteers,
  recordVolunteer,
} from "./volunteers.server.ts";

describe.each(databases)("$name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    for (const slug of ["mine", "other"]) await insertSmallStudy(store.db, slug);
    await insertSmallAccount(store.db, "staff");
  });
  afterAll(() => store.close());
  const offer = (study: string, name: string, contact: string) =>
    store.commit((trx) => recordVolunteer(trx, study, { name, contact, language: "zh-CN" }));
  const names = async (study: string) => (await listVolunteers(store.db, study)).map((one) => one.name);

  test("volunteers are listed by name, once each, and erased one by one or all", async () => {
    await offer("mine", "周同学", "zhou@example.org");
    await offer("mine", "Ann", "ann@example.org");
    await offer("mine", "安同学", "an@example.org");
    await offer("mine", "安安", "an@example.org");
    await offer("other", "Ann", "ann@example.org");
    // The order of a Chinese list: by pinyin, Latin letters after.
    expect(await names("mine")).toEqual(["安安", "周同学", "Ann"].sort(new Intl.Collator("zh-CN").compare));
    const [first] = await listVolunteers(store.db, "mine");
    const remove = (study: string) => store.commit((trx) => deleteVolunteer(trx, study, first?.id ?? ""));
    expect(await remove("other")).toBe(0);
    expect(await remove("mine")).toBe(1);
    const erasing = { studyId: "mine", accountId: "staff", now: "2026-11-22T00:00:00.000Z" };
    await store.commit((trx) => deleteVolunteers(trx, erasing));
    expect(await names("mine")).toEqual([]);
    expect(await names("other")).toEqual(["Ann"]);
    const decisions = await store.db.selectFrom("decisions").select(["action", "subject"]).execute();
    expect(decisions).toEqual([{ action: "erase", subject: "volunteers" }]);
  });

  test("contacts of volunteers and invited people are erased when the study's date is over, not before", async () => {
    await offer("mine", "Bo", "bo@example.org");
    await store.db
      .insertInto("invitations")
      .values({
        id: "i",
        collector_id: "mine-a",
        email: "bo@example.org",
        name: "Bo",
        fields: '{"class":"1"}',
        language: "en",
        spent_by: "x",
        undeliverable: "550 bo@example.org unknown",
      })
      .execute();
    const tidy = (today: string) =>
      store.commit(async (trx) => {
        await expireVolunteers(trx, today);
        await forgetInvited(trx, today);
      });
    await tidy("2030-01-01");
    expect(await names("mine")).toEqual(["Bo"]);
    await tidy("2030-01-02");
    expect(await names("mine")).toEqual([]);
    expect(await store.db.selectFrom("invitations").selectAll().execute()).toEqual([
      {
        id: "i",
        collector_id: "mine-a",
        email: null,
        name: null,
        fields: "{}",
        language: "en",
        spent_by: "x",
        opted_out: 0,
        undeliverable: null,
      },
    ]);
  });

  test("arrivals add up by wave and hour", async () => {
    const add = (hour: number, people: number) =>
      store.commit((trx) => recordArrivals(trx, [{ waveId: "mine", hour, people }]));
    await Promise.all([add(9, 2), add(9, 3), add(23, 1)]);
    expect(await listArrivals(store.db, "mine")).toEqual([
      { waveId: "mine", hour: 9, people: 5 },
      { waveId: "mine", hour: 23, people: 1 },
    ]);
    expect(await listArrivals(store.db, "other")).toEqual([]);
  });
});
