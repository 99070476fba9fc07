import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newToken } from "#app/fieldwork/invitation-token.server.ts";
import { invitationName, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { databases } from "#db/testing/databases.ts";
import type { Routes } from "#db/testing/phone.ts";
import { newId, smallDoors } from "#db/testing/small-doors.ts";
import * as invitation from "../routes/i.$token.ts";
import * as door from "../routes/s.$slug.ts";
import * as page from "../routes/s.$slug_.$page.ts";

const routes: Routes = [
  [/^\/i\/(?<token>[^/]+)$/, invitation],
  [/^\/s\/(?<slug>[^/]+)\/(?<page>[^/]+)$/, page],
  [/^\/s\/(?<slug>[^/]+)$/, door],
];
const doors = smallDoors(routes);
const { phone, survey, invite, spentBy, rows, upToLast, sendLast } = doors;

describe.each(databases)("a personal link, $name", ({ open }) => {
  beforeAll(() => doors.open(open()));
  afterAll(doors.close);

  describe("a list's door", () => {
    test("opens to a personal link, which stays unused until the answers are sent", async () => {
      const { at, slug, door } = await survey("list");
      const invited = await invite(door);
      const one = phone();
      expect(await one.get(at)).toMatchObject({ status: 403 });
      expect(await one.post(at, { go: "start", CON01: "yes", secret: newId() })).toMatchObject({
        status: 403,
      });
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
      const { at, slug, door } = await survey("list");
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
      const drafts = await doors.db
        .selectFrom("drafts")
        .where("collector_id", "=", door)
        .selectAll()
        .execute();
      expect(drafts).toEqual([]);
    });

    test("sending cut off between the two commits is finished by the same phone", async () => {
      const { at, slug, door } = await survey("list");
      const invited = await invite(door);
      const one = phone();
      await one.get(`/i/${invited.tokens[0]}`);
      const secret = await upToLast(one, at);
      await doors.db
        .updateTable("invitations")
        .set({ spent_by: invitationName(secret) })
        .where("id", "=", invited.id)
        .execute();
      expect((await one.get(at)).status).toBe(200);
      expect((await sendLast(one, at)).status).toBe(200);
      expect(await rows(slug)).toHaveLength(1);
    });

    test("twenty at once with one link: one of them is taken", async () => {
      const { at, slug, door } = await survey("list");
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
      const { at, door } = await survey("list");
      const elsewhere = await survey("list");
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
      const { door } = await survey("list");
      const invited = await invite(door);
      await doors.db.updateTable("invitations").set({ opted_out: 1 }).where("id", "=", invited.id).execute();
      expect((await phone().get(`/i/${invited.tokens[0]}`)).status).toBe(303);
      expect((await phone().get(`/i/${newToken()}`)).status).toBe(404);
      expect((await phone().get("/i/x")).status).toBe(404);
    });

    test("answers that find no room leave the invitation unused", async () => {
      const { at, slug, door } = await survey("list");
      await doors.db
        .insertInto("quotas")
        .values({ id: newId(), wave_id: slug, name: "{}", cell: '{"WHO01":"first"}', most: 1, taken: 0 })
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
});
