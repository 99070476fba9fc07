import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Kysely } from "kysely";
import { appendBlock, type Block } from "#app/results/blocks.ts";
import { appendRows, buildColumns, type Columns, type StudySurroundings } from "#app/results/columns.ts";
import { reserve } from "#app/results/room.ts";
import type { AskedVersion } from "#app/results/versions.ts";
import { type ChangeStamp, type ResponseRange, readResponsePage } from "#db/queries/columns.server.ts";
import type { Database } from "#db/schema.ts";
import { meetVersions } from "./meet-versions.server.ts";
import type { Reading, Told } from "./read-worker.server.ts";

const worker = createRequire(import.meta.url).resolve("#app/http/read-worker.server.ts");

/** Rows read at once in the thread that serves students: about 5 ms of work, then others have their turn. */
export const page = 1000;
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** So many are read here before a thread would have started. */
export const few = 30_000;

/** What is around a study while its columns are kept: it grows with them. */
export type Around = StudySurroundings & {
  cohorts: Map<string, StudySurroundings["cohorts"] extends ReadonlyMap<string, infer One> ? One : never>;
  waves: Map<
    string,
    NonNullable<StudySurroundings["waves"]> extends ReadonlyMap<string, infer One> ? One : never
  >;
  versions: Map<string, AskedVersion>;
};

/**
 * Reads all responses of a range into columns: many of them in threads with connections of their own, each a part of
 * the ids (which are random), whose packed rows are joined here.
 * @param size about how many there are
 * @param url of the store, for the threads; without it everything is read here
 */
export async function readColumns(
  db: Kysely<Database>,
  range: ResponseRange,
  around: Around,
  size: number,
  url: string | undefined,
): Promise<Columns> {
  const columns = buildColumns(around, []);
  // A little more than there are: the first answers that follow need no new room.
  reserve(columns, Math.ceil(size * 1.02));
  if (url === undefined) {
    for (let after = ""; ; ) {
      const rows = await readResponsePage(db, range, after, page);
      await meetVersions(db, rows, around.versions);
      appendRows(columns, rows, "new");
      if (rows.length < page) return columns;
      after = rows.at(-1)!.id;
      await turn();
    }
  }
  const threads = Math.min(4, availableParallelism());
  const bounds = Array.from({ length: threads - 1 }, (_, at) =>
    Math.floor((256 * (at + 1)) / threads)
      .toString(16)
      .padStart(2, "0"),
  );
  const join = (block: Block) => {
    for (const [id, version] of block.versions) around.versions.set(id, version);
    appendBlock(columns, block);
  };
  const readings = Array.from({ length: threads }, async (_, at) => {
    const thread = new StoreThread(url);
    try {
      await thread.read({ ...range, above: bounds[at - 1] ?? "", upTo: bounds[at] }, around, join);
    } finally {
      await thread.end();
    }
  });
  // All of them, also when one fails: nothing goes on reading for columns nobody keeps.
  await Promise.allSettled(readings);
  await Promise.all(readings);
  return columns;
}

interface Waiting {
  resolve(stamp: ChangeStamp | undefined): void;
  reject(reason: unknown): void;
  join?: (block: Block) => void;
}

/** A thread that reads the store through a connection of its own. */
export class StoreThread {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private orders = 0;
  gone = false;

  constructor(url: string) {
    this.thread = new Worker(worker, { execArgv: [], workerData: { url } });
    this.thread.on("message", (told: Told) => this.hear(told));
    this.thread.on("error", (error) => this.lose(error));
    this.thread.on("exit", (code) => this.lose(new Error(`reading ended with ${code}`)));
    // Only what is being read keeps a process going. After the listeners, which hold it again.
    this.thread.unref();
  }

  /** Gives every block of rows to `join`, and resolves after the last. */
  read(range: ResponseRange, around: StudySurroundings, join: (block: Block) => void): Promise<unknown> {
    return this.send({ range, around }, join);
  }

  async stampOf(studyId: string): Promise<ChangeStamp> {
    return (await this.send({ stampOf: studyId }))!;
  }

  end = (): Promise<unknown> => this.thread.terminate();

  private send(reading: Reading, join?: Waiting["join"]): Promise<ChangeStamp | undefined> {
    return new Promise((resolve, reject) => {
      const order = this.orders++;
      this.waiting.set(order, { resolve, reject, ...(join && { join }) });
      this.thread.ref();
      this.thread.postMessage({ ...reading, order });
    });
  }

  private hear(told: Told): void {
    const one = this.waiting.get(told.order);
    if ("block" in told) {
      one?.join?.(told.block);
      return;
    }
    this.waiting.delete(told.order);
    if (this.waiting.size === 0) this.thread.unref();
    if ("failed" in told) one?.reject(new Error(told.failed));
    else one?.resolve(told.stamp);
  }

  private lose(reason: unknown): void {
    this.gone = true;
    for (const one of this.waiting.values()) one.reject(reason);
    this.waiting.clear();
  }
}
