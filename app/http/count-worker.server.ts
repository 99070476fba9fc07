import { parentPort } from "node:worker_threads";
import type { CountPlan, Counts } from "#app/results/count-plan.ts";
import { countRows } from "#app/results/count-rows.ts";
import { type Judged, type Judging, judge } from "#app/results/suspects.ts";

/** Work for a thread, and what comes of it. The rows are shared memory: only small tables and counts travel. */
export type Work = { plan: CountPlan; from: number; to: number } | { judging: Judging };
export type Done = Counts | Judged;
/** Each order and its answer go by a number. */
export type Order = Work & { order: number };

parentPort?.on("message", (work: Order) => {
  const done: Done = "judging" in work ? judge(work.judging) : countRows(work.plan, work.from, work.to);
  parentPort?.postMessage({ order: work.order, done });
});
