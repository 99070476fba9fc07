import fc from "fast-check";
import { expect, test } from "vitest";
import { responseRates } from "./dispositions.ts";

const list = {
  invited: 200,
  received: 84,
  withdrawn: 2,
  partial: 10,
  optedOut: 6,
  undeliverable: 8,
  unwritten: 15,
};

test("by hand: 84 + 10 + (6 + 2) + 8 + 75 + 15 = 200; RR1 84/200, RR2 94/200", () => {
  expect(responseRates(list)).toEqual({
    invited: 200,
    dispositions: { complete: 84, partial: 10, refusal: 8, nonContact: 8, silent: 75, unwritten: 15 },
    rr1: 0.42,
    rr2: 0.47,
  });
});

test("by hand: everybody answered", () => {
  const all = {
    invited: 30,
    received: 30,
    withdrawn: 0,
    partial: 0,
    optedOut: 0,
    undeliverable: 0,
    unwritten: 0,
  };
  expect(responseRates(all)).toMatchObject({ rr1: 1, rr2: 1, dispositions: { silent: 0, unwritten: 0 } });
});

test("somebody who began on two phones is not counted beyond the list", () => {
  const twice = { ...list, invited: 104, partial: 10, unwritten: 0 };
  // 104 - 84 - 2 - 6 - 8 = 4 people are left for 10 drafts.
  expect(responseRates(twice)?.dispositions).toMatchObject({ partial: 4, silent: 0 });
});

test("no rate without a list, and none that more happened on than people are on it", () => {
  expect(responseRates({ ...list, invited: 0 })).toBeUndefined();
  expect(responseRates({ ...list, invited: 99 })).toBeUndefined();
});

test("every invited person has exactly one disposition; RR1 <= RR2 <= 1", () => {
  const n = fc.nat({ max: 50 });
  fc.assert(
    fc.property(
      fc.record({
        invited: fc.nat({ max: 300 }),
        received: n,
        withdrawn: n,
        partial: n,
        optedOut: n,
        undeliverable: n,
        unwritten: n,
      }),
      (counts) => {
        const rates = responseRates(counts);
        if (!rates) return;
        const all = Object.values(rates.dispositions);
        expect(all.every((one) => one >= 0)).toBe(true);
        expect(all.reduce((a, b) => a + b, 0)).toBe(counts.invited);
        expect(rates.rr1).toBeLessThanOrEqual(rates.rr2);
        expect(rates.rr2).toBeLessThanOrEqual(1);
      },
    ),
  );
});
