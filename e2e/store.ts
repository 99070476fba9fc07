import { randomBytes } from "node:crypto";
import BetterSqlite from "better-sqlite3";
import type { Database } from "#db/schema.ts";

type Row<Table extends keyof Database> = { [Column in keyof Database[Table]]: unknown };

/** Looks into a server's database file from outside, without changing it. */
export function readRows<Table extends keyof Database>(
  file: string,
  table: Table,
  where = "1",
  ...values: unknown[]
): Row<Table>[] {
  const database = new BetterSqlite(file, { readonly: true });
  try {
    return database.prepare(`select * from ${table} where ${where}`).all(...values) as Row<Table>[];
  } finally {
    database.close();
  }
}

/** Changes a server's database file behind its back, as another process would. */
export function write<T>(file: string, change: (database: BetterSqlite.Database) => T): T {
  const database = new BetterSqlite(file, { timeout: 5000 });
  database.pragma("synchronous = FULL");
  try {
    return database.transaction(() => change(database)).immediate();
  } finally {
    database.close();
  }
}

export const newId = () => randomBytes(16).toString("hex");

const day = 86_400_000;
interface NewDoor {
  opensInDays?: number;
  closesInDays?: number;
  graceMinutes?: number;
  paused?: boolean;
  maxResponses?: number;
}

/** Another door to the demo study, on a wave of its own with times of its own. @returns its slug */
export function addDoor(file: string, name: string, door: NewDoor = {}): string {
  const slug = `${name}-${newId().slice(0, 6)}`;
  const at = (days: number) => new Date(Date.now() + days * day).toISOString();
  write(file, (database) => {
    // The wave of the students' survey; others may have been added behind it.
    const students = database
      .prepare(
        `select w.*, (select max(number) from waves where study_id = w.study_id) as last
         from waves w join studies s on s.id = w.study_id where s.slug = 'demo' and w.number = 2`,
      )
      .get() as { study_id: string; version_id: string; last: number };
    const wave = newId();
    database
      .prepare(
        `insert into waves (id, study_id, version_id, number, name, opens_at, closes_at, grace_minutes, paused)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        wave,
        students.study_id,
        students.version_id,
        students.last + 1,
        '{"zh-CN":"门","en":"Door"}',
        at(door.opensInDays ?? -2),
        at(door.closesInDays ?? 2),
        door.graceMinutes ?? 60,
        door.paused ? 1 : 0,
      );
    database
      .prepare(
        `insert into collectors (id, wave_id, slug, name, cohort, expected_size, max_responses)
         values (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(newId(), wave, slug, '{"zh-CN":"门","en":"Door"}', "{}", null, door.maxResponses ?? null);
  });
  return slug;
}

/** Changes when a door's wave closes; a visitor sees it within a second. */
export function closeDoor(file: string, slug: string, closesInDays: number): void {
  const at = new Date(Date.now() + closesInDays * day).toISOString();
  write(file, (database) =>
    database
      .prepare("update waves set closes_at = ? where id = (select wave_id from collectors where slug = ?)")
      .run(at, slug),
  );
}

/** Publishes another version of a door's instrument under another title, and moves its wave to it. */
export function addVersion(file: string, slug: string, title: string): { before: string; after: string } {
  const after = newId();
  const before = write(file, (database) => {
    const now = database
      .prepare(
        `select v.* from instrument_versions v join waves w on w.version_id = v.id
         join collectors c on c.wave_id = w.id where c.slug = ?`,
      )
      .get(slug) as { id: string; instrument_id: string; definition: string; created_at: string };
    const definition = JSON.parse(now.definition);
    definition.title["zh-CN"] = title;
    database
      .prepare(
        `insert into instrument_versions (id, instrument_id, number, definition, created_at)
         select ?, instrument_id, max(number) + 1, ?, ? from instrument_versions where instrument_id = ?`,
      )
      .run(after, JSON.stringify(definition), now.created_at, now.instrument_id);
    database
      .prepare("update waves set version_id = ? where id = (select wave_id from collectors where slug = ?)")
      .run(after, slug);
    return now.id;
  });
  return { before, after };
}

/**
 * Everything every table holds, as text: equal before and after means nothing was changed. But for the hours at which
 * answers of earlier tests came in, and the files of a release: the server writes both by itself, whoever does what.
 */
export function dump(file: string): string {
  const database = new BetterSqlite(file, { readonly: true });
  try {
    const tables = database.prepare(
      "select name from sqlite_master where type = 'table' and name not in ('arrivals', 'release_files') order by name",
    );
    return JSON.stringify(
      tables
        .pluck()
        .all()
        .map((name) => [name, database.prepare(`select * from "${name}"`).raw().all()]),
    );
  } finally {
    database.close();
  }
}

/** A second study with a researcher of its own, who has no part in the demo; signs in with the demo's password. */
export function addStranger(file: string): { email: string; study: string } {
  const email = `stranger-${newId().slice(0, 6)}@example.org`;
  const study = `other-${newId().slice(0, 6)}`;
  write(file, (database) => {
    const copy = (table: string, where: string, changes: Record<string, unknown>) => {
      const row = database.prepare(`select * from ${table} where ${where}`).get() as object;
      const values = Object.values({ ...row, ...changes });
      database.prepare(`insert into ${table} values (${values.map(() => "?").join(", ")})`).run(values);
    };
    const [account, id] = [newId(), newId()];
    copy("accounts", "email = 'researcher@example.org'", { id: account, email, name: "Stranger" });
    copy("studies", "slug = 'demo'", { id, slug: study });
    database.prepare("insert into members values (?, ?, 'researcher')").run(id, account);
  });
  return { email, study };
}

/** Of all responses of the demo those of its students: what its rooms show unless asked for somebody else's. */
export const ofStudents = `wave_id in (
  select w.id from waves w
  join instrument_versions v on v.id = w.version_id
  join instruments i on i.id = v.instrument_id
  where i.code = 'oneplusx-student')`;
