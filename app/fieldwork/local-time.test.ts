import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localTimeIn, momentOf } from "./local-time.ts";

// Expected moments from `TZ=<zone> date -u -d @…` (GNU coreutils, tzdata).
describe("the clock at a place", () => {
  test.each([
    ["Asia/Shanghai", "2026-03-01T08:00", "2026-03-01T00:00:00.000Z"],
    ["Asia/Urumqi", "2026-03-01T08:00", "2026-03-01T02:00:00.000Z"],
    ["Asia/Kolkata", "2026-03-01T05:30", "2026-03-01T00:00:00.000Z"],
    ["America/New_York", "2026-01-15T12:00", "2026-01-15T17:00:00.000Z"],
    ["America/New_York", "2026-07-15T12:00", "2026-07-15T16:00:00.000Z"],
    // The evening before clocks go forward, and the morning after.
    ["Europe/Berlin", "2026-03-28T23:59", "2026-03-28T22:59:00.000Z"],
    ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-01-01T00:00", "2025-12-31T10:00:00.000Z"],
    ["Pacific/Pago_Pago", "2026-01-01T00:00", "2026-01-01T11:00:00.000Z"],
    // Half an hour of summer time only.
    ["Australia/Lord_Howe", "2026-01-01T11:00", "2026-01-01T00:00:00.000Z"],
  ])("%s %s is %s", (zone, local, moment) => {
    expect(momentOf(zone, local)).toBe(moment);
    expect(localTimeIn(zone, new Date(moment))).toBe(local);
  });

  test("the hour that clocks skip does not exist", () => {
    expect(momentOf("Europe/Berlin", "2026-03-29T02:30")).toBeUndefined();
    expect(momentOf("America/New_York", "2026-03-08T02:00")).toBeUndefined();
    expect(momentOf("Asia/Shanghai", "2026-03-29T02:30")).toBe("2026-03-28T18:30:00.000Z");
    // Samoa left out a whole day when it changed sides of the date line.
    expect(momentOf("Pacific/Apia", "2011-12-30T12:00")).toBeUndefined();
  });

  test("of an hour lived twice, the first", () => {
    expect(momentOf("Europe/Berlin", "2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
    expect(momentOf("America/New_York", "2026-11-01T01:30")).toBe("2026-11-01T05:30:00.000Z");
  });

  test.each(["", "2026-02-30T10:00", "2026-13-01T10:00", "2026-01-01T24:00", "2026-01-01", "tomorrow"])(
    "%j is no time",
    (text) => expect(momentOf("Asia/Shanghai", text)).toBeUndefined(),
  );

  test("midnight is the hour 0 of the new day", () => {
    expect(localTimeIn("Asia/Shanghai", new Date("2026-03-01T16:00:00Z"))).toBe("2026-03-02T00:00");
  });

  test("there and back again, everywhere and at any time", () => {
    const zones = [
      "Asia/Shanghai",
      "Europe/Berlin",
      "America/New_York",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
    ];
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 365 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const time = new Date(Date.UTC(1995, 0, 1) + minute * 60_000);
        const local = localTimeIn(zone, time);
        const back = momentOf(zone, local);
        // Clocks going back make two moments of one reading; the first is at most an hour earlier.
        const earlier = time.getTime() - Date.parse(back ?? "");
        expect(localTimeIn(zone, new Date(back ?? ""))).toBe(local);
        expect([0, 1_800_000, 3_600_000]).toContain(earlier);
      }),
      { numRuns: 300 },
    );
  });
});
