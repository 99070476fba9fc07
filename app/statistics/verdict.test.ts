import { describe, expect, it } from "vitest";
import { computed, notComputable } from "./computable.ts";
import { verdict } from "./verdict.ts";

const between = (low: number, high: number, n = 200) => computed({ n, low, high });

describe("verdict", () => {
  it("leans only when the whole interval is on one side of neutral", () => {
    expect(verdict(between(3.01, 3.4))).toBe("positive");
    expect(verdict(between(2.5, 2.99))).toBe("negative");
    expect(verdict(between(2.9, 3.2))).toBe("neutral-indistinct");
  });

  it("does not lean when the interval touches neutral", () => {
    expect(verdict(between(3, 3.4))).toBe("neutral-indistinct");
    expect(verdict(between(2.6, 3))).toBe("neutral-indistinct");
  });

  it("keeps silent on few answers and where there is no interval", () => {
    expect(verdict(between(3.5, 4, 29))).toBe("none");
    expect(verdict(between(3.5, 4, 30))).toBe("positive");
    expect(verdict(notComputable("no-variance"))).toBe("none");
  });

  it("follows a threshold higher than thirty, and another neutral point", () => {
    expect(verdict(between(3.5, 4, 40), { k: 50 })).toBe("none");
    expect(verdict(between(52, 60), { neutral: 50 })).toBe("positive");
  });
});
