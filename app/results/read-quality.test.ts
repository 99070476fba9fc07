import { describe, expect, test } from "vitest";
import { randomFrom } from "#app/instrument/order.ts";
import { readQuality } from "./read-quality.ts";

const names = ["asked", "answered", "longstring", "irv", "secondsPerItem", "spacing", "instructed"] as const;
const picked = (indices: object) =>
  Object.fromEntries([...names, "signals"].map((name) => [name, (indices as Record<string, unknown>)[name]]));

describe("stored quality indices", () => {
  const random = randomFrom(11);
  const or = <T, U>(one: T, other: U) => (random() < 0.2 ? other : one);
  test("are read as JSON.parse reads them", () => {
    for (let time = 0; time < 2000; time++) {
      const stored = {
        ...{ asked: Math.floor(random() * 300), answered: Math.floor(random() * 40), longstring: 3 },
        irv: or(Number((random() * 3).toFixed(3)), null),
        secondsPerItem: or(Number((random() * 900).toFixed(random() < 0.5 ? 1 : 3)), null),
        spacing: or(random(), null),
        instructed: ["passed", "failed", "skipped", null][Math.floor(random() * 4)],
        contradictions: or(2, null),
        signals: or([], ["forwarded"]),
      };
      const json = JSON.stringify(stored);
      expect(picked(readQuality(json))).toEqual(picked(JSON.parse(json)));
    }
  });

  test("may be written otherwise", () => {
    const json = '{ "answered": 3, "asked": 1e1, "longstring": 2 }';
    expect(readQuality(json)).toEqual(JSON.parse(json));
    expect(() => readQuality('{"asked":1,"answered":2')).toThrow(SyntaxError);
    expect(() => readQuality('{"asked":1.,"answered":2}')).toThrow(SyntaxError);
  });
});
