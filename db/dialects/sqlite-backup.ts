import fs from "node:fs";
import BetterSqlite from "better-sqlite3";
import { isBusy } from "./sqlite-trouble.ts";

/** What a database file turned out to hold. */
export interface Checked {
  responses: number;
  withdrawals: number;
}

/**
 * Reads a file from its first to its last page.
 * @throws Error that says what is wrong with it
 */
export function checkSqlite(file: string): Checked {
  const database = new BetterSqlite(file, { readonly: true, fileMustExist: true });
  try {
    const found = String(database.pragma("integrity_check(1)", { simple: true }));
    if (found !== "ok") throw new Error(`${file} is damaged: ${found}`);
    const count = (table: string) =>
      database.prepare(`select count(*) from ${table}`).pluck().get() as number;
    return { responses: count("responses"), withdrawals: count("withdrawals") };
  } finally {
    database.close();
  }
}

/**
 * Copies a database, in use or not, as it stands at this moment: readers and writers go on meanwhile. The copy holds no
 * remains of what was deleted. It appears under its name only when it is whole and on disk.
 */
export function backUpSqlite(file: string, copy: string): void {
  const part = `${copy}.part`;
  fs.rmSync(part, { force: true });
  const source = new BetterSqlite(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    source.prepare("vacuum into ?").run(part);
  } finally {
    source.close();
  }
  settle(part, copy);
}

/** Tables that record a person's No: what they hold must outlive a step back in time. */
const refusals = ["withdrawals", "opt_outs"] as const;
type Row = Record<string, unknown>;
type Refusals = Partial<Record<(typeof refusals)[number], Row[]>>;

export interface Restored extends Checked {
  /** Where the file that was there before is kept, if there was one. */
  aside: string | undefined;
  /** Withdrawals read from it; undefined if it could no longer say. */
  carried: number | undefined;
}

/**
 * Puts a backup in a database's place. What students took back since, and who wants no more letters, stays so, if the
 * old file can still say it.
 * @throws Error, before anything is touched, if the backup is damaged or a server has the database open
 */
export function restoreSqlite(backup: string, file: string): Restored {
  checkSqlite(backup);
  const known = fs.existsSync(file) ? readRefusals(file) : {};
  const part = `${file}.part`;
  fs.copyFileSync(backup, part);
  refuseAgain(part, known);
  const checked = checkSqlite(part);
  let aside: string | undefined;
  if (fs.existsSync(file)) {
    aside = `${file}.replaced-${new Date().toISOString().replace(/\D/g, "").slice(0, 14)}`;
    // A log that belongs to the old file would be played into the new one.
    for (const suffix of ["", "-wal", "-shm"])
      if (fs.existsSync(`${file}${suffix}`)) fs.renameSync(`${file}${suffix}`, `${aside}${suffix}`);
  }
  settle(part, file);
  return { ...checked, aside, carried: aside ? known.withdrawals?.length : 0 };
}

/** @throws Error if another process has the file open */
function readRefusals(file: string): Refusals {
  const database = new BetterSqlite(file, { timeout: 0 });
  const found: Refusals = {};
  try {
    database.pragma("locking_mode = exclusive");
    database.exec("begin exclusive");
    for (const table of refusals) found[table] = database.prepare(`select * from ${table}`).all() as Row[];
  } catch (error) {
    if (isBusy(error)) throw new Error(`${file} is in use: stop the server first.`, { cause: error });
    // A damaged file tells what it can.
  } finally {
    database.close();
  }
  return found;
}

function refuseAgain(file: string, known: Refusals): void {
  const database = new BetterSqlite(file);
  try {
    // A single file until it is in its place; a refusal of a study that came later has nothing to refer to.
    database.pragma("journal_mode = delete");
    database.pragma("secure_delete = on");
    const studies = new Set(database.prepare("select id from studies").pluck().all());
    database.transaction(() => {
      for (const table of refusals) {
        const columns = database
          .prepare("select name from pragma_table_info(?)")
          .pluck()
          .all(table) as string[];
        for (const row of known[table] ?? []) {
          const shared = columns.filter((column) => column in row);
          if (!studies.has(row.study_id) || shared.length === 0) continue;
          const places = shared.map((column) => `:${column}`).join(", ");
          database
            .prepare(`insert or ignore into ${table} (${shared.join(", ")}) values (${places})`)
            .run(row);
        }
      }
      database.exec("delete from decisions where subject in (select response_id from withdrawals)");
      database.exec("delete from responses where id in (select response_id from withdrawals)");
    })();
  } finally {
    database.close();
  }
}

/** On disk first, then under its name. */
function settle(part: string, name: string): void {
  fs.chmodSync(part, 0o600);
  const handle = fs.openSync(part, "r+");
  fs.fsyncSync(handle);
  fs.closeSync(handle);
  fs.renameSync(part, name);
}
