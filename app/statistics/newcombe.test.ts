import { describe, expect, it } from "vitest";
import { newcombe } from "./newcombe.ts";
import oracles from "./oracles.json" with { type: "json" };

describe("newcombe", () => {
  // The hybrid formula over R's prop.test intervals; calls in oracles.json. First two also in Newcombe (1998).
  it.each(Object.entries(oracles.newcombe))("%s", (name, { value }) => {
    const [first, second] = name.split(" ").map((text) => {
      const [successes, n] = text.split("/").map(Number) as [number, number];
      return { successes, n };
    });
    const result = newcombe(first!, second!);
    if (!result.computable) throw new Error(result.reason);
    expect(result.difference).toBeCloseTo(value[0]!, 10);
    expect(result.low).toBeCloseTo(value[1]!, 10);
    expect(result.high).toBeCloseTo(value[2]!, 10);
  });

  it("changes sign with the order of the groups", () => {
    const [one, two] = [
      { successes: 6, n: 10 },
      { successes: 2, n: 9 },
    ];
    const [there, back] = [newcombe(one, two), newcombe(two, one)];
    if (!there.computable || !back.computable) throw new Error("computable");
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(back.high).toBeCloseTo(-there.low, 12);
  });

  it("needs both groups", () => {
    const empty = { computable: false, reason: "no-valid-answers" };
    expect(newcombe({ successes: 0, n: 0 }, { successes: 1, n: 3 })).toEqual(empty);
    expect(newcombe({ successes: 1, n: 3 }, { successes: 0, n: 0 })).toEqual(empty);
  });
});
