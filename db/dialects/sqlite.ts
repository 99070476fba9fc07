import fs from "node:fs";
import path from "node:path";
import BetterSqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  sql,
} from "kysely";
import type { Database } from "../schema.ts";
import type { Engine } from "./dialect.ts";
import { groupCommit } from "./group-commit.ts";
import { backUpSqlite } from "./sqlite-backup.ts";
import { isSqliteTrouble } from "./sqlite-trouble.ts";
import { withStartingLock } from "./starting-lock.ts";

/** `begin` alone is DEFERRED: two writers would only notice each other when it is too late to wait. */
export class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  /** A full disk makes SQLite roll back by itself; complaining about that would hide the reason. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: Error) => {
      if (!/no transaction is active/.test(error.message)) throw error;
    });
  }
}

/** SQLite can undo schema changes too: a migration that is killed has not happened. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

export class ImmediateDialect extends SqliteDialect {
  readonly #database: () => Promise<BetterSqlite.Database>;
  constructor(database: () => Promise<BetterSqlite.Database>) {
    super({ database });
    this.#database = database;
  }
  override createAdapter() {
    return new TransactionalAdapter();
  }
  override createDriver() {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** What every opening of the file sets, in this order: a reopened WAL file forgets `synchronous`. */
export const settings: readonly string[] = [
  // Rows of tables kept in key order spill into a page of their own above a quarter of a page: 8 kB keeps a response whole.
  "page_size = 8192",
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  // Deleted answers leave no readable remains in the file.
  "secure_delete = ON",
  "cache_size = -65536",
];

/** Opens (and creates) the file with the settings a receipt depends on. */
export function openSqlite(file: string): BetterSqlite.Database {
  if (file !== ":memory:") fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  // The wait for a lock blocks the whole process: keep it short, the committer tries again.
  const database = new BetterSqlite(file, { timeout: 50 });
  for (const setting of settings) database.pragma(setting);
  return keepStatements(database);
}

/**
 * Prepares each statement once. Kysely asks anew with every query, and preparing costs more than running most of ours.
 * A statement somebody is still reading from is not shared, and a change of the schema forgets them all.
 */
function keepStatements(database: BetterSqlite.Database): BetterSqlite.Database {
  const kept = new Map<string, BetterSqlite.Statement>();
  const prepare = database.prepare.bind(database);
  database.prepare = ((text: string) => {
    const known = kept.get(text);
    if (known && !known.busy) return known;
    if (kept.size >= 500 || /^\s*(create|alter|drop)\b/i.test(text)) kept.clear();
    const statement = prepare(text);
    kept.set(text, statement);
    return statement;
  }) as typeof database.prepare;
  return database;
}

const asideFrom = (file: string) => `${file}.before-migration`;

export function sqliteEngine(file: string): Engine {
  return {
    name: "sqlite",
    dialect: new ImmediateDialect(async () => openSqlite(file)),
    // Without a rowid, rows lie in the order of their random ids: arrival cannot be read from the file.
    tableOptions: { keyOrdered: sql`without rowid` },
    committer: (db) => groupCommit(db),
    isUnavailable: isSqliteTrouble,
    alone: (work) => withStartingLock(file, work),
    async assertDurable(db: Kysely<Database>) {
      const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
      const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
      const mode = journal.rows[0]?.journal_mode;
      const level = synchronous.rows[0]?.synchronous;
      if (mode !== "wal" || level !== 2) {
        throw new Error(`SQLite must run with WAL and synchronous=FULL; this one has ${mode} and ${level}.`);
      }
    },
    // The write-ahead log holds pages in the order of their commits: neighbours in it belong together.
    async forgetHistory(db: Kysely<Database>) {
      await sql`pragma wal_checkpoint(truncate)`.execute(db);
    },
    async backUp() {
      if (!fs.existsSync(file) || fs.statSync(file).size === 0) return undefined;
      backUpSqlite(file, asideFrom(file));
      return asideFrom(file);
    },
    async forgetBackUp(now = new Date()) {
      const made = fs.statSync(asideFrom(file), { throwIfNoEntry: false })?.mtimeMs;
      if (made !== undefined && now.getTime() - made > 86_400_000)
        fs.rmSync(asideFrom(file), { force: true });
    },
  };
}
