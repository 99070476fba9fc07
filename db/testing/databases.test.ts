import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connect } from "../connect.server.ts";
import { migrateToLatest } from "../migrate.server.ts";
import { databases, type TestDatabase } from "./databases.ts";

describe.each(databases)("a test database on $name", ({ name, open }) => {
  let one: TestDatabase;
  let other: TestDatabase;
  beforeAll(async () => {
    [one, other] = await Promise.all([open(), open()]);
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  test("is the database it says", async () => {
    const ask =
      name === "sqlite" ? sql`select sqlite_version() as version` : sql`select version() as version`;
    const { rows } = await ask.execute(one.db);
    expect(String((rows[0] as { version: string }).version)).toMatch(
      name === "sqlite" ? /^3\./ : /^PostgreSQL \d/,
    );
    expect(one.dialect).toBe(name);
  });

  test("is migrated already", async () => {
    expect((await one.db.introspection.getTables()).length).toBeGreaterThan(0);
    expect(await migrateToLatest(one)).toEqual([]);
  });

  test("keeps committed rows as durably as production must", async () => {
    await expect(one.engine.assertDurable(one.db)).resolves.toBeUndefined();
  });

  test("shares nothing with another, and everything with a second connection", async () => {
    await sql`create table mark (id text)`.execute(one.db);
    await expect(sql`select id from mark`.execute(other.db)).rejects.toThrow(/mark/);
    const second = connect(one.url);
    expect((await sql`select id from mark`.execute(second.db)).rows).toEqual([]);
    await second.close();
  });
});
