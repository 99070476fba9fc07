import fc from "fast-check";
import { expect, test } from "vitest";
import { responseRates } from "./dispositions.ts";

const mail = { optedOut: 6, undeliverable: 8, unwritten: 15 };
const list = { invited: 200, received: 84, withdrawn: 2, partial: 10, mail };

test("by hand: 84 + 10 + 2 + 104 = 200; RR1 84/200, RR2 94/200", () => {
  expect(responseRates(list)).toEqual({
    invited: 200,
    dispositions: { complete: 84, partial: 10, refusal: 2, unanswered: 104 },
    mail,
    rr1: 0.42,
    rr2: 0.47,
  });
});

test("by hand: everybody answered", () => {
  const all = { ...list, invited: 30, received: 30, withdrawn: 0, partial: 0 };
  expect(responseRates(all)).toMatchObject({ rr1: 1, rr2: 1, dispositions: { unanswered: 0 } });
});

test("somebody who began on two phones is not counted beyond the list", () => {
  // 90 - 84 - 2 = 4 people are left for 10 drafts.
  expect(responseRates({ ...list, invited: 90 })?.dispositions).toMatchObject({ partial: 4, unanswered: 0 });
});

test("what mail knows moves no rate and no disposition: the difference would tell who answered", () => {
  const marked = responseRates({ ...list, mail: { ...mail, undeliverable: 9, unwritten: 14 } });
  expect({ ...marked, mail }).toEqual(responseRates(list));
});

test("no rate without a list, and none that more happened on than people are on it", () => {
  expect(responseRates({ ...list, invited: 0 })).toBeUndefined();
  expect(responseRates({ ...list, invited: 85 })).toBeUndefined();
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
        mail: fc.record({ optedOut: n, undeliverable: n, unwritten: n }),
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
