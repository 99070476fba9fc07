import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { databases, type TestDatabase } from "../testing/databases.ts";
import { insertSmallAccount, insertSmallResponse, insertSmallStudy } from "../testing/small-study.ts";
import { readBoard, readPageSeconds } from "./board.server.ts";

describe.each(databases)("the board's counts on $name", ({ open }) => {
  let store: TestDatabase;

  beforeAll(async () => {
    store = await open();
    const { db } = store;
    for (const slug of ["one", "two"]) await insertSmallStudy(db, slug);
    await insertSmallAccount(db, "li");
    await db.updateTable("collectors").set({ kind: "list" }).where("id", "=", "one-b").execute();
    for (let at = 0; at < 7; at++)
      await insertSmallResponse(db, "one", {
        id: `r${at}`,
        collector_id: at < 5 ? "one-a" : "one-b",
        excluded: at === 0 ? 1 : 0,
        page_seconds: JSON.stringify({ about: 60 + at }),
      });
    await insertSmallResponse(db, "two", { id: "foreign" });
    for (const [response_id, study_id, collector_id] of [
      ["w1", "one", "one-a"],
      ["w2", "one", null],
      ["w3", "two", "two-a"],
    ] as const)
      await db
        .insertInto("withdrawals")
        .values({ response_id, study_id, collector_id, withdrawn_on: "2026-03-02" })
        .execute();
    await db.insertInto("break_offs").values({ collector_id: "one-a", page: "exam", people: 3 }).execute();
    await db
      .insertInto("arrivals")
      .values([
        { wave_id: "one", hour: 20, people: 6 },
        { wave_id: "two", hour: 8, people: 1 },
      ])
      .execute();
    const people = ["used", "used-out", "out", "bounced", "written", "unsure", "queued", "none"];
    await db
      .insertInto("invitations")
      .values(
        people.map((id) => ({
          id,
          collector_id: "one-b",
          email: `${id}@example.org`,
          name: null,
          language: "en",
          spent_by: id.startsWith("used") ? `phone of ${id}` : null,
          opted_out: id.endsWith("out") ? (1 as const) : (0 as const),
          undeliverable: id === "bounced" ? "550 no such user" : null,
        })),
      )
      .execute();
    const letter = {
      collector_id: "one-b",
      subject: "{}",
      body: "{}",
      account_id: "li",
      created_at: "2026-03-01",
    };
    await db
      .insertInto("mailings")
      .values([
        { ...letter, id: "first", kind: "invitation" },
        { ...letter, id: "second", kind: "reminder" },
      ])
      .execute();
    const states = {
      used: "sent",
      bounced: "refused",
      written: "sent",
      unsure: "unsure",
      queued: "queued",
    } as const;
    await db
      .insertInto("mail_messages")
      .values([
        ...Object.entries(states).map(([invitation_id, state]) => ({
          id: `m-${invitation_id}`,
          mailing_id: "first",
          invitation_id,
          state,
          next_at: null,
          claimed_at: null,
          problem: null,
          sent_on: null,
        })),
        // Written to twice, counted once.
        {
          id: "m-again",
          mailing_id: "second",
          invitation_id: "written",
          state: "sent" as const,
          next_at: null,
          claimed_at: null,
          problem: null,
          sent_on: null,
        },
      ])
      .execute();
  });
  afterAll(() => store.close());

  test("questionnaires by door, nothing of other studies", async () => {
    const board = await readBoard(store.db, "one");
    expect(board.waves.map(({ id, targets }) => [id, targets])).toEqual([["one", {}]]);
    expect(board.doors.map(({ slug, kind }) => [slug, kind])).toEqual([
      ["one-a", "open"],
      ["one-b", "list"],
    ]);
    const sent = (door: string, excluded: 0 | 1) =>
      board.buckets
        .filter((one) => one.collector_id === door && one.excluded === excluded)
        .reduce((sum, one) => sum + one.n, 0);
    expect([sent("one-a", 0), sent("one-a", 1), sent("one-b", 0)]).toEqual([4, 1, 2]);
    expect(new Map(board.withdrawn.map(({ collectorId, n }) => [collectorId, n]))).toEqual(
      new Map([
        ["one-a", 1],
        [null, 1],
      ]),
    );
    expect(board.stops).toEqual([{ collectorId: "one-a", page: "exam", open: 0, gone: 3 }]);
    expect(board.arrivals).toEqual([{ waveId: "one", hour: 20, n: 6 }]);
  });

  test("invited people each in one place, invitations by state", async () => {
    const { invited, mail } = await readBoard(store.db, "one");
    expect(invited).toEqual([
      { collectorId: "one-b", invited: 8, mail: { optedOut: 2, undeliverable: 1, unwritten: 2 } },
    ]);
    expect(Object.fromEntries(mail.map(({ state, n }) => [state, n]))).toEqual({
      sent: 2,
      refused: 1,
      unsure: 1,
      queued: 1,
    });
    expect((await readBoard(store.db, "two")).invited).toEqual([]);
  });

  test("no mark, no unsubscribing and no reminder tells who has used their link", async () => {
    const { db } = store;
    const told = async (person: string) => {
      const moved: unknown[] = [];
      for (const change of [{ undeliverable: "by hand" }, { undeliverable: null, opted_out: 1 as const }]) {
        await db.updateTable("invitations").set(change).where("id", "=", person).execute();
        const { invited, mail } = await readBoard(db, "one");
        moved.push(invited, new Map(mail.map(({ state, n }) => [state, n])));
      }
      await db.updateTable("invitations").set({ opted_out: 0 }).where("id", "=", person).execute();
      return moved;
    };
    // Both were sent the invitation; only one of them has answered, the other one was also reminded.
    expect(await told("used")).toEqual(await told("written"));
  });

  test("durations a page at a time", async () => {
    const bucket = { collector_id: "one-a", received_on: "2026-03-01", excluded: 0 as const };
    const first = await readPageSeconds(store.db, "one", bucket, "", 3);
    const rest = await readPageSeconds(store.db, "one", bucket, first.at(-1)?.id ?? "", 3);
    expect([...first, ...rest].map((one) => JSON.parse(one.page_seconds).about)).toEqual([61, 62, 63, 64]);
    expect(await readPageSeconds(store.db, "two", bucket, "", 3)).toEqual([]);
  });
});
