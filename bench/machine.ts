import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import BetterSqlite from "better-sqlite3";
import { cacheFolder } from "./places.ts";

/** What the figures were taken on: a figure without its machine says nothing. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  system: string;
  node: string;
  sqlite: string;
  /** Milliseconds one durable write of 4 kB takes: the floor under every acknowledged answer. */
  flushMs: number;
  /** Processes that wanted a core in the last minute, before anything was measured. */
  load: number;
}

export function describeMachine(): Machine {
  const database = new BetterSqlite(":memory:");
  const { version } = database.prepare("select sqlite_version() as version").get() as { version: string };
  database.close();
  return {
    cpu: os.cpus()[0]?.model.trim() ?? os.arch(),
    cores: os.availableParallelism(),
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}`,
    node: process.versions.node,
    sqlite: version,
    flushMs: measureFlush(),
    load: os.loadavg()[0] ?? 0,
  };
}

/** Median of 50, on the disk the databases of these measurements lie on. */
function measureFlush(): number {
  const file = path.join(cacheFolder(), "flush");
  const handle = fs.openSync(file, "w");
  const block = Buffer.alloc(4096, 1);
  const taken = Array.from({ length: 50 }, (_, at) => {
    const start = performance.now();
    fs.writeSync(handle, block, 0, block.length, at * block.length);
    fs.fdatasyncSync(handle);
    return performance.now() - start;
  });
  fs.closeSync(handle);
  fs.rmSync(file);
  return taken.sort((a, b) => a - b)[25] ?? 0;
}

export function machineLine(machine: Machine): string {
  return (
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, ${machine.system}; ` +
    `Node ${machine.node}, SQLite ${machine.sqlite}; a durable write takes ${machine.flushMs.toFixed(1)} ms; ` +
    `load before the start ${machine.load.toFixed(1)}`
  );
}
