import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import { stampOf } from "#app/fieldwork/paradata.ts";
import { invitationName, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { databases, type TestDatabase } from "#db/testing/databases.ts";
import { Phone, type Routes } from "#db/testing/phone.ts";
import { insertSmallSurvey, smallInstrument } from "#db/testing/small-survey.ts";
import * as home from "../routes/_index.ts";
import * as followUp from "../routes/follow-up.$slug.ts";
import * as invitation from "../routes/i.$token.ts";
import * as door from "../routes/s.$slug.ts";
import * as page from "../routes/s.$slug_.$page.ts";
import * as withdraw from "../routes/withdraw.ts";

const routes: Routes = [
  [/^\/i\/(?<token>[^/]+)$/, invitation],
  [/^\/follow-up\/(?<slug>[^/]+)$/, followUp],
  [/^\/s\/(?<slug>[^/]+)\/(?<page>[^/]+)$/, page],
  [/^\/s\/(?<slug>[^/]+)$/, door],
  [/^\/withdraw$/, withdraw],
  [/^\/$/, home],
];
const kept = globalThis as { tributaryConnection?: unknown };
const id = () => randomBytes(16).toString("hex");

describe.each(databases)("a student's phone, $name", ({ open }) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await open();
    kept.tributaryConnection = store;
  });
  afterAll(async () => {
    kept.tributaryConnection = undefined;
    await store.close();
  });

  let count = 0;
  /** A survey of its own for each test: doors are remembered for a second. */
  async function survey(change: { kind?: "open" | "class" | "list" } = {}) {
    const slug = `survey${count++}`;
    await insertSmallSurvey(store.db, slug);
    if (change.kind)
      await store.db
        .updateTable("collectors")
        .set({ kind: change.kind })
        .where("id", "=", `${slug}-a`)
        .execute();
    return { slug, at: `/s/${slug}-a`, door: `${slug}-a` };
  }
  async function invite(collector: string, links = 1) {
    const [invitationId, tokens] = [id(), Array.from({ length: links }, newToken)];
    await store.db
      .insertInto("invitations")
      .values({
        id: invitationId,
        collector_id: collector,
        email: `${invitationId}@example.org`,
        language: "en",
      })
      .execute();
    for (const token of tokens)
      await store.db
        .insertInto("invitation_links")
        .values({ token_hash: tokenHash(token), invitation_id: invitationId })
        .execute();
    return { id: invitationId, tokens: tokens as [string, ...string[]] };
  }
  const spentBy = async (invitationId: string) =>
    (
      await store.db
        .selectFrom("invitations")
        .select("spent_by")
        .where("id", "=", invitationId)
        .executeTakeFirstOrThrow()
    ).spent_by;
  const rows = (slug: string) =>
    store.db.selectFrom("responses").selectAll().where("study_id", "=", slug).execute();
  const phone = () => new Phone(routes);

  /** Consents and answers the first page; the last page is in hand. */
  async function upToLast(one: Phone, at: string, secret = id(), more: Record<string, string> = {}) {
    const begun = await one.post(at, { go: "start", CON01: "yes", secret, ...more });
    expect(begun).toMatchObject({ status: 303, to: `${at}/who` });
    const next = await one.post(`${at}/who`, { go: "next", WHO01: "first" });
    expect(next).toMatchObject({ status: 303, to: `${at}/what` });
    return secret;
  }
  const sendLast = (one: Phone, at: string) => one.post(`${at}/what`, { go: "next", WHAT01: "3" });

  describe("a list's door", () => {
    test("opens to a personal link, which stays unused until the answers are sent", async () => {
      const { at, slug, door } = await survey({ kind: "list" });
      const invited = await invite(door);
      const one = phone();
      expect(await one.get(at)).toMatchObject({ status: 403 });
      expect(await one.post(at, { go: "start", CON01: "yes", secret: id() })).toMatchObject({ status: 403 });
      for (let look = 0; look < 3; look++)
        expect(await one.get(`/i/${invited.tokens[0]}`)).toMatchObject({ status: 303, to: at });
      expect(one.cookies.get("invite")).toEqual({ value: invited.tokens[0], path: at });
      expect((await one.get(at)).status).toBe(200);
      const secret = await upToLast(one, at);
      expect(await spentBy(invited.id)).toBeNull();
      const receipt = await sendLast(one, at);
      expect(receipt.text).toContain(withdrawalCode(secret));
      expect([...one.cookies.keys()].filter((name) => name !== "lang")).toEqual([]);
      expect(await spentBy(invited.id)).toBe(invitationName(secret));
      expect(await rows(slug)).toHaveLength(1);
      // The same link again, and the other link of a reminder: used.
      expect(await phone().get(`/i/${invited.tokens[0]}`)).toMatchObject({ status: 410, to: null });
    });

    test("the same phone may send again, another phone is told kindly and leaves nothing", async () => {
      const { at, slug, door } = await survey({ kind: "list" });
      const invited = await invite(door, 2);
      const [mine, other] = [phone(), phone()];
      await mine.get(`/i/${invited.tokens[0]}`);
      await other.get(`/i/${invited.tokens[1]}`);
      const secret = await upToLast(mine, at);
      await upToLast(other, at);
      const cookies = new Map(mine.cookies);
      expect((await sendLast(mine, at)).status).toBe(200);
      // The receipt was lost on the way: the same cookies, once more.
      for (const [name, value] of cookies) mine.cookies.set(name, value);
      expect((await sendLast(mine, at)).text).toContain(withdrawalCode(secret));
      const refused = await sendLast(other, at);
      expect(refused.status).toBe(410);
      expect([...other.cookies.keys()].filter((name) => name !== "lang")).toEqual([]);
      expect(await rows(slug)).toHaveLength(1);
      const drafts = await store.db
        .selectFrom("drafts")
        .where("collector_id", "=", door)
        .selectAll()
        .execute();
      expect(drafts).toEqual([]);
    });

    test("sending cut off between the two commits is finished by the same phone", async () => {
      const { at, slug, door } = await survey({ kind: "list" });
      const invited = await invite(door);
      const one = phone();
      await one.get(`/i/${invited.tokens[0]}`);
      const secret = await upToLast(one, at);
      await store.db
        .updateTable("invitations")
        .set({ spent_by: invitationName(secret) })
        .where("id", "=", invited.id)
        .execute();
      expect((await one.get(at)).status).toBe(200);
      expect((await sendLast(one, at)).status).toBe(200);
      expect(await rows(slug)).toHaveLength(1);
    });

    test("twenty at once with one link: one of them is taken", async () => {
      const { at, slug, door } = await survey({ kind: "list" });
      const invited = await invite(door);
      const phones = Array.from({ length: 20 }, phone);
      for (const one of phones) {
        await one.get(`/i/${invited.tokens[0]}`);
        await upToLast(one, at);
      }
      const answers = await Promise.all(phones.map((one) => sendLast(one, at)));
      expect(answers.map((one) => one.status).sort()).toEqual([200, ...Array(19).fill(410)]);
      expect(await rows(slug)).toHaveLength(1);
    });

    test("another list's link opens nothing here; starting fresh gives the link back", async () => {
      const { at, door } = await survey({ kind: "list" });
      const elsewhere = await survey({ kind: "list" });
      const strange = await invite(elsewhere.door);
      const one = phone();
      one.cookies.set("invite", { value: strange.tokens[0], path: at });
      expect((await one.get(at)).status).toBe(403);
      const invited = await invite(door);
      await one.get(`/i/${invited.tokens[0]}`);
      await upToLast(one, at);
      await one.post(at, { go: "fresh" });
      expect([...one.cookies.keys()].filter((name) => name !== "lang")).toEqual([]);
      expect((await one.get(at)).status).toBe(403);
      expect((await one.get(`/i/${invited.tokens[0]}`)).status).toBe(303);
    });

    test("whoever wants no more mail may still answer; what is no link is not found", async () => {
      const { door } = await survey({ kind: "list" });
      const invited = await invite(door);
      await store.db.updateTable("invitations").set({ opted_out: 1 }).where("id", "=", invited.id).execute();
      expect((await phone().get(`/i/${invited.tokens[0]}`)).status).toBe(303);
      expect((await phone().get(`/i/${newToken()}`)).status).toBe(404);
      expect((await phone().get("/i/x")).status).toBe(404);
    });

    test("answers that find no room leave the invitation unused", async () => {
      const { at, slug, door } = await survey({ kind: "list" });
      await store.db
        .insertInto("quotas")
        .values({ id: id(), wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 1, taken: 0 })
        .execute();
      const invited = [await invite(door), await invite(door)] as const;
      const phones = [phone(), phone()] as const;
      for (const at2 of [0, 1] as const) {
        await phones[at2].get(`/i/${invited[at2].tokens[0]}`);
        await upToLast(phones[at2], at);
      }
      expect((await sendLast(phones[0], at)).status).toBe(200);
      expect((await sendLast(phones[1], at)).status).toBe(403);
      expect(await spentBy(invited[1].id)).toBeNull();
      expect(await rows(slug)).toHaveLength(1);
    });
  });

  describe("quotas", () => {
    test("a full cell is said on the page that falls into it, and a counted answer still gets its receipt", async () => {
      const { at, slug } = await survey();
      await store.db
        .insertInto("quotas")
        .values({ id: id(), wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 1, taken: 0 })
        .execute();
      const one = phone();
      const secret = await upToLast(one, at);
      const cookies = new Map(one.cookies);
      expect((await sendLast(one, at)).status).toBe(200);
      await expect
        .poll(async () => {
          const other = phone();
          await other.post(at, { go: "start", CON01: "yes", secret: id() });
          return (await other.post(`${at}/who`, { go: "next", WHO01: "first" })).status;
        })
        .toBe(403);
      const elsewhere = phone();
      await elsewhere.post(at, { go: "start", CON01: "yes", secret: id() });
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
      const drafts = () => store.db.selectFrom("drafts").selectAll().where("collector_id", "=", `${slug}-a`);
      const begin = async (more: Record<string, string>) => {
        await drafts().execute();
        await store.db.deleteFrom("drafts").where("collector_id", "=", `${slug}-a`).execute();
        await phone().post(at, { go: "start", CON01: "yes", secret: id(), ...more });
        return drafts().executeTakeFirst();
      };
      expect(await begin({ version: slug, seed: "77" })).toMatchObject({ version_id: slug, seed: 77 });
      expect(await begin({ version: "survey0", seed: "2147483648" })).toMatchObject({
        version_id: `${slug}-v2`,
      });
      const other = await begin({ version: "' or 1", seed: "-1" });
      expect(other?.seed).toBeGreaterThanOrEqual(0);
      // Again with the same secret and another order: nothing changes.
      const secret = id();
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
      await store.db.insertInto("instrument_versions").values(version).execute();
      await store.db.updateTable("waves").set({ version_id: version.id }).where("id", "=", slug).execute();
    }

    test("paused: nobody new begins, who has begun goes on and sends", async () => {
      const { at, slug } = await survey();
      const one = phone();
      await upToLast(one, at);
      await store.db.updateTable("waves").set({ paused: 1 }).where("id", "=", slug).execute();
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
        store.db
          .updateTable("waves")
          .set({ closes_at: new Date(Date.now() - minutes * 60_000).toISOString() })
          .where("id", "=", slug)
          .execute();
      await closed(30);
      await expect.poll(async () => (await phone().get(at)).status).toBe(410);
      expect((await phone().post(at, { go: "start", CON01: "yes", secret: id() })).status).toBe(410);
      // Begun without network before the door closed.
      const late = phone();
      const begun = await late.post(at, {
        go: "start",
        CON01: "yes",
        secret: id(),
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
      await store.db.updateTable("collectors").set({ closed: 1 }).where("id", "=", `${slug}-a`).execute();
      expect((await phone().get(at)).status).toBe(410);
      expect((await phone().get(`/s/${slug}-b`)).status).toBe(200);
    });

    test("withdrawing gives the place back and remembers the door", async () => {
      const { at, slug, door } = await survey();
      await store.db
        .insertInto("quotas")
        .values({ id: slug, wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 9, taken: 0 })
        .execute();
      const one = phone();
      const secret = await upToLast(one, at);
      await sendLast(one, at);
      const taken = async () =>
        (await store.db.selectFrom("quotas").select("taken").where("id", "=", slug).executeTakeFirst())
          ?.taken;
      expect(await taken()).toBe(1);
      for (let twice = 0; twice < 2; twice++)
        await one.post("/withdraw", { code: withdrawalCode(secret), go: "delete" });
      expect(await taken()).toBe(0);
      expect(
        await store.db
          .selectFrom("withdrawals")
          .select("collector_id")
          .where("study_id", "=", slug)
          .execute(),
      ).toEqual([{ collector_id: door }]);
    });
  });

  describe("clocks", () => {
    const draftOf = async (slug: string) => {
      const found = await store.db
        .selectFrom("drafts")
        .select(["page_seconds", "signals"])
        .where("collector_id", "=", `${slug}-a`)
        .executeTakeFirstOrThrow();
      return { seconds: JSON.parse(found.page_seconds), signals: JSON.parse(found.signals) };
    };
    const begin = async (at: string) => {
      const one = phone();
      await one.post(at, { go: "start", CON01: "yes", secret: id() });
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
      await store.db
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
      store.db.selectFrom("volunteers").selectAll().where("study_id", "=", slug).execute();

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
      await store.db
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
    const listed = await survey({ kind: "list" });
    const invited = await invite(listed.door);
    const campus = () => new Phone(routes, "198.51.100.7");
    const guesses = Array.from({ length: 100 }, () => [
      campus().get(`/s/${id().slice(0, 8)}`),
      campus().get(`/i/${newToken()}`),
      campus().get(`/?code=${id().slice(0, 8)}`),
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
