import { describe, expect, it } from "vitest";
import { irv } from "./irv.ts";
import oracles from "./oracles.json" with { type: "json" };

describe("irv", () => {
  it.each(oracles.f1Responses.map((answers, row) => [row + 1, answers] as const))(
    "agrees with R's sd on respondent %i of fixture F1",
    (row, answers) => {
      const result = irv(answers);
      expect(result.computable && result.irv).toBeCloseTo(oracles.f1.irv.value[row - 1]!, 10);
    },
  );

  it("is exactly 0 for a straight line, and has no value below two answers", () => {
    expect(irv([3, null, 3, 3])).toEqual({ computable: true, irv: 0, n: 3 });
    expect(irv([null, 4])).toEqual({ computable: false, reason: "one-answer" });
    expect(irv([])).toEqual({ computable: false, reason: "no-valid-answers" });
  });
});
