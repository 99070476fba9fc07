import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { databases } from "#db/testing/databases.ts";
import type { Routes } from "#db/testing/phone.ts";
import { newId, smallDoors } from "#db/testing/small-doors.ts";
import { smallInstrument } from "#db/testing/small-survey.ts";
import * as door from "../routes/s.$slug.ts";
import * as page from "../routes/s.$slug_.$page.ts";
import * as withdraw from "../routes/withdraw.ts";

const routes: Routes = [
  [/^\/s\/(?<slug>[^/]+)\/(?<page>[^/]+)$/, page],
  [/^\/s\/(?<slug>[^/]+)$/, door],
  [/^\/withdraw$/, withdraw],
];
const doors = smallDoors(routes);
const { phone, survey, rows, upToLast, sendLast } = doors;

describe.each(databases)("whatever happens while somebody answers, $name", ({ open }) => {
  beforeAll(() => doors.open(open()));
  afterAll(doors.close);

  describe("quotas", () => {
    test("a full cell is said on the page that falls into it, and a counted answer still gets its receipt", async () => {
      const { at, slug } = await survey();
      await doors.db
        .insertInto("quotas")
        .values({ id: newId(), wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 1, taken: 0 })
        .execute();
      const one = phone();
      const secret = await upToLast(one, at);
      const cookies = new Map(one.cookies);
      expect((await sendLast(one, at)).status).toBe(200);
      await expect
        .poll(async () => {
          const other = phone();
          await other.post(at, { go: "start", CON01: "yes", secret: newId() });
          return (await other.post(`${at}/who`, { go: "next", WHO01: "first" })).status;
        })
        .toBe(403);
      const elsewhere = phone();
      await elsewhere.post(at, { go: "start", CON01: "yes", secret: newId() });
      expect((await elsewhere.post(`${at}/who`, { go: "next", WHO01: "second" })).status).toBe(303);
      for (const [name, value] of cookies) one.cookies.set(name, value);
      expect((await sendLast(one, at)).text).toContain(withdrawalCode(secret));
      expect(await rows(slug)).toHaveLength(1);
    });
  });

  describe("whatever happens in between", () => {
    test("two tabs and Back: the newest save of each page stays, and one response comes of it", async () => {
      const { at, slug } = await survey();
      const one = phone();
      await upToLast(one, at);
      // The other tab still shows the first page.
      await one.post(`${at}/who`, { go: "next", WHO01: "second", WHO02: "b" });
      const back = await one.post(`${at}/what`, { go: "back", WHAT01: "1" });
      expect(back.to).toBe(`${at}/who`);
      expect((await sendLast(one, at)).status).toBe(200);
      const [row, ...others] = await rows(slug);
      expect(others).toEqual([]);
      expect(JSON.parse(row?.answers ?? "")).toMatchObject({ WHO01: "second", WHO02: ["b"], WHAT01: 3 });
    });

    test("fifty replays at once: one row, fifty receipts", async () => {
      const { at, slug } = await survey();
      const one = phone();
      const secret = await upToLast(one, at);
      const cookies = new Map(one.cookies);
      const phones = Array.from({ length: 50 }, () => {
        const same = phone();
        for (const [name, value] of cookies) same.cookies.set(name, value);
        return same;
      });
      const answers = await Promise.all(phones.map((same) => sendLast(same, at)));
      for (const answer of answers) expect(answer.text).toContain(withdrawalCode(secret));
      expect((await rows(slug)).map((row) => row.id)).toEqual([responseId(secret)]);
    });

    test("the instrument changed underneath: the page in hand is sent as the version it was begun with", async () => {
      const { at, slug } = await survey();
      const one = phone();
      await upToLast(one, at);
      await moveOn(slug);
      await expect.poll(async () => (await phone().get(at)).text).toContain(`${slug}-v2`);
      expect((await one.get(`${at}/what`)).text).not.toContain("WHAT03");
      expect((await sendLast(one, at)).status).toBe(200);
      const [row] = await rows(slug);
      expect(row?.version_id).toBe(slug);
      expect(JSON.parse(row?.presented ?? "")).not.toContain("WHAT03");
    });

    test("a phone that began without network says with which version and order; nonsense is not heard", async () => {
      const { at, slug } = await survey();
      await moveOn(slug);
      const drafts = () => doors.db.selectFrom("drafts").selectAll().where("collector_id", "=", `${slug}-a`);
      const begin = async (more: Record<string, string>) => {
        await drafts().execute();
        await doors.db.deleteFrom("drafts").where("collector_id", "=", `${slug}-a`).execute();
        await phone().post(at, { go: "start", CON01: "yes", secret: newId(), ...more });
        return drafts().executeTakeFirst();
      };
      expect(await begin({ version: slug, seed: "77" })).toMatchObject({ version_id: slug, seed: 77 });
      expect(await begin({ version: "survey0", seed: "2147483648" })).toMatchObject({
        version_id: `${slug}-v2`,
      });
      const other = await begin({ version: "' or 1", seed: "-1" });
      expect(other?.seed).toBeGreaterThanOrEqual(0);
      // Again with the same secret and another order: nothing changes.
      const secret = newId();
      await begin({ secret, seed: "5", version: slug });
      await phone().post(at, { go: "start", CON01: "yes", secret, seed: "6" });
      expect(await drafts().executeTakeFirst()).toMatchObject({ seed: 5, version_id: slug });
    });

    async function moveOn(slug: string) {
      const version = {
        id: `${slug}-v2`,
        instrument_id: slug,
        number: 2,
        definition: JSON.stringify(smallInstrument(true)),
        created_at: "2026-06-01T00:00:00.000Z",
      };
      await doors.db.insertInto("instrument_versions").values(version).execute();
      await doors.db.updateTable("waves").set({ version_id: version.id }).where("id", "=", slug).execute();
    }

    test("paused: nobody new begins, who has begun goes on and sends", async () => {
      const { at, slug } = await survey();
      const one = phone();
      await upToLast(one, at);
      await doors.db.updateTable("waves").set({ paused: 1 }).where("id", "=", slug).execute();
      await expect.poll(async () => (await phone().get(at)).status).toBe(503);
      expect((await sendLast(one, at)).status).toBe(200);
      expect(await rows(slug)).toHaveLength(1);
    });

    test("closing mid-answer: in the hour after, pages in hand are taken and marked late; then the door is shut", async () => {
      const { at, slug } = await survey();
      const [one, two] = [phone(), phone()];
      await upToLast(one, at);
      await upToLast(two, at);
      const closed = (minutes: number) =>
        doors.db
          .updateTable("waves")
          .set({ closes_at: new Date(Date.now() - minutes * 60_000).toISOString() })
          .where("id", "=", slug)
          .execute();
      await closed(30);
      await expect.poll(async () => (await phone().get(at)).status).toBe(410);
      expect((await phone().post(at, { go: "start", CON01: "yes", secret: newId() })).status).toBe(410);
      // Begun without network before the door closed.
      const late = phone();
      const begun = await late.post(at, {
        go: "start",
        CON01: "yes",
        secret: newId(),
        seed: "3",
        version: slug,
      });
      expect(begun.status).toBe(303);
      expect((await sendLast(one, at)).status).toBe(200);
      expect((await rows(slug)).map((row) => row.late)).toEqual([1]);
      await closed(61);
      await expect.poll(async () => (await two.get(`${at}/what`)).status).toBe(410);
      expect((await sendLast(two, at)).status).toBe(410);
      expect(await rows(slug)).toHaveLength(1);
    });

    test("a door closed by hand is closed, whatever its wave does", async () => {
      const { at, slug } = await survey();
      await doors.db.updateTable("collectors").set({ closed: 1 }).where("id", "=", `${slug}-a`).execute();
      expect((await phone().get(at)).status).toBe(410);
      expect((await phone().get(`/s/${slug}-b`)).status).toBe(200);
    });

    test("withdrawing gives the place back and remembers the door", async () => {
      const { at, slug, door } = await survey();
      await doors.db
        .insertInto("quotas")
        .values({ id: slug, wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 9, taken: 0 })
        .execute();
      const one = phone();
      const secret = await upToLast(one, at);
      await sendLast(one, at);
      const taken = async () =>
        (await doors.db.selectFrom("quotas").select("taken").where("id", "=", slug).executeTakeFirst())
          ?.taken;
      expect(await taken()).toBe(1);
      for (let twice = 0; twice < 2; twice++)
        await one.post("/withdraw", { code: withdrawalCode(secret), go: "delete" });
      expect(await taken()).toBe(0);
      expect(
        await doors.db
          .selectFrom("withdrawals")
          .select("collector_id")
          .where("study_id", "=", slug)
          .execute(),
      ).toEqual([{ collector_id: door }]);
    });
  });
});
