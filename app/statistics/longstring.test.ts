import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longstring } from "./longstring.ts";
import oracles from "./oracles.json" with { type: "json" };

describe("longstring", () => {
  it("agrees with the test of R's careless package: runs of 10, 20 … 90 ones before 0 1 0 1 …, and blocks of ten", () => {
    const rows = Array.from({ length: 9 }, (_, row) =>
      Array.from({ length: 100 }, (_, at) => (at < (row + 1) * 10 ? 1 : at % 2)),
    );
    const blocks = Array.from({ length: 100 }, (_, at) => 1 - (Math.floor(at / 10) % 2));
    // expect_identical(longstring(ls.test.data), c(1:9*10, 10))
    expect([...rows, blocks].map(longstring)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 10]);
  });

  it("agrees with R's rle on fixture F1, where a missing answer ends a run", () => {
    expect(oracles.f1Responses.map(longstring)).toEqual(oracles.f1.longstring.value);
    expect(longstring([4, 4, null, 4, 4, 4, undefined, 4])).toBe(3);
  });

  it("is nothing where nothing was answered", () => {
    expect(longstring([])).toBe(0);
    expect(longstring([null, undefined])).toBe(0);
  });

  it("is the longest stretch that a plain search over all stretches finds", () => {
    const answer = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 30 }), (answers) => {
        let longest = 0;
        for (let from = 0; from < answers.length; from++)
          for (let to = from + 1; to <= answers.length; to++) {
            const part = answers.slice(from, to);
            if (part[0] !== null && part.every((one) => one === part[0]))
              longest = Math.max(longest, part.length);
          }
        expect(longstring(answers)).toBe(longest);
      }),
    );
  });
});
