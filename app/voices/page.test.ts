import fc from "fast-check";
import { expect, test } from "vitest";
import { firstAfter } from "./page.ts";

test("gives what sorting everything and cutting would give", () => {
  const ids = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 1, maxLength: 4 }),
  );
  fc.assert(
    fc.property(ids, fc.string({ maxLength: 2 }), fc.integer({ min: 1, max: 5 }), (all, after, wanted) => {
      const sorted = all.filter((id) => id > after).sort();
      expect(firstAfter(all, after, wanted)).toEqual(sorted.slice(0, wanted));
    }),
  );
});
