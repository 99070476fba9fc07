import type { Kysely, Transaction } from "kysely";
import type { Database } from "../schema.ts";
import type { Commit } from "./dialect.ts";
import { isBusy, isSqliteTrouble } from "./sqlite-trouble.ts";

interface Waiting {
  write(trx: Transaction<Database>): Promise<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A transaction holds the event loop from its first to its last write: not for longer than this many. */
const mostTogether = 40;
/** How long a write waits for another process that holds the file. */
const patienceMs = 2000;

/**
 * Gathers writes that arrive close together into one transaction, because a durable COMMIT costs a disk flush
 * whatever it holds. Each caller hears back only after the COMMIT that carries its write. If one write fails, the
 * group is rolled back and everyone is written alone, so nobody suffers from a neighbour; if the database itself
 * is in trouble (locked for two seconds, disk full), everyone is told at once and may come again.
 *
 * Who is alone does not wait for anybody. Once two have come together, more are on their way: the next group waits
 * `gatherMs` for them, because SQLite holds the event loop while it flushes, and fewer flushes serve everybody sooner.
 */
export function groupCommit(db: Kysely<Database>, gatherMs = 3): Commit {
  const waiting: Waiting[] = [];
  let running = false;

  const together = (group: Waiting[]) =>
    db.transaction().execute(async (trx) => {
      const results: unknown[] = [];
      for (const one of group) results.push(await one.write(trx));
      return results;
    });

  async function patiently(group: Waiting[]): Promise<unknown[]> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        return await together(group);
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await sleep(30 + Math.random() * 70);
      }
    }
  }

  async function settle(group: Waiting[]): Promise<void> {
    try {
      const results = await patiently(group);
      group.forEach((one, index) => {
        one.resolve(results[index]);
      });
    } catch (error) {
      if (group.length > 1 && !isSqliteTrouble(error)) {
        for (const one of group) await settle([one]);
        return;
      }
      for (const one of group) one.reject(error);
    }
  }

  async function run() {
    running = true;
    let crowded = false;
    while (waiting.length > 0) {
      await (crowded && waiting.length < mostTogether ? sleep(gatherMs) : turn());
      const group = waiting.splice(0, mostTogether);
      crowded = group.length > 1;
      await settle(group);
    }
    running = false;
  }

  return <T>(write: (trx: Transaction<Database>) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ write, resolve: resolve as (value: unknown) => void, reject });
      if (!running) void run();
    });
}
