import { parentPort } from "node:worker_threads";
import type { CountPlan } from "#app/results/count-plan.ts";
import { countRows } from "#app/results/count-rows.ts";

/** A range of rows to count, and the number its answer goes by. */
export interface CountOrder {
  order: number;
  plan: CountPlan;
  from: number;
  to: number;
}

// The rows themselves are shared memory: only the small tables of the plan and the counts travel.
parentPort?.on("message", ({ order, plan, from, to }: CountOrder) => {
  parentPort?.postMessage({ order, counts: countRows(plan, from, to) });
});
