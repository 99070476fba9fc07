import { type Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import type { Database } from "../schema.ts";
import type { Engine } from "./dialect.ts";

// count(*) is a bigint; every count here is far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function postgresqlEngine(url: string): Engine {
  // Nobody waits for ever: not for a connection, not for a lock. What gave up is answered with "try again".
  const pool = new pg.Pool({
    connectionString: url,
    max: 20,
    connectionTimeoutMillis: 5000,
    lock_timeout: 3000,
  });
  // Without listeners a restarted database server would end this process: the pool's for idle connections, each
  // connection's own for one in the middle of a transaction. The query under way fails by itself.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return {
    name: "postgresql",
    dialect: new PostgresDialect({ pool }),
    tableOptions: {},
    // PostgreSQL gathers commits of parallel connections itself.
    committer: (db) => (write) => db.transaction().execute(write),
    isUnavailable,
    alone: (work) => withAdvisoryLock(url, work),
    async scatter(db: Kysely<Database>) {
      // Rows bear the number of their transaction, which clustering keeps: written together, recent ones share one.
      await db.transaction().execute(async (trx) => {
        const since = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
        await sql`update responses set late = late where received_on >= ${since}`.execute(trx);
        await sql`update withdrawals set study_id = study_id where withdrawn_on >= ${since}`.execute(trx);
        await rewriteContacts(trx);
      });
      await sql`cluster responses using responses_pkey`.execute(db);
      await sql`cluster withdrawals using withdrawals_pkey`.execute(db);
      await clusterContacts(db);
    },
    async forgetHistory(db: Kysely<Database>) {
      await db.transaction().execute(rewriteContacts);
      await clusterContacts(db);
    },
    async assertDurable(db: Kysely<Database>) {
      const found = await sql<{ fsync: string; commit: string }>`
        select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(
        db,
      );
      const { fsync, commit } = found.rows[0] ?? {};
      if (fsync !== "on" || commit === "off") {
        throw new Error(
          `PostgreSQL must run with fsync=on and synchronous_commit on; this one has ${fsync}, ${commit}.`,
        );
      }
    },
  };
}

async function rewriteContacts(trx: Kysely<Database>): Promise<void> {
  await sql`update invitations set opted_out = opted_out where spent_by is not null`.execute(trx);
  await sql`update volunteers set language = language`.execute(trx);
}

async function clusterContacts(db: Kysely<Database>): Promise<void> {
  await sql`cluster invitations using invitations_pkey`.execute(db);
  await sql`cluster volunteers using volunteers_pkey`.execute(db);
}

/** Out of resources, locked, shut down or deadlocked by class of SQLSTATE; or no connection to be had. */
function isUnavailable(error: unknown): boolean {
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (/^(08...|53...|57P..|55P03|40001|40P01|58030)$/.test(code)) return true;
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code)) return true;
  return /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying)/.test(
    message,
  );
}

/** A lock of the session, so that it goes with a process that dies; the number is this purpose's own. */
async function withAdvisoryLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7248811036)");
    return await work();
  } finally {
    await client.end();
  }
}
