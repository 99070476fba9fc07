import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Connection, connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { fillOldDatabase, oldContent, schemaOf } from "#db/testing/old-database.ts";
import { startPostgres } from "#db/testing/postgres.ts";
import { databaseUrl, run as runStatement } from "#db/testing/postgres-setup.ts";
import { getProjectNode } from "../../scripts/lib/runtime.mjs";
import { type Account, type Fault, listLosses } from "./fault.ts";

/** Where fresh copies of one populated old database come from. */
interface Source {
  name: string;
  copy(): Promise<{ url: string; remove(): Promise<void> }>;
}

async function using<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url);
  return work(connection).finally(() => connection.close());
}

async function migrateAndDie(url: string, after: number): Promise<{ killed: boolean; said: string }> {
  const script = path.join(import.meta.dirname, "migrate-process.ts");
  const child = spawn(getProjectNode(), [script, url, String(after)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code, signal] = await once(child, "close");
  if (code !== 0 && signal !== "SIGKILL") throw new Error(`the migration ended with ${code ?? signal}`);
  return { killed: signal === "SIGKILL", said };
}

/** Kills the migration after each statement (or some of them) of its own copy and starts again. */
async function killEach(source: Source, most: number): Promise<Account> {
  const model = await source.copy();
  const old = await using(model.url, async (store) => ({
    content: await oldContent(store),
    schema: await schemaOf(store),
  }));
  const { said } = await migrateAndDie(model.url, 0);
  const latest = await using(model.url, schemaOf);
  await model.remove();
  const statements = Number(said);
  if (!(statements > 0))
    throw new Error(`the migration said “${said}” instead of how many statements it took`);
  const count = Math.min(most, statements);
  const found = { kills: 0, old: 0, latest: 0, between: 0, changed: 0, unfinished: 0 };
  for (let step = 0; step < count; step++) {
    const after = Math.round(1 + (step * (statements - 1)) / Math.max(1, count - 1));
    const copy = await source.copy();
    try {
      const { killed } = await migrateAndDie(copy.url, after);
      if (killed) found.kills++;
      const left = await using(copy.url, schemaOf);
      if (left === old.schema) found.old++;
      else if (left === latest) found.latest++;
      else found.between++;
      await using(copy.url, async (store) => {
        await migrateToLatest(store);
        if ((await schemaOf(store)) !== latest) found.unfinished++;
        if ((await oldContent(store)) !== old.content) found.changed++;
      });
    } finally {
      await copy.remove();
    }
  }
  return {
    told:
      `${source.name}: killed after ${found.kills} of ${statements} statements, left ${found.old} times as before ` +
      `and ${found.latest} times done, then finished by the next start; ${found.changed} databases lost anything`,
    losses: listLosses({
      [`${source.name}: ${count - found.kills} migrations survived their kill`]: found.kills < count,
      [`${source.name}: ${found.between} times half a schema was left`]: found.between > 0,
      [`${source.name}: ${found.unfinished} times the next start did not finish`]: found.unfinished > 0,
      [`${source.name}: ${found.changed} times something was lost or changed`]: found.changed > 0,
      [`${source.name}: never killed before the end: this test proves nothing`]: found.old === 0,
    }),
  };
}

async function onSqlite(most: number): Promise<Account> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-migration-"));
  try {
    const model = path.join(folder, "old.sqlite");
    await using(model, fillOldDatabase);
    let copies = 0;
    const copy = async () => {
      const url = path.join(folder, String(copies++), "copy.sqlite");
      fs.mkdirSync(path.dirname(url));
      fs.copyFileSync(model, url);
      return { url, remove: async () => fs.rmSync(path.dirname(url), { recursive: true }) };
    };
    return await killEach({ name: "SQLite", copy }, most);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function onPostgresql(most: number): Promise<Account> {
  const server = await startPostgres();
  const made: string[] = [];
  const create = async (template: string) => {
    const name = `tributary_old_${randomBytes(6).toString("hex")}`;
    await runStatement(server.url, `create database ${name} template ${template}`);
    made.push(name);
    return name;
  };
  const drop = (name: string) => runStatement(server.url, `drop database if exists ${name} with (force)`);
  try {
    const model = await create("template0 encoding 'UTF8'");
    await using(databaseUrl(server.url, model), fillOldDatabase);
    const copy = async () => {
      const name = await create(model);
      return { url: databaseUrl(server.url, name), remove: () => drop(name) };
    };
    return await killEach({ name: "PostgreSQL", copy }, most);
  } finally {
    for (const name of made) await drop(name);
    await server.stop();
  }
}

export const migration: Fault = {
  name: "migration",
  async run(length, rounds = length === "short" ? 3 : 1000) {
    const sqlite = await onSqlite(rounds);
    if (length === "short") return sqlite;
    const postgresql = await onPostgresql(rounds);
    return {
      told: `${sqlite.told}. ${postgresql.told}`,
      losses: [...sqlite.losses, ...postgresql.losses],
    };
  },
};
