import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { getProjectNode, projectEnvironment, root } from "../scripts/lib/runtime.mjs";
import { cpuOf } from "./cpu.ts";
import { cacheFolder, freePort } from "./places.ts";

/** The production server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the built server and waits until it answers and has finished what it does at its start.
 * Further arguments for Node come from BENCH_NODE, e.g. `BENCH_NODE="--cpu-prof --cpu-prof-dir=.cache/prof"`.
 */
export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const port = await freePort();
  // A file as under systemd or Docker: in a terminal the request log would be left out.
  const log = fs.openSync(path.join(cacheFolder(), "server.log"), "w");
  const given = process.env.BENCH_NODE?.split(" ").filter(Boolean) ?? [];
  const child = spawn(getProjectNode(), [...given, "server.ts"], {
    cwd: root,
    env: projectEnvironment({
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: "",
      SESSION_SECRET: "",
    }),
    stdio: ["ignore", log, log],
  });
  fs.closeSync(log);
  const pid = child.pid;
  if (pid === undefined) throw new Error("The server did not start.");
  const tie = () => void child.kill("SIGKILL");
  process.once("exit", tie);
  await untilReady(child, port);
  await untilIdle(pid);
  const stop = async () => {
    process.off("exit", tie);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { port, pid, stop };
}

async function untilReady(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const ok = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    if (child.exitCode !== null || Date.now() > deadline) {
      const said = fs.readFileSync(path.join(cacheFolder(), "server.log"), "utf8").slice(-2000);
      throw new Error(`The server did not come up:\n${said}`);
    }
    await pause(50);
  }
}

/** A first start draws the files of the demo's release: that is not what is measured. */
async function untilIdle(pid: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (let before = cpuOf(pid); Date.now() < deadline; ) {
    await pause(500);
    const now = cpuOf(pid);
    if (Number.isNaN(now) || now - before <= 20) return;
    before = now;
  }
}
