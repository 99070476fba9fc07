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
 * A group takes in whatever one turn of the event loop brings. SQLite holds the loop while it flushes, so under load
 * the requests that came in meanwhile are all read in the next turn; who is alone does not wait for anybody.
 */
export function groupCommit(db: Kysely<Database>): Commit {
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
    while (waiting.length > 0) {
      await turn();
      const group = waiting;
      waiting = [];
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
