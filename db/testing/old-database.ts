import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import type { Connection } from "../connect.server.ts";
import { start } from "../migrations/0001_start.ts";

const name = JSON.stringify({ "zh-CN": "旧库", en: "Old database" });
const now = "2026-01-01T00:00:00.000Z";
const id = () => randomBytes(16).toString("hex");

/** Rows as the first schema held them; frozen in time like the migration itself. */
function rowsOf(people: number): [table: string, rows: Record<string, unknown>[]][] {
  const door = { id: "door", wave_id: "wave", slug: "old", name, cohort: "{}" };
  const study = {
    id: "study",
    slug: "old",
    title: name,
    time_zone: "Asia/Shanghai",
    synthetic: 1,
    staff_k: 5,
  };
  const person = { study_id: "study", wave_id: "wave", collector_id: "door", version_id: "version" };
  return [
    ["studies", [{ ...study, method: "{}", keep_until: "2030-01-01", created_at: now }]],
    ["accounts", [{ id: "a", email: "a@example.org", name: "A", password_hash: "x", created_at: now }]],
    ["members", [{ study_id: "study", account_id: "a", role: "researcher" }]],
    ["instruments", [{ id: "instrument", study_id: "study", code: "old" }]],
    [
      "instrument_versions",
      [{ id: "version", instrument_id: "instrument", number: 1, definition: "{}", created_at: now }],
    ],
    [
      "waves",
      [
        {
          id: "wave",
          study_id: "study",
          version_id: "version",
          number: 1,
          name,
          opens_at: now,
          closes_at: "2027-01-01T00:00:00.000Z",
          grace_minutes: 60,
          paused: 0,
        },
      ],
    ],
    ["collectors", [{ ...door, expected_size: 40, max_responses: null }]],
    [
      "drafts",
      Array.from({ length: people }, () => ({
        key_hash: id(),
        collector_id: "door",
        version_id: "version",
        language: "zh-CN",
        seed: 1,
        answers: '{"Q1":3}',
        page: "about",
        page_seconds: "{}",
        expires_on: "2030-01-01",
      })),
    ],
    [
      "responses",
      Array.from({ length: people }, () => ({
        ...person,
        id: id(),
        language: "zh-CN",
        received_on: "2026-03-01",
        late: 0,
        answers: '{"Q1":4,"Q2":null}',
        words: JSON.stringify({ OPS01: "话".repeat(300) }),
        presented: '["Q1","Q2"]',
        page_seconds: "{}",
        receipt_hash: id(),
        excluded: 0,
      })),
    ],
    ["withdrawals", [{ response_id: id(), study_id: "study", withdrawn_on: "2026-03-02" }]],
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: older than the living schema
const untyped = (connection: Connection) => connection.db as unknown as Kysely<any>;

/** Fills an empty database as a server of the first version left it: schema 0001, a study and its people. */
export async function fillOldDatabase(connection: Connection, people = 200): Promise<void> {
  const first = { "0001_start": start(connection.engine.tableOptions) };
  const migrator = new Migrator({ db: connection.db, provider: { getMigrations: async () => first } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
  for (const [table, rows] of rowsOf(people))
    await untyped(connection).insertInto(table).values(rows).execute();
}

/** What the first schema held, as text: equal before and after means a migration lost and changed nothing. */
export async function oldContent(connection: Connection): Promise<string> {
  const content: unknown[] = [];
  for (const [table, [row = {}]] of rowsOf(1)) {
    const columns = Object.keys(row);
    const rows = await untyped(connection)
      .selectFrom(table)
      .select(columns)
      .orderBy(columns[0] as string)
      .execute();
    content.push([table, rows.map((one) => columns.map((column) => one[column]))]);
  }
  return JSON.stringify(content);
}

/** Every table and column, as text: equal means the same schema. */
export async function schemaOf(connection: Connection): Promise<string> {
  const tables = await connection.db.introspection.getTables();
  return JSON.stringify(
    tables
      .map((table) => [table.name, table.columns.map((column) => `${column.name} ${column.dataType}`).sort()])
      .sort(),
  );
}
