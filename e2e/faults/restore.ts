import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeHash, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { connect } from "#db/connect.server.ts";
import { checkSqlite } from "#db/dialects/sqlite-backup.ts";
import { withdrawResponse } from "#db/queries/responses.server.ts";
import { getProjectNode, projectEnvironment, root } from "../../scripts/lib/runtime.mjs";
import { type Fault, listLosses } from "./fault.ts";
import { account, broken, Hall } from "./hall.ts";
import { withServer } from "./own-server.ts";

/** `npm run backup -- …` on a server's database. */
function backup(databaseFile: string, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const env = projectEnvironment({ DATABASE_URL: databaseFile });
    const options = { cwd: root, env };
    execFile(getProjectNode(), ["scripts/backup.ts", ...args], options, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), said: `${out}${err}` }),
    );
  });
}

/** Overwrites every second page of the file's second half, as a dying disk might. */
function damage(file: string): void {
  const pageSize = 8192;
  const pages = Math.floor(fs.statSync(file).size / pageSize);
  const handle = fs.openSync(file, "r+");
  for (let page = Math.floor(pages / 2); page < pages; page += 2)
    fs.writeSync(handle, Buffer.alloc(pageSize, 0xa5), 0, pageSize, page * pageSize);
  fs.closeSync(handle);
}

function isDamaged(file: string): boolean {
  try {
    checkSqlite(file);
    return false;
  } catch {
    return true;
  }
}

/** The drill: back up while answers come in, lose the original, restore, account. */
export const restore: Fault = {
  name: "restore",
  run: (length, rounds = length === "short" ? 1 : 4) =>
    withServer(async (server, seeded) => {
      const file = server.databaseFile;
      const copy = path.join(path.dirname(file), "copies.backup");
      const hall = new Hall(server.url, 16);
      const safe = new Set<string>();
      let slowest = 0;
      for (let round = 0; round < rounds; round++) {
        await hall.more(30);
        for (const student of hall.students) if (student.receipt) safe.add(student.secret);
        const started = performance.now();
        const made = await backup(file, copy);
        slowest = Math.max(slowest, Math.round(performance.now() - started));
        if (made.code !== 0) throw new Error(made.said);
      }
      await hall.more(10);
      await hall.close();
      const whileRunning = await backup(file, "--restore", copy);
      // One student of the backup takes the answers back afterwards.
      const [withdrawn = ""] = safe;
      const store = connect(file);
      await store.commit((trx) =>
        withdrawResponse(trx, codeHash(withdrawalCode(withdrawn)), new Date().toISOString().slice(0, 10)),
      );
      await store.close();
      safe.delete(withdrawn);
      await server.stop();
      await pause(50);
      damage(file);
      const damaged = isDamaged(file);
      const restored = await backup(file, "--restore", copy);
      if (restored.code !== 0) throw new Error(restored.said);
      await server.restart();
      const kept = hall.students.filter(({ secret }) => safe.has(secret));
      const found = await account(file, kept, seeded);
      const looked = connect(file);
      const ghost = await looked.db
        .selectFrom("responses")
        .select("id")
        .where("id", "=", responseId(withdrawn))
        .executeTakeFirst();
      await looked.close();
      const after = new Hall(server.url, 8);
      await after.more(20);
      await after.close();
      return {
        told:
          `${rounds} backups under writes, the slowest ${slowest} ms; after the damage ${found.lost} of ` +
          `${found.acknowledged} responses in the backup lost, one withdrawn since stays withdrawn; then ` +
          `${after.acknowledged} new receipts`,
        losses: [
          ...broken({ ...found, strangers: 0 }),
          ...listLosses({
            "the damaged file passed its check: this test proves nothing": !damaged,
            "a restore went through under a running server": whileRunning.code === 0,
            "a withdrawn response came back": ghost !== undefined,
          }),
        ],
      };
    }),
};
