import { randomBytes } from "node:crypto";
import { newToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import type { TestDatabase } from "./databases.ts";
import { Phone, type Routes } from "./phone.ts";
import { insertSmallSurvey } from "./small-survey.ts";

const kept = globalThis as { tributaryConnection?: unknown };
export const newId = () => randomBytes(16).toString("hex");

/** Doors of small surveys on a test database that the routes then run on, and phones to go through them. */
export function smallDoors(routes: Routes) {
  let store: TestDatabase;
  let count = 0;
  const phone = () => new Phone(routes);
  return {
    get db() {
      return store.db;
    },
    async open(database: Promise<TestDatabase>) {
      store = await database;
      kept.tributaryConnection = store;
    },
    async close() {
      kept.tributaryConnection = undefined;
      await store.close();
    },
    phone,

    /** A survey of its own for each test: doors are remembered for a second. */
    async survey(kind: "open" | "class" | "list" = "open") {
      const slug = `survey${count++}`;
      const door = `${slug}-a`;
      await insertSmallSurvey(store.db, slug);
      await store.db.updateTable("collectors").set({ kind }).where("id", "=", door).execute();
      return { slug, at: `/s/${door}`, door };
    },

    /** Somebody on a list, with as many links as letters. */
    async invite(collector: string, links = 1) {
      const [id, tokens] = [newId(), Array.from({ length: links }, newToken)];
      const invitation = { id, collector_id: collector, email: `${id}@example.org`, language: "en" };
      await store.db.insertInto("invitations").values(invitation).execute();
      const hashed = tokens.map((token) => ({ token_hash: tokenHash(token), invitation_id: id }));
      await store.db.insertInto("invitation_links").values(hashed).execute();
      return { id, tokens: tokens as [string, ...string[]] };
    },

    async spentBy(id: string) {
      const found = await store.db
        .selectFrom("invitations")
        .select("spent_by")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      return found.spent_by;
    },

    rows: (slug: string) =>
      store.db.selectFrom("responses").selectAll().where("study_id", "=", slug).execute(),

    /** Consents and answers the first page; the last page is in hand. @throws when the door does something else */
    async upToLast(one: Phone, at: string, secret = newId()) {
      const begun = await one.post(at, { go: "start", CON01: "yes", secret });
      if (begun.to !== `${at}/who`) throw new Error(`beginning at ${at} was answered ${begun.status}`);
      const next = await one.post(`${at}/who`, { go: "next", WHO01: "first" });
      if (next.to !== `${at}/what`) throw new Error(`the first page of ${at} was answered ${next.status}`);
      return secret;
    },
    sendLast: (one: Phone, at: string) => one.post(`${at}/what`, { go: "next", WHAT01: "3" }),
  };
}
