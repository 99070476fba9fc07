import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { getProjectNode, projectEnvironment, root } from "../scripts/lib/runtime.mjs";
import { cpuOf } from "./cpu.ts";
import type { Question, Reading } from "./gauge.ts";
import { cacheFolder, freePort } from "./places.ts";

/** The production server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  port: number;
  pid: number;
  /** All it has printed so far. */
  log(): string;
  /** Starts to watch event loop and memory; what was seen before is forgotten. */
  watch(): Promise<void>;
  /** What was seen since. */
  read(): Promise<Reading>;
  /** Where it spends its time while `during` runs: per cent by place. Costs the server some speed. */
  profile(during: () => Promise<void>): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

/**
 * Starts the built server and waits until it answers and has finished what it does at its start.
 * Further arguments for Node come from BENCH_NODE, e.g. `BENCH_NODE="--cpu-prof --cpu-prof-dir=.cache/prof"`.
 */
export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const port = await freePort();
  // A file as under systemd or Docker: in a terminal the request log would be left out.
  const logFile = path.join(cacheFolder(), `server-${port}.log`);
  const log = fs.openSync(logFile, "w");
  const said = () => fs.readFileSync(logFile, "utf8");
  const given = process.env.BENCH_NODE?.split(" ").filter(Boolean) ?? [];
  const gauge = new URL("gauge.ts", import.meta.url).href;
  const child = spawn(getProjectNode(), ["--import", gauge, ...given, "server.ts"], {
    cwd: root,
    env: projectEnvironment({
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      PUBLIC_URL: "",
      SESSION_SECRET: "",
    }),
    stdio: ["ignore", log, log, "ipc"],
  });
  fs.closeSync(log);
  const pid = child.pid;
  if (pid === undefined) throw new Error("The server did not start.");
  const tie = () => void child.kill("SIGKILL");
  process.once("exit", tie);
  await untilReady(child, port, said);
  await untilIdle(pid);
  const stop = async () => {
    process.off("exit", tie);
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  const asked = async (question: Question): Promise<unknown> => {
    const ended = once(child, "exit").then(() => {
      throw new Error(`The server ended:\n${said().slice(-2000)}`);
    });
    const answered = once(child, "message").then(([{ answer }]) => answer);
    child.send(question);
    return Promise.race([answered, ended]);
  };
  return {
    port,
    pid,
    log: said,
    watch: async () => void (await asked("start")),
    read: async () => (await asked("read")) as Reading,
    async profile(during) {
      await asked("profile");
      await during();
      return (await asked("shares")) as Record<string, number>;
    },
    stop,
  };
}

async function untilReady(child: ChildProcess, port: number, said: () => string): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const ok = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok && child.exitCode === null) return;
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`The server did not come up:\n${said().slice(-2000)}`);
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
