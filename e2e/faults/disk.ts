import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ask } from "../http.ts";
import type { TestServer } from "../server.ts";
import { type Account, type Fault, listLosses, NotHere } from "./fault.ts";
import { account, broken, Hall } from "./hall.ts";
import { withServer } from "./own-server.ts";

/** A way to run out of room, and to get it back, without touching anybody else's disk. */
interface Shortage {
  begin(server: TestServer): void;
  end(server: TestServer): void;
}

/** The server's process may not write beyond the first kilobyte of any file (`prlimit`, no privileges needed). */
const quota: Shortage = {
  begin: ({ pid }) => void execFileSync("prlimit", ["--pid", String(pid), "--fsize=1024:unlimited"]),
  end: ({ pid }) => void execFileSync("prlimit", ["--pid", String(pid), "--fsize=unlimited:unlimited"]),
};

/** A small file system of its own, filled to the last byte. */
function filling(folder: string): Shortage {
  const filler = path.join(folder, "filler");
  return {
    begin() {
      const file = fs.openSync(filler, "w");
      try {
        for (;;) fs.writeSync(file, Buffer.alloc(65_536));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
      } finally {
        fs.closeSync(file);
      }
    },
    end: () => fs.rmSync(filler),
  };
}

async function runOut(shortage: Shortage, folder?: string): Promise<Account> {
  return withServer(async (server, seeded) => {
    const hall = new Hall(server.url, 24);
    await hall.more(20);
    const { pid } = server;
    shortage.begin(server);
    const deadline = Date.now() + 60_000;
    while (hall.refusals.kind < 30 && Date.now() < deadline) await pause(20);
    const before = hall.acknowledged;
    const reads = await Promise.all(
      ["/healthz", "/s/demo", "/p/demo", "/"].map((page) => ask(server.url, page)),
    );
    await pause(500);
    const meanwhile = hall.acknowledged - before;
    shortage.end(server);
    await hall.more(50);
    await hall.close();
    const found = await account(server.databaseFile, hall.students, seeded);
    const { kind, bare } = hall.refusals;
    const unread = reads.filter(({ status }) => status !== 200).length;
    return {
      told:
        `${kind} phones told to try again (503), ${meanwhile} acknowledged in the last half second without room, ` +
        `${reads.length - unread} of ${reads.length} pages readable; then without a restart ` +
        `${found.acknowledged} acknowledged, ${found.stored} stored, ${found.lost} lost`,
      losses: [
        ...broken(found),
        ...listLosses({
          "nobody was told to try again": kind === 0,
          [`answers that were not kind: ${bare[0]}`]: bare.length > 0,
          [`pages that could not be read: ${unread}`]: unread > 0,
          "the server had to be started again": server.pid !== pid,
        }),
      ],
    };
  }, folder);
}

function isThere(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A file system of 48 MB, where this machine lets us make one. */
function mountSmall(): string | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-small-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=48m", "tributary-fault", folder], { stdio: "ignore" });
    return folder;
  } catch {
    fs.rmdirSync(folder);
    return undefined;
  }
}

export const disk: Fault = {
  name: "disk",
  async run(length) {
    const accounts: Account[] = [];
    if (isThere("prlimit")) {
      const { told, losses } = await runOut(quota);
      accounts.push({ told: `Limit on file size: ${told}`, losses });
    }
    const mounted = length === "short" ? undefined : mountSmall();
    if (mounted) {
      const folder = path.join(mounted, "data");
      fs.mkdirSync(folder);
      try {
        const { told, losses } = await runOut(filling(mounted), folder);
        accounts.push({ told: `Full file system: ${told}`, losses });
      } finally {
        execFileSync("umount", [mounted]);
        fs.rmdirSync(mounted);
      }
    }
    if (accounts.length === 0)
      throw new NotHere("neither prlimit (util-linux) nor the right to mount a tmpfs");
    return {
      told: accounts.map(({ told }) => told).join(". "),
      losses: accounts.flatMap(({ losses }) => losses),
    };
  },
};
