import type { Dialect, Kysely, Transaction } from "kysely";
import type { TableOptions } from "../migrations/0001_start.ts";
import type { Database } from "../schema.ts";

export type Commit = <T>(write: (trx: Transaction<Database>) => Promise<T>) => Promise<T>;

/** Everything that differs between the two databases. Nobody else asks which one it is. */
export interface Engine {
  name: "sqlite" | "postgresql";
  dialect: Dialect;
  tableOptions: TableOptions;
  /** Throws unless a committed row survives a power cut. */
  assertDurable(db: Kysely<Database>): Promise<void>;
  /** Runs small writes, each resolved only after its own COMMIT. */
  committer(db: Kysely<Database>): Commit;
  /** Whether the database could not do it just now (locked, full, failing, away), whatever it was asked. */
  isUnavailable(error: unknown): boolean;
  /** Runs `work` while no other process prepares the same database: one migrates and seeds, the others wait. Not nested. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /**
   * Lays responses, withdrawals, invitations and volunteers in the order of their random ids, where the database would
   * keep them in order of arrival, and makes the recent ones bear one and the same mark of when they were written.
   */
  scatter?(db: Kysely<Database>): Promise<void>;
  /** Drops what the database still keeps of the order in which invitations were just used and volunteers came. */
  forgetHistory(db: Kysely<Database>): Promise<void>;
  /** Copies the database aside before migrations change it, where that is cheap; returns the copy's path. */
  backUp?(): Promise<string | undefined>;
  /** Deletes that copy a day after it was made: it holds answers and addresses that are to be forgotten in time. */
  forgetBackUp?(now?: Date): Promise<void>;
}
