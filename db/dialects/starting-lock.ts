import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { isBusy } from "./sqlite-trouble.ts";

/**
 * Lets one process at a time prepare a database file. The lock is an exclusive transaction on an empty file beside it:
 * the system takes it away from a process that dies, so a killed start never blocks the next one.
 */
export async function withStartingLock<T>(file: string, work: () => Promise<T>, patienceMs = 60_000) {
  fs.mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  const lock = new BetterSqlite(`${file}.starting`, { timeout: 0 });
  try {
    const deadline = Date.now() + patienceMs;
    while (!isTaken(lock)) {
      if (Date.now() > deadline) throw new Error(`Another process has been preparing ${file} for a minute.`);
      await pause(50);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function isTaken(lock: BetterSqlite.Database): boolean {
  try {
    lock.exec("begin exclusive");
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
