import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CountPlan, Counts } from "#app/results/count-plan.ts";
import { addCounts, countRows } from "#app/results/count-rows.ts";
import { type Judged, type Judging, judge } from "#app/results/suspects.ts";
import type { Done, Work } from "./count-worker.server.ts";

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/count-worker.server.ts");
/** Rows that are counted right here: below this it takes a few milliseconds, less than sending it away. */
const few = 30_000;

interface Waiting {
  resolve(done: Done): void;
  reject(reason: unknown): void;
}

/** Threads that count beside the one that answers students; started when first needed, kept, and never waited for. */
class Counters {
  private readonly most: number;
  private threads: Worker[] = [];
  private readonly waiting = new Map<number, Waiting & { thread: Worker }>();
  private orders = 0;

  constructor(most: number) {
    this.most = most;
  }

  async count(plan: CountPlan, rows: number): Promise<Counts> {
    const threads = this.start();
    const share = Math.ceil(rows / threads.length);
    const parts = threads.map((thread, at) => {
      const from = Math.min(rows, at * share);
      return this.send(thread, { plan, from, to: Math.min(rows, from + share) }) as Promise<Counts>;
    });
    // All of them, also when one fails: a thread about to die of this order must not be given the next.
    await Promise.allSettled(parts);
    return (await Promise.all(parts)).reduce(addCounts);
  }

  judge = (judging: Judging): Promise<Judged> => this.send(this.start()[0]!, { judging }) as Promise<Judged>;

  private send(thread: Worker, work: Work): Promise<Done> {
    return new Promise((resolve, reject) => {
      const order = this.orders++;
      this.waiting.set(order, { resolve, reject, thread });
      thread.ref();
      thread.postMessage({ ...work, order });
    });
  }

  private start(): Worker[] {
    while (this.threads.length < this.most) {
      const thread = new Worker(worker, { execArgv: [] });
      thread.on("message", ({ order, done }: { order: number; done: Done }) => {
        this.waiting.get(order)?.resolve(done);
        this.waiting.delete(order);
        if (![...this.waiting.values()].some((one) => one.thread === thread)) thread.unref();
      });
      thread.on("error", (error) => this.lose(thread, error));
      thread.on("exit", (code) => this.lose(thread, new Error(`counting ended with ${code}`)));
      // Only what is being counted keeps a process going. After the listeners, which hold it again.
      thread.unref();
      this.threads.push(thread);
    }
    return this.threads;
  }

  /** What a thread that is gone was asked for fails; the next who asks gets a new one. */
  private lose(thread: Worker, reason: unknown): void {
    this.threads = this.threads.filter((one) => one !== thread);
    for (const [order, one] of this.waiting) {
      if (one.thread !== thread) continue;
      this.waiting.delete(order);
      one.reject(reason);
    }
  }
}

const counters = new Counters(Math.min(4, availableParallelism()));
/** Judging a census takes half a minute: nobody's counts wait behind it. */
const judges = new Counters(1);

/**
 * Counts the first `rows` rows of a plan: here when they are few, else in threads of their own, so that nobody who
 * answers meanwhile has to wait. The rows must stay as they are until it is done.
 */
export const countPlan = (plan: CountPlan, rows: number): Promise<Counts> | Counts =>
  rows <= few ? countRows(plan, 0, rows) : counters.count(plan, rows);

/** Judges who is suspect, likewise. */
export const judgeRows = (judging: Judging): Promise<Judged> | Judged =>
  judging.rows <= few ? judge(judging) : judges.judge(judging);
