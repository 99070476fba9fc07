import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { Quiet } from "./quiet.ts";

test("a change waits for readings under way, and later readings wait for the change", async () => {
  const quiet = new Quiet();
  const seen: string[] = [];
  const read = (name: string, ms: number) =>
    quiet.during(async () => {
      seen.push(`${name} starts`);
      await pause(ms);
      seen.push(`${name} ends`);
    });
  const all = [read("first", 30), read("second", 60)];
  await pause(5);
  all.push(
    quiet.after(() => seen.push("change")),
    read("third", 5),
  );
  await Promise.all(all);
  expect(seen).toEqual([
    "first starts",
    "second starts",
    "first ends",
    "second ends",
    "change",
    "third starts",
    "third ends",
  ]);
});

test("a change that fails says so, and the next one goes on; so does one after a reading that failed", async () => {
  const quiet = new Quiet();
  const reading = quiet.during(() => Promise.reject(new Error("unreadable")));
  await expect(reading).rejects.toThrow("unreadable");
  await expect(
    quiet.after(() => {
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  let changed = false;
  await quiet.after(() => {
    changed = true;
  });
  expect(changed).toBe(true);
});
