import { expect, test } from "vitest";
import { addSending, readSending, stampOf } from "./paradata.ts";

const now = Date.UTC(2026, 10, 22, 8);
const read = (fields: Record<string, string>, go = "next") =>
  readSending(new URLSearchParams(fields), go, now);
const ago = (seconds: number) => stampOf(now - seconds * 1000);

test("the phone's own seconds count, to a tenth and within a day", () => {
  expect(read({ at: ago(60), seconds: "12.34" }).seconds).toBe(12.3);
  for (const nonsense of ["0", "-5", "0.04", "86401", "Infinity", "x"])
    expect(read({ at: ago(60), seconds: nonsense }).seconds, nonsense).toBe(60);
});

test("a page from the future, from long ago or with no date at all says nothing of its time", () => {
  for (const at of [ago(-5), ago(61 * 86_400), "!", "zzzzzzzzzzz", stampOf(now * 100)])
    expect(read({ at })).toMatchObject({ seconds: 0, signals: [] });
  // Left open over night: our clock says how long ago it was made, not how long anybody looked at it.
  expect(read({ at: ago(2 * 86_400) }).seconds).toBe(0);
});

test("signals: a filled trap, no time at all, never shown", () => {
  expect(read({ at: ago(5), website: "x" }).signals).toEqual(["honeypot"]);
  expect(read({ at: ago(0.9) }).signals).toEqual(["hurried"]);
  expect(read({ at: ago(0.9) }, "back").signals).toEqual([]);
  expect(read({}).signals).toEqual(["scripted"]);
  expect(read({}, "save").signals).toEqual([]);
  // A phone that was without network was never shown our page, but knows how long it showed its own.
  expect(read({ seconds: "30" }).signals).toEqual([]);
});

test("visits sum up; what a phone sends as its total counts once however often it is sent", () => {
  const draft = { pageSeconds: { a: 1.1 }, signals: ["hurried" as const] };
  const visit = read({ at: ago(60), seconds: "2.2", website: "x" });
  expect(addSending(draft, "a", visit)).toEqual({
    pageSeconds: { a: 3.3 },
    signals: ["hurried", "honeypot"],
  });
  const total = read({ seconds: "9" }, "save");
  const once = addSending(draft, "b", total);
  expect(addSending(once, "b", total).pageSeconds).toEqual({ a: 1.1, b: 9 });
  expect(addSending(draft, "a", read({ at: ago(9), seconds: "5" }, "save")).pageSeconds).toEqual({ a: 1.1 });
});
