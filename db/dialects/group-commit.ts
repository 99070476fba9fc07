import type { Kysely, Transaction } from "kysely";
import type { Database } from "../schema.ts";
import type { Commit } from "./dialect.ts";

interface Waiting {
  write(trx: Transaction<Database>): Promise<unknown>;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

const isBusy = (error: unknown) =>
  (error as { code?: string } | null)?.code?.startsWith("SQLITE_BUSY") ?? false;
const turn = () => new Promise((resolve) => setImmediate(resolve));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Gathers writes that arrive close together into one transaction, because a durable COMMIT costs a disk flush
 * whatever it holds. Each caller hears back only after the COMMIT that carries its write. If one write fails, the
 * group is rolled back and everyone is written alone, so nobody suffers from a neighbour.
 *
 * Who is alone does not wait for anybody. Once two have come together, more are on their way: the next group waits
 * `gatherMs` for them, because SQLite holds the event loop while it flushes, and fewer flushes serve everybody sooner.
 */
export function groupCommit(db: Kysely<Database>, gatherMs = 3): Commit {
  let waiting: Waiting[] = [];
  let running = false;

  const together = (group: Waiting[]) =>
    db.transaction().execute(async (trx) => {
      const results: unknown[] = [];
      for (const one of group) results.push(await one.write(trx));
      return results;
    });

  async function patiently(group: Waiting[]): Promise<unknown[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await together(group);
      } catch (error) {
        if (!isBusy(error) || attempt === 5) throw error;
        await sleep(20 * attempt + Math.random() * 20);
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
      if (group.length === 1) return group[0]?.reject(error);
      for (const one of group) await settle([one]);
    }
  }

  async function run() {
    running = true;
    let crowded = false;
    while (waiting.length > 0) {
      await (crowded ? sleep(gatherMs) : turn());
      const group = waiting;
      waiting = [];
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
