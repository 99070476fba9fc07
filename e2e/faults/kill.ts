import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { insertSmallStudy } from "#db/testing/small-study.ts";
import { getProjectNode } from "../../scripts/lib/runtime.mjs";
import { Client } from "../http.ts";
import { codeIn } from "../survey.ts";
import { type Fault, listLosses } from "./fault.ts";
import { account, broken, Hall } from "./hall.ts";
import { withServer } from "./own-server.ts";

const kills = { short: 4, full: 100, long: 1000 };

async function killServer(times: number): Promise<{ told: string; losses: string[] }> {
  return withServer(async (server, seeded) => {
    const hall = new Hall(server.url, 24);
    for (let kill = 0; kill < times; kill++) {
      // Only once receipts are flowing again, so that every kill hits answers on their way.
      await hall.more(1);
      await pause(Math.random() * 400);
      await server.kill();
      await server.restart();
    }
    await hall.more(100);
    // In the thick of it once more, and this time nobody gets to try again.
    await server.kill();
    await hall.close();
    await server.restart();
    const found = await account(server.databaseFile, hall.students, seeded);
    // Whoever never saw a receipt asks once more and gets one, for one row.
    let unanswered = 0;
    for (const { secret } of found.unsure) {
      const looked = await new Client(server.url, { draft: secret }).post("/s/demo", { go: "mine" });
      if (codeIn(looked.body) !== withdrawalCode(secret)) unanswered++;
    }
    return {
      told:
        `${times + 1} kills, ${found.acknowledged} acknowledged, ${found.stored} stored: ${found.lost} lost, ` +
        `${found.doubled} doubled; ${found.unsure.length} asked again for their receipt`,
      losses: [
        ...broken(found),
        ...listLosses({
          [`${unanswered} stored responses whose receipt cannot be had`]: unanswered > 0,
          "nobody was acknowledged": found.acknowledged === 0,
        }),
      ],
    };
  });
}

/** Kills a small writer until an acknowledged row is missing, at most `most` times. */
async function killWriter(mode: "product" | "hasty", most: number): Promise<{ kills: number; lost: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-writer-"));
  const file = path.join(folder, "writer.sqlite");
  try {
    const store = connect(file);
    await migrateToLatest(store);
    await insertSmallStudy(store.db, "kill");
    await store.close();
    const acknowledged: string[] = [];
    for (let kills = 1; kills <= most; kills++) {
      const script = path.join(import.meta.dirname, "writer-process.ts");
      const child = spawn(getProjectNode(), [script, file, mode], { stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      child.stdout.on("data", (chunk) => {
        said += chunk;
      });
      const closed = once(child, "close");
      await once(child.stdout, "data");
      await pause(Math.random() * 60);
      child.kill("SIGKILL");
      await closed;
      // A line cut short was not heard.
      acknowledged.push(...said.split("\n").slice(0, -1));
      const reopened = connect(file);
      const rows = await reopened.db.selectFrom("responses").select("id").execute();
      await reopened.close();
      const ids = new Set(rows.map(({ id }) => id));
      const lost = acknowledged.filter((id) => !ids.has(id)).length;
      if (lost > 0 || kills === most) return { kills, lost };
    }
    throw new Error("no kill at all");
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

export const kill: Fault = {
  name: "kill",
  async run(length, rounds) {
    const server = await killServer(rounds ?? kills[length]);
    const writer = await killWriter("product", length === "short" ? 4 : 20);
    const control = await killWriter("hasty", 40);
    return {
      told:
        `${server.told}. A bare writer: ${writer.lost} lost in ${writer.kills} kills. Control: acknowledging before ` +
        `COMMIT lost ${control.lost} within ${control.kills} kills, as it should`,
      losses: [
        ...server.losses,
        ...listLosses({
          [`the bare writer lost ${writer.lost}`]: writer.lost > 0,
          "the control that acknowledges before COMMIT lost nothing: this test cannot fail":
            control.lost === 0,
        }),
      ],
    };
  },
};
