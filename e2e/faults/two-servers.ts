import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { connect } from "#db/connect.server.ts";
import { TestServer } from "../server.ts";
import { hurryToLastPage } from "../survey.ts";
import { type Account, type Fault, listLosses } from "./fault.ts";
import { account, broken, countRows, newStudent, patiently, send } from "./hall.ts";
import { withPostgres } from "./own-postgres.ts";

/** Two servers start at the same moment on the same empty database, then every phone knocks at both. */
async function startTogether(url: string, students: number): Promise<Account> {
  const started = performance.now();
  const servers = await Promise.all([TestServer.start(url), TestServer.start(url)]);
  const took = Math.round(performance.now() - started);
  try {
    const store = connect(url);
    const studies = await store.db.selectFrom("studies").select("slug").execute();
    const releases = await store.db.selectFrom("releases").select("number").execute();
    await store.close();
    const seeded = await countRows(url);
    const phones = Array.from({ length: students }, newStudent);
    const [one, other] = servers.map(({ url: address }) => address) as [string, string];
    const deadline = Date.now() + 60_000;
    const isOver = () => Date.now() > deadline;
    const waiting = phones.map((student, number) => ({ student, number }));
    const seat = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const { student, number } = next;
        const [first, second] = number % 2 ? [one, other] : [other, one];
        await patiently(() => hurryToLastPage(first, "demo", student.secret), isOver);
        // The same answers through both doors at once.
        await Promise.all([first, second].map((url) => patiently(() => send(url, student), isOver)));
      }
    };
    await Promise.all(Array.from({ length: 16 }, seat));
    const found = await account(url, phones, seeded);
    return {
      told:
        `both up in ${took} ms, ${studies.length} study; ${found.acknowledged} of ${students} receipts, ` +
        `${found.stored} rows`,
      losses: [
        ...broken(found),
        ...listLosses({
          [`${studies.length} studies and ${releases.length} releases after two starts`]:
            studies.length !== 1 || releases.length !== 1,
          [`only ${found.acknowledged} of ${students} receipts`]: found.acknowledged < students,
          [`${found.stored} rows for ${students} students`]: found.stored !== students,
        }),
      ],
    };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function onSqlite(students: number): Promise<Account> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-two-"));
  try {
    return await startTogether(path.join(folder, "new", "two.sqlite"), students);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export const twoServers: Fault = {
  name: "two-servers",
  async run(length, rounds = length === "short" ? 40 : 400) {
    const sqlite = await onSqlite(rounds);
    // The short form runs beside the database tests, which have a PostgreSQL of their own.
    if (length === "short") return sqlite;
    const postgresql = await withPostgres((url) => startTogether(url, rounds));
    return {
      told: `SQLite: ${sqlite.told}. PostgreSQL: ${postgresql.told}`,
      losses: [...sqlite.losses, ...postgresql.losses],
    };
  },
};
