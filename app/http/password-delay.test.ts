import { expect, test } from "vitest";
import { passwordDelay } from "./password-delay.ts";

test("four wrong passwords cost nothing, then the wait doubles up to a quarter of an hour", () => {
  const seconds = [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map((failures) => passwordDelay(failures) / 1000);
  expect(seconds).toEqual([0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
});
