import { Kysely } from "kysely";
import type { Commit, Engine } from "./dialects/dialect.ts";
import { postgresqlEngine } from "./dialects/postgresql.ts";
import { sqliteEngine } from "./dialects/sqlite.ts";
import type { Database } from "./schema.ts";

/** An open database: what queries run on, and the way to write what will be acknowledged. */
export interface Connection {
  db: Kysely<Database>;
  dialect: Engine["name"];
  engine: Engine;
  /** Runs a small write; resolves only after its COMMIT is on disk. */
  commit: Commit;
  close(): Promise<void>;
}

/** @param url `postgres://…`, or a SQLite file as a path or `file:` URL */
export function connect(url: string): Connection {
  const engine = /^postgres(ql)?:\/\//.test(url)
    ? postgresqlEngine(url)
    : sqliteEngine(url.replace(/^(file|sqlite):(\/\/)?/, ""));
  const db = new Kysely<Database>({ dialect: engine.dialect });
  return { db, dialect: engine.name, engine, commit: engine.committer(db), close: () => db.destroy() };
}
