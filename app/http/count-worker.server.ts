import { parentPort } from "node:worker_threads";
import type { CountPlan, Counts } from "#app/results/count-plan.ts";
import { countRows } from "#app/results/count-rows.ts";
import { type Judged, type Judging, judge } from "#app/results/suspects.ts";

/** Work for a thread, and what comes of it. The rows are shared memory: only small tables and counts travel. */
export type Work = { plan: CountPlan; from: number; to: number } | { judging: Judging };
export type Done = Counts | Judged;
/** Each order and its answer go by a number. */
export type Order = Work & { order: number };

/** Tables go to whoever asked, without a copy; those in shared memory are everybody's anyway. */
function buffersIn(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (one: unknown) => {
    if (ArrayBuffer.isView(one)) {
      if (one.buffer instanceof ArrayBuffer && one.byteLength > 0) found.add(one.buffer);
    } else if (one !== null && typeof one === "object") Object.values(one).forEach(look);
  };
  look(value);
  return [...found];
}

parentPort?.on("message", (work: Order) => {
  const done: Done = "judging" in work ? judge(work.judging) : countRows(work.plan, work.from, work.to);
  parentPort?.postMessage({ order: work.order, done }, buffersIn(done));
});
