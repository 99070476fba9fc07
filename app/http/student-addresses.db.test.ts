import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newToken } from "#app/fieldwork/invitation-token.server.ts";
import { stampOf } from "#app/fieldwork/paradata.ts";
import { databases } from "#db/testing/databases.ts";
import { Phone, type Routes } from "#db/testing/phone.ts";
import { newId, smallDoors } from "#db/testing/small-doors.ts";
import * as home from "../routes/_index.ts";
import * as followUp from "../routes/follow-up.$slug.ts";
import * as invitation from "../routes/i.$token.ts";
import * as door from "../routes/s.$slug.ts";
import * as page from "../routes/s.$slug_.$page.ts";

const routes: Routes = [
  [/^\/i\/(?<token>[^/]+)$/, invitation],
  [/^\/follow-up\/(?<slug>[^/]+)$/, followUp],
  [/^\/s\/(?<slug>[^/]+)\/(?<page>[^/]+)$/, page],
  [/^\/s\/(?<slug>[^/]+)$/, door],
  [/^\/$/, home],
];
const doors = smallDoors(routes);
const { phone, survey, invite, rows, upToLast, sendLast } = doors;

describe.each(databases)("a phone at our addresses, $name", ({ open }) => {
  beforeAll(() => doors.open(open()));
  afterAll(doors.close);

  describe("clocks", () => {
    const draftOf = async (slug: string) => {
      const found = await doors.db
        .selectFrom("drafts")
        .select(["page_seconds", "signals"])
        .where("collector_id", "=", `${slug}-a`)
        .executeTakeFirstOrThrow();
      return { seconds: JSON.parse(found.page_seconds), signals: JSON.parse(found.signals) };
    };
    const begin = async (at: string) => {
      const one = phone();
      await one.post(at, { go: "start", CON01: "yes", secret: newId() });
      return one;
    };

    test("the phone's own count wins, visits sum up, and a page carries when it was made", async () => {
      const { at, slug } = await survey();
      const one = await begin(at);
      expect((await one.get(`${at}/who`)).text).toMatch(/name="at" value="[0-9a-z]{8,9}"/);
      const made = stampOf(Date.now() - 8000);
      await one.post(`${at}/who`, { go: "save", at: made, seconds: "3", WHO01: "first" });
      await one.post(`${at}/who`, { go: "next", at: made, seconds: "4.26", WHO01: "first" });
      await one.post(`${at}/who`, { go: "next", at: made, seconds: "2", WHO01: "first" });
      expect(await draftOf(slug)).toEqual({ seconds: { who: 6.3 }, signals: [] });
    });

    test("without scripts the server counts; clocks wrong by ten years change nothing", async () => {
      const { at, slug } = await survey();
      const one = await begin(at);
      await one.post(`${at}/who`, {
        go: "next",
        at: stampOf(Date.now() - 5000),
        seconds: "",
        WHO01: "first",
      });
      const { seconds, signals } = await draftOf(slug);
      expect(seconds.who).toBeGreaterThanOrEqual(5);
      expect(seconds.who).toBeLessThan(8);
      expect(signals).toEqual([]);
      const decade = 10 * 365 * 86_400_000;
      for (const off of [decade, -decade])
        await one.post(`${at}/who`, { go: "next", at: stampOf(Date.now() + off), WHO01: "first" });
      expect(await draftOf(slug)).toEqual({ seconds, signals: [] });
    });

    test("what is odd is noted and never refused", async () => {
      const { at, slug } = await survey();
      const one = await begin(at);
      const sent = await one.post(`${at}/who`, {
        go: "next",
        website: "http://x",
        at: stampOf(Date.now()),
        WHO01: "first",
      });
      expect(sent.status).toBe(303);
      expect((await draftOf(slug)).signals).toEqual(["honeypot", "hurried"]);
      await one.post(`${at}/who`, { go: "next", WHO01: "first" });
      expect((await draftOf(slug)).signals).toEqual(["honeypot", "hurried", "scripted"]);
      expect((await sendLast(one, at)).status).toBe(200);
    });
  });

  describe("addresses that are typed", () => {
    test("capitals and spaces lead to the address itself; what is right already stays", async () => {
      const { at, slug } = await survey();
      expect(await phone().get(`/s/${slug.toUpperCase()}-A`)).toMatchObject({ status: 303, to: at });
      await doors.db
        .updateTable("collectors")
        .set({ slug: "abcd2345" })
        .where("id", "=", `${slug}-b`)
        .execute();
      for (const typed of ["ABCD2345", "abcd 2345", "AbCd-2345", "ＡＢＣＤ２３４５"])
        expect(await phone().get(`/s/${encodeURIComponent(typed)}`)).toMatchObject({
          status: 303,
          to: "/s/abcd2345",
        });
      expect((await phone().get("/s/abcd2345")).status).toBe(200);
    });

    test("the front page takes a code, or a whole link; an unknown one is kept and said beside it", async () => {
      const { slug } = await survey();
      const code = (typed: string) => phone().get(`/?code=${encodeURIComponent(typed)}`);
      expect(await code(` ${slug.toUpperCase()}-a `)).toMatchObject({ status: 303, to: `/s/${slug}-a` });
      expect(await code(`https://example.org/s/${slug}-b?lang=en`)).toMatchObject({
        status: 303,
        to: `/s/${slug}-b`,
      });
      const unknown = await code('no"<script>such');
      expect(unknown.status).toBe(404);
      expect(unknown.text).toContain("no&quot;&lt;script&gt;such");
      expect((await phone().get("/")).status).toBe(200);
    });
  });

  describe("volunteers", () => {
    const listed = (slug: string) =>
      doors.db.selectFrom("volunteers").selectAll().where("study_id", "=", slug).execute();

    test("leave a contact that nothing joins to their answers", async () => {
      const { at, slug, door } = await survey();
      const one = phone();
      const secret = await upToLast(one, at);
      const cookies = new Map(one.cookies);
      const receipt = await sendLast(one, at);
      expect(receipt.text).toContain(`/follow-up/${door}`);
      for (const [name, value] of cookies) one.cookies.set(name, value);
      const there = `/follow-up/${door}`;
      expect((await one.get(there)).status).toBe(200);
      const kept = await one.post(there, { name: " 小李\n", contact: "li@example.org", agreed: "yes" });
      expect(kept).toMatchObject({ status: 303, to: `${there}?done` });
      await one.post(there, { name: "小李", contact: "li@example.org", agreed: "yes" });
      const [row, ...others] = await listed(slug);
      expect(others).toEqual([]);
      expect(row).toEqual({
        id: row?.id,
        study_id: slug,
        name: "小李",
        contact: "li@example.org",
        language: "zh-CN",
      });
      expect(row?.id).not.toContain(secret);
    });

    test("say what is missing beside its field, and keep the rest", async () => {
      const { slug, door } = await survey();
      const post = (fields: Record<string, string>) => phone().post(`/follow-up/${door}`, fields);
      const missing = await post({ name: "", contact: "<b>me</b>" });
      expect(missing.status).toBe(400);
      expect(missing.text).toContain("&lt;b&gt;me&lt;/b&gt;");
      for (const field of ["name", "agreed"]) expect(missing.text).toContain(`id="${field}-problem"`);
      const good = { name: "x", contact: "y", agreed: "yes" };
      expect((await post({ ...good, name: "x".repeat(61) })).status).toBe(400);
      expect((await post({ ...good, website: "http://spam" })).status).toBe(400);
      expect(await listed(slug)).toEqual([]);
    });

    test("are not asked once the wave is over", async () => {
      const { slug, door } = await survey();
      await doors.db
        .updateTable("waves")
        .set({ closes_at: "2020-01-01T00:00:00.000Z" })
        .where("id", "=", slug)
        .execute();
      expect((await phone().get(`/follow-up/${door}`)).status).toBe(410);
      expect(
        (await phone().post(`/follow-up/${door}`, { name: "x", contact: "y", agreed: "yes" })).status,
      ).toBe(410);
      expect(await listed(slug)).toEqual([]);
    });
  });

  test("300 wrong guesses neither slow nor refuse a right address, link or code behind the same address", async () => {
    const { at, slug } = await survey();
    const listed = await survey("list");
    const invited = await invite(listed.door);
    const campus = () => new Phone(routes, "198.51.100.7");
    const guesses = Array.from({ length: 100 }, () => [
      campus().get(`/s/${newId().slice(0, 8)}`),
      campus().get(`/i/${newToken()}`),
      campus().get(`/?code=${newId().slice(0, 8)}`),
    ]).flat();
    await expect.poll(async () => (await campus().get("/s/wrong-again")).status).toBe(429);
    const started = performance.now();
    for (let visit = 0; visit < 5; visit++) {
      const one = campus();
      expect((await one.get(at)).status).toBe(200);
      await upToLast(one, at);
      expect((await sendLast(one, at)).status).toBe(200);
      expect((await campus().get(`/i/${invited.tokens[0]}`)).status).toBe(303);
      expect((await campus().get(`/?code=${slug}-a`)).status).toBe(303);
    }
    // Any one of the waits would take longer than all of this.
    expect(performance.now() - started).toBeLessThan(2000);
    const statuses = (await Promise.all(guesses)).map((one) => one.status);
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(await rows(slug)).toHaveLength(5);
  });

  test("every answer says that it is ours", async () => {
    const { at } = await survey();
    const one = phone();
    const answers = [await one.get(at), await one.post(at, { go: "start" }), await one.get(`${at}/nowhere`)];
    await upToLast(one, at);
    answers.push(await one.post(`${at}/what`, { go: "save" }), await one.get(at), await sendLast(one, at));
    for (const answer of answers)
      expect(answer.headers.get("Tributary"), answer.text.slice(0, 300)).toBe("1");
  });
});
