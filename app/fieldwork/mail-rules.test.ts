import { describe, expect, test } from "vitest";
import { backOff, mostTries } from "./mail-backoff.ts";
import { mailOutcome, mailProblem } from "./mail-failure.ts";
import { inSteps, mailRules, reminderRefusal, usedShown } from "./mail-rules.ts";

test("waits grow from about a minute to at most six hours, apart from one another", () => {
  const minutes = Array.from({ length: mostTries - 1 }, (_, at) => backOff(at + 1, 0.5) / 60_000);
  expect(minutes.map(Math.round)).toEqual([1, 3, 7, 19, 51, 135, 360]);
  expect(backOff(1, 0)).toBe(48_000);
  expect(backOff(1, 1)).toBe(72_000);
  expect(backOff(7, 1)).toBe(6 * 3_600_000);
  expect(backOff(100, 1)).toBe(6 * 3_600_000);
});

describe("what a failure means", () => {
  const rcpt = (responseCode: number, response: string) => ({
    message: "x",
    code: "EENVELOPE",
    command: "RCPT TO",
    responseCode,
    response,
  });
  test.each([
    ["mailbox unknown", rcpt(550, "550 5.1.1 no such user"), false, "refused", false],
    ["relaying denied", rcpt(554, "554 5.7.1 relay access denied"), false, "failed", false],
    ["greylisted", rcpt(451, "451 4.7.1 try again"), false, "later", false],
    [
      "refused to connect",
      { message: "connect ECONNREFUSED", code: "ESOCKET", command: "CONN" },
      false,
      "later",
      true,
    ],
    [
      "cut off before the letter",
      { message: "closed", code: "ECONNECTION", command: "CONN" },
      false,
      "later",
      true,
    ],
    [
      "cut off within the letter",
      { message: "closed", code: "ECONNECTION", command: "CONN" },
      true,
      "unsure",
      true,
    ],
    [
      "no answer to the letter",
      { message: "Timeout", code: "ETIMEDOUT", command: "CONN" },
      true,
      "unsure",
      true,
    ],
    [
      "letter taken for spam",
      { message: "x", code: "EMESSAGE", command: "DATA", responseCode: 554, response: "554 5.7.1 spam" },
      true,
      "failed",
      false,
    ],
    [
      "busy after the letter",
      { message: "x", code: "EMESSAGE", command: "DATA", responseCode: 451, response: "451 busy" },
      true,
      "later",
      true,
    ],
    [
      "wrong password",
      { message: "x", code: "EAUTH", command: "AUTH PLAIN", responseCode: 535, response: "535 5.7.8 no" },
      false,
      "later",
      true,
    ],
    [
      "sender refused",
      { message: "x", code: "EENVELOPE", command: "MAIL FROM", responseCode: 550, response: "550 5.1.8 no" },
      false,
      "later",
      true,
    ],
    [
      "closing down",
      { message: "x", code: "EENVELOPE", responseCode: 421, response: "421 bye" },
      false,
      "later",
      true,
    ],
  ])("%s", (_, error, handedOver, outcome, server) => {
    expect(mailOutcome(error, handedOver)).toEqual({ outcome, server });
  });

  test("the server's sentence is kept on one line", () => {
    expect(mailProblem({ message: "m", response: `550 5.1.1\r\n550 ${"x".repeat(300)}` })).toMatch(
      /^550 5\.1\.1 550 x{186}$/,
    );
  });
});

describe("reminders", () => {
  const now = new Date("2026-11-22T12:00:00.000Z");
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000).toISOString();
  const invited = { kind: "invitation" as const, createdAt: at(300) };
  const reminder = (hoursAgo: number) => ({ kind: "reminder" as const, createdAt: at(hoursAgo) });
  test("none before an invitation, none within two days, never a fourth", () => {
    expect(reminderRefusal([], now)).toEqual({ is: "none-invited" });
    expect(reminderRefusal([invited], now)).toBeUndefined();
    expect(reminderRefusal([invited, reminder(47)], now)).toEqual({ is: "too-soon", from: at(-1) });
    expect(reminderRefusal([invited, reminder(48)], now)).toBeUndefined();
    const all = Array.from({ length: mailRules.reminders }, () => reminder(100));
    expect(reminderRefusal([invited, ...all], now)).toEqual({ is: "enough" });
  });
});

describe("used links", () => {
  test("small lists say nothing, both ends are blurred, in between only whole steps", () => {
    expect(usedShown(5, 19)).toEqual({ is: "hidden" });
    expect(usedShown(0, 64)).toEqual(usedShown(9, 64));
    expect(usedShown(27, 64)).toEqual({ is: "about", atLeast: 20 });
    expect(usedShown(54, 64)).toEqual({ is: "about", atLeast: 50 });
    expect(usedShown(55, 64)).toEqual(usedShown(64, 64));
  });

  test("one more answer moves what is shown only at whole steps or near the end", () => {
    for (const total of [20, 64, 333]) {
      let changes = 0;
      for (let used = 1; used <= total; used++)
        if (JSON.stringify(usedShown(used, total)) !== JSON.stringify(usedShown(used - 1, total))) changes++;
      expect(changes).toBeLessThanOrEqual(Math.floor(total / 10));
    }
  });

  test("letters of a reminder are counted in the same steps", () => {
    expect([0, 1, 9, 10, 19, 20].map(inSteps)).toEqual([0, null, null, 10, 10, 20]);
  });
});
