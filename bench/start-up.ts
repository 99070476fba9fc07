import { randomBytes } from "node:crypto";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { columnsKeeper } from "#app/http/columns.server.ts";
import { cutOf } from "#app/results/cut.ts";
import { viewing } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { type Connection, connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { seedScale } from "#db/seed.server.ts";
import { against, ms, type Section } from "./report.ts";
import { stores } from "./stores.ts";

const goals = { start: 5000, receipt: 2000, held: 50 };

/** A server process that begins with many answers in its store, and one more answer that comes in. */
export async function startUps(rows: number): Promise<Section> {
  const found = [await startUp("sqlite", rows), await startUp("postgresql", rows)];
  return {
    title: `Starting from a store of ${rows.toLocaleString("en")} answers, and one more`,
    head: ["", "start", "goal", "", "CPU", "thread held", "receipt to dashboard", "goal", "", "judging"],
    rows: found.map((one) => [
      one.store,
      ms(one.startMs),
      `${goals.start} ms`,
      against(one.startMs, goals.start, "less"),
      ms(one.cpuMs),
      ms(one.heldMs),
      ms(one.receiptMs),
      `${goals.receipt} ms`,
      against(one.receiptMs, goals.receipt, "less"),
      ms(one.judgeMs),
    ]),
    notes: [
      "ms. Start: from nothing to packed columns, read in threads; CPU: of this process, all threads.",
      "Receipt to dashboard: from the commit of an answer to a whole dashboard that counts it. Judging: who is suspect, beside.",
    ],
    figures: found,
  };
}

async function startUp(name: "sqlite" | "postgresql", rows: number) {
  const store = await stores[name]!();
  const connection = connect(store.url);
  try {
    await migrateToLatest(connection);
    const study = await fill(connection, rows);
    // What autovacuum does by itself in time: without it every count of an index looks at each row as well.
    await (name === "postgresql" ? sql`vacuum analyze responses` : sql`analyze`).execute(connection.db);
    const columnsOf = columnsKeeper(
      () => connection.db,
      () => store.url,
    );
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const known = await columnsOf(study);
    const startMs = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    const heldMs = delay.max / 1e6;
    if (known?.columns.length !== rows)
      throw new Error(`${known?.columns.length} of ${rows} answers were read`);
    const view = async () => {
      const now = (await columnsOf(study))!;
      await now.count("all", () => viewing(cutOf(now.columns, {}, staffPolicy(5))));
      return now.columns.length;
    };
    await view();
    const template = await connection.db
      .selectFrom("responses")
      .selectAll()
      .limit(1)
      .executeTakeFirstOrThrow();
    const hash = randomBytes(16).toString("hex");
    await connection.commit((trx) =>
      trx
        .insertInto("responses")
        .values({ ...template, id: hash, receipt_hash: hash })
        .execute(),
    );
    const receipt = performance.now();
    if ((await view()) !== rows + 1) throw new Error("the answer is not counted");
    const receiptMs = performance.now() - receipt;
    const judged = performance.now();
    await known.judge(usualThresholds);
    const judgeMs = performance.now() - judged;
    return { store: store.name, rows, startMs, cpuMs: (user + system) / 1000, heldMs, receiptMs, judgeMs };
  } finally {
    await connection.close();
    await store.remove();
  }
}

/** Answers over and over under ids in their order: written as they lie, which takes a fraction of the time. */
async function fill(connection: Connection, rows: number) {
  const { db } = connection;
  const distinct = Math.min(rows, 5000);
  await seedScale(connection, distinct);
  const some = await db.selectFrom("responses").selectAll().execute();
  await db.deleteFrom("responses").execute();
  const step = Math.floor(2 ** 32 / rows);
  const batch = 500;
  await db.transaction().execute(async (trx) => {
    for (let from = 0; from < rows; from += batch) {
      const random = randomBytes(12 * batch).toString("hex");
      const values = Array.from({ length: Math.min(batch, rows - from) }, (_, at) => {
        const id = ((from + at) * step).toString(16).padStart(8, "0") + random.slice(at * 24, at * 24 + 24);
        return { ...some[(from + at) % some.length]!, id, receipt_hash: id };
      });
      await trx.insertInto("responses").values(values).execute();
    }
  });
  const { id, time_zone } = await db
    .selectFrom("studies")
    .select(["id", "time_zone"])
    .executeTakeFirstOrThrow();
  return { id, timeZone: time_zone };
}
