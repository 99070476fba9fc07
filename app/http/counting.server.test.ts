import { describe, expect, test } from "vitest";
import { randomFrom } from "#app/instrument/order.ts";
import type { CountPlan } from "#app/results/count-plan.ts";
import { countRows } from "#app/results/count-rows.ts";
import { countPlan } from "./counting.server.ts";

/** A column of two thousand-odd blocks of rows in shared memory, counted by itself and by a second variable. */
function plan(rows: number): CountPlan {
  const random = randomFrom(3);
  const column = (levels: number) => {
    const values = new Int8Array(new SharedArrayBuffer(rows));
    for (let row = 0; row < rows; row++) values[row] = Math.floor(random() * levels) - 3;
    return { values, levels };
  };
  return {
    by: [column(6)],
    excluded: new Uint8Array(new SharedArrayBuffer(rows)),
    bundles: [],
    singles: [column(9), column(20)],
    themes: [],
    groupOf: new Uint16Array(7),
    groups: 0,
    reliability: "whole",
    pairs: false,
  };
}

describe("counting in threads", () => {
  test("gives what counting here gives, also for several who ask at once", async () => {
    const rows = 120_007;
    const plans = [plan(rows), plan(rows), plan(rows)];
    const found = await Promise.all(plans.map((one) => countPlan(one, rows)));
    found.forEach((counts, at) => {
      expect(counts).toEqual(countRows(plans[at]!, 0, rows));
    });
  });

  test("tells the one who asked when a thread dies of it, and serves the next", async () => {
    const broken = { ...plan(50_000), bundles: null };
    await expect(countPlan(broken as unknown as CountPlan, 50_000)).rejects.toThrow();
    const fine = plan(50_000);
    expect(await countPlan(fine, 50_000)).toEqual(countRows(fine, 0, 50_000));
  });
});
