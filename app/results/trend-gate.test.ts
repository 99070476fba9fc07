import { describe, expect, test } from "vitest";
import { publicPolicy, staffPolicy } from "./policy.ts";
import { said, study, trend, type WaveOf } from "./testing/waves-study.ts";

describe("the gate, wave by wave", () => {
  const hidden = (waves: WaveOf[], policy = publicPolicy) => trend(study(waves), {}, policy);

  test("a wave of fewer than k is hidden with the next smallest beside it, and tested with nothing", () => {
    const found = hidden([
      { n: 40, first: 18, last: 25 },
      { n: 50, first: 30, last: 25 },
      { n: 6, first: 2, last: 3 },
    ]);
    const why = ({ size }: (typeof found.waves)[number]) => (size.shown ? size.n : size.why);
    expect(found.waves.map(why)).toEqual(["complement", 50, "few"]);
    expect(said(found.themes[0]!.waves)).toEqual(["complement", "shown", "few"]);
    expect(said(found.items[0]!.waves)).toEqual(["complement", "shown", "few"]);
    expect(found.tests).toEqual({ themes: 0, items: 0 });
    expect(found.composition).toBeUndefined();
    expect(JSON.stringify(found)).not.toContain('"n":40');
  });

  test("who said all the same is told as a bound and takes part in no test", () => {
    const found = hidden([
      { n: 40, first: 40, last: 25 },
      { n: 50, first: 30, last: 25 },
    ]);
    const [at] = found.items[0]!.waves;
    expect(at!.seam === undefined && at!.result).toMatchObject({
      shown: true,
      favourable: { share: { bound: "at-least" } },
    });
    expect(found.items[0]!.changes).toEqual([]);
    expect(found.tests.items).toBe(1);
  });

  test("waves of fewer than ten are shown to staff, not tested", () => {
    const found = hidden(
      [
        { n: 8, first: 3, last: 5 },
        { n: 50, first: 30, last: 25 },
      ],
      staffPolicy(5),
    );
    expect(said(found.items[0]!.waves)).toEqual(["shown", "shown"]);
    expect(found.tests).toEqual({ themes: 0, items: 0 });
  });

  test("strict: counts are rounded, and tests are made of what is told", () => {
    const found = hidden(
      [
        { n: 42, first: 18, last: 25 },
        { n: 51, first: 30, last: 25 },
      ],
      { ...publicPolicy, strict: true },
    );
    expect(found.waves.map(({ size }) => size.shown && size.n)).toEqual([40, 50]);
    expect(found.base).toMatchObject({ n: 95 });
    // 18 of 42 are told as 20 of 45 and so as .44, 30 of 51 as 30 of 50: the difference is that of the shares as told.
    expect(found.items[0]!.changes[0]!.estimate).toBeCloseTo(0.6 - 0.44, 10);
  });

  test("nothing at all of too few people, and no trend where there is one wave", () => {
    const found = hidden([
      { n: 4, first: 1, last: 1 },
      { n: 3, first: 1, last: 1 },
    ]);
    expect(found).toMatchObject({ base: { shown: false, why: "few" }, waves: [], items: [], themes: [] });
    expect(() => trend(study([{ n: 40, first: 18, last: 25 }]))).toThrow(RangeError);
  });
});
