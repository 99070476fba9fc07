import { expect, test } from "vitest";
import { guessing } from "./guessing.server.ts";
import { loggedPath, loggedTime } from "./log.server.ts";

/** A guesser's clock that only moves when somebody waits. */
function slowly() {
  const waits: number[] = [];
  return { waits, miss: guessing(3, async (ms) => void waits.push(ms)) };
}

test("twenty slips of the finger cost nothing; then each further miss is answered later, up to three seconds", async () => {
  const { waits, miss } = slowly();
  for (let at = 0; at < 20; at++) expect(await miss("a", 1000)).toBe(true);
  expect(waits).toEqual([]);
  for (let at = 0; at < 60; at++) await miss("a", 1000);
  expect(waits.slice(0, 3)).toEqual([100, 200, 300]);
  expect(waits.at(-1)).toBe(3000);
  expect(Math.max(...waits)).toBe(3000);
});

test("the minute slides: what is longer ago is forgotten", async () => {
  const { waits, miss } = slowly();
  for (let at = 0; at < 25; at++) await miss("a", at * 1000);
  expect(waits).toHaveLength(5);
  await miss("a", 84_500);
  expect(waits).toHaveLength(5);
});

test("at most eight of one address wait at once, the rest are sent away; other addresses do not notice", async () => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const miss = guessing(10, () => held);
  for (let at = 0; at < 20; at++) await miss("a", 0);
  const crowd = Array.from({ length: 30 }, () => miss("a", 0));
  const turnedAway = await Promise.all(crowd.slice(8));
  expect(turnedAway).toEqual(Array(22).fill(false));
  expect(await miss("b", 0)).toBe(true);
  letGo();
  expect(await Promise.all(crowd.slice(0, 8))).toEqual(Array(8).fill(true));
});

test("memory is bounded: the oldest address is forgotten first", async () => {
  const { waits, miss } = slowly();
  for (let at = 0; at < 20; at++) await miss("first", 0);
  for (const address of ["b", "c", "d"]) await miss(address, 0);
  await miss("first", 0);
  expect(waits).toEqual([]);
});

test("the log names no personal link", () => {
  expect(loggedPath("/i/AbCdEfGhIjKlMnOpQrStUv")).toBe("/i/*");
  expect(loggedPath("/I/AbCdEfGhIjKlMnOpQrStUv.data")).toBe("/i/*");
  expect(loggedPath("/%69/AbCdEfGhIjKlMnOpQrStUv")).toBe("/i/*");
  expect(loggedPath("/s/demo/about")).toBe("/s/demo/about");
});

test("the log tells the minute and nothing finer", () => {
  expect(loggedTime(new Date("2026-11-22T10:14:36.123Z"))).toBe("2026-11-22T10:14Z");
});
