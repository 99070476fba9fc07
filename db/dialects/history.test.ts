import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDraft } from "#app/fieldwork/closing.ts";
import { newToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import {
  codeHash,
  draftKey,
  invitationName,
  newSecret,
  responseId,
  withdrawalCode,
} from "#app/fieldwork/phone-secret.server.ts";
import { beginDraft } from "../queries/drafts.server.ts";
import { redeemInvitation } from "../queries/redeeming.server.ts";
import { recordResponse, withdrawResponse } from "../queries/responses.server.ts";
import { recordVolunteer } from "../queries/volunteers.server.ts";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallSurvey, smallInstrument } from "../testing/small-survey.ts";

const today = new Date().toISOString().slice(0, 10);
const people = 12;

describe.each(databases)("what the database still knows of who came when, $name", ({ name, open }) => {
  let store: TestDatabase;
  const tokens: string[] = [];
  const secrets: string[] = [];

  beforeAll(async () => {
    store = await open();
    await insertSmallSurvey(store.db, "list");
    await store.db.updateTable("collectors").set({ kind: "list" }).where("id", "=", "list-a").execute();
    for (let at = 0; at < people + 3; at++) {
      const [id, token] = [randomBytes(16).toString("hex"), newToken()];
      tokens.push(token);
      await store.db
        .insertInto("invitations")
        .values({
          id,
          collector_id: "list-a",
          email: `${id}@example.org`,
          name: `Name ${id}`,
          language: "en",
        })
        .execute();
      await store.db
        .insertInto("invitation_links")
        .values({ token_hash: tokenHash(token), invitation_id: id })
        .execute();
    }
    await store.engine.forgetHistory(store.db);
    for (let at = 0; at < people; at++) await takePart(tokens[at] as string, at);
  });
  afterAll(() => store.close());

  /** As the door does it: a draft, the invitation, the answers, and for some an offer or a withdrawal; each a commit. */
  async function takePart(token: string, at: number): Promise<void> {
    const secret = newSecret();
    secrets.push(secret);
    const draft = {
      collectorId: "list-a",
      versionId: "list",
      language: "en" as const,
      seed: 7,
      answers: { WHO01: "first", WHAT02: `words ${at}` },
      page: "what",
      pageSeconds: { who: 12.5 },
      signals: [],
    };
    await store.commit((trx) => beginDraft(trx, draftKey(secret), draft, "2030-01-01"));
    const redeeming = {
      tokenHash: tokenHash(token),
      collectorId: "list-a",
      phone: invitationName(secret),
    };
    expect(await store.commit((trx) => redeemInvitation(trx, redeeming))).toBe(true);
    const response = {
      id: responseId(secret),
      studyId: "list",
      waveId: "list",
      collectorId: "list-a",
      versionId: "list",
      language: "en" as const,
      receivedOn: today,
      late: false,
      receiptHash: codeHash(withdrawalCode(secret)),
      closed: closeDraft(smallInstrument(), draft),
    };
    // One stays a draft, as if the power had failed between the two commits.
    if (at === people - 1) return;
    await store.commit((trx) => recordResponse(trx, response, draftKey(secret), null));
    if (at < 2) await store.commit((trx) => withdrawResponse(trx, response.receiptHash, today));
    const offer = { name: `V${at}`, contact: `v${at}@example.org`, language: "en" as const };
    if (at > 7) await store.commit((trx) => recordVolunteer(trx, "list", offer));
  }

  const tables = [
    "responses",
    "drafts",
    "withdrawals",
    "invitations",
    "invitation_links",
    "volunteers",
  ] as const;
  /** Every value of these tables that could be a key, those within JSON too, but for the names of the study itself. */
  async function keysIn(...names: (typeof tables)[number][]): Promise<Set<string>> {
    const found = new Set<string>();
    for (const table of names) {
      const rows = await store.db.selectFrom(table).selectAll().execute();
      for (const text of JSON.stringify(rows.map(Object.values)).match(/[\w@.-]{8,}/g) ?? []) found.add(text);
    }
    return found;
  }
  const shared = (a: Set<string>, b: Set<string>) => [...a].filter((key) => b.has(key));

  test("no key, token, secret or name is in both worlds", async () => {
    const answers = await keysIn("responses", "drafts", "withdrawals");
    const invited = await keysIn("invitations", "invitation_links");
    const volunteers = await keysIn("volunteers");
    expect([answers.size, invited.size, volunteers.size].every((size) => size > 5)).toBe(true);
    expect(shared(answers, invited)).toEqual([]);
    expect(shared(volunteers, answers)).toEqual([]);
    expect(shared(volunteers, invited)).toEqual([]);
    const everything = new Set([...answers, ...invited, ...volunteers]);
    for (const secret of [...secrets, ...tokens]) expect(everything.has(secret)).toBe(false);
  });

  test.runIf(name === "sqlite")("nor does the file or its log hold a secret or a token", async () => {
    const bytes = ["", "-wal"].map((end) => fs.readFileSync(`${store.url}${end}`, "latin1")).join();
    expect(bytes).toContain(invitationName(secrets[0] as string));
    for (const secret of [...secrets, ...tokens]) expect(bytes.includes(secret)).toBe(false);
  });

  test("no time finer than the day stands beside an answer or an invitation", async () => {
    for (const table of tables) {
      const text = JSON.stringify(await store.db.selectFrom(table).selectAll().execute());
      expect(text, table).not.toMatch(/\d{2}:\d{2}|\b1[5-9]\d{8,11}\b/);
    }
  });

  test("what the database keeps of the order is there at first, and gone half a minute and a night later", async () => {
    const traces = store.dialect === "sqlite" ? sqliteTraces : postgresTraces;
    const before = await traces(store);
    expect(before.invitations, "without a trace there is nothing to test").toBeGreaterThan(1);
    await store.engine.forgetHistory(store.db);
    const soon = await traces(store);
    expect(soon.invitations).toBeLessThanOrEqual(1);
    expect(soon.volunteers).toBeLessThanOrEqual(1);
    await store.engine.scatter?.(store.db);
    expect(Object.values(await traces(store)).every((trace) => trace <= 1)).toBe(true);
    // And nothing was lost on the way.
    const count = async (table: (typeof tables)[number]) =>
      (await store.db.selectFrom(table).selectAll().execute()).length;
    expect(await Promise.all(tables.map(count))).toEqual([people - 3, 1, 2, people + 3, people + 3, 3]);
  });

  /** The write-ahead log holds pages in the order of commits: how much of it there is. */
  async function sqliteTraces(database: TestDatabase) {
    const wal = `${database.url}-wal`;
    const size = fs.existsSync(wal) ? fs.statSync(wal).size : 0;
    return { responses: size, withdrawals: size, invitations: size, volunteers: size };
  }

  /** Rows bear the number of their transaction, and lie where there was room: how many orders can be told apart. */
  async function postgresTraces(database: TestDatabase) {
    const transactions = async (table: string, where = sql`true`) => {
      const found = await sql<{ n: number }>`
        select count(distinct xmin::text) as n from ${sql.table(table)} where ${where}`.execute(database.db);
      return Number(found.rows[0]?.n);
    };
    return {
      responses: await transactions("responses"),
      withdrawals: await transactions("withdrawals"),
      invitations: await transactions("invitations", sql`spent_by is not null`),
      volunteers: await transactions("volunteers"),
    };
  }

  test("rows lie in the order of their random ids", async () => {
    if (store.dialect === "sqlite") {
      const plans = await sql<{
        sql: string;
      }>`select sql from sqlite_master where name in ('responses', 'volunteers')`.execute(store.db);
      for (const plan of plans.rows) expect(plan.sql).toMatch(/without rowid/i);
      return;
    }
    for (const table of ["responses", "invitations", "volunteers"]) {
      const found = await sql<{ id: string }>`select id from ${sql.table(table)} order by ctid`.execute(
        store.db,
      );
      const ids = found.rows.map((row) => row.id);
      expect(ids, table).toEqual(ids.toSorted());
    }
  });
});
