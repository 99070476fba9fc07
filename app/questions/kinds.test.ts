import { describe, expect, test } from "vitest";
import { item, readItem } from "./index.ts";
import type { Surroundings } from "./kind.ts";

const t = (text: string) => ({ "zh-CN": text, en: text });
const around: Surroundings = { scales: {}, findCertificate: () => undefined, year: 2026 };
const options = ["a", "b", "c"].map((code) => ({ code, label: t(code) }));
const read = (definition: object, ...given: string[]) =>
  readItem(item.parse({ rev: 1, code: "Q1", text: t("?"), ...definition }), given, around);

describe("number", () => {
  const hours = { kind: "number", min: 0, max: 60, decimals: 1 };
  test.each([
    ["12.5", 12.5],
    ["１２．５", 12.5],
    [" 1 2 ", 12],
    ["1,2", 12],
    ["+7", 7],
    ["-0", 0],
    ["60", 60],
    ["060", 60],
  ])("takes %s", (typed, answer) => expect(read(hours, typed)).toEqual({ answer }));
  test.each(["-1", "60.1", "61", "999999999999"])("%s is outside its limits", (typed) =>
    expect(read(hours, typed)).toEqual({ problem: "out-of-range" }),
  );
  test.each(["12.55", "1.10"])("%s has too many decimals", (typed) =>
    expect(read(hours, typed)).toEqual({ problem: "decimals" }),
  );
  test.each(["abc", "1e3", "0x10", "1.", ".5", "Infinity", "--1", "1.2.3", "9".repeat(13), "十二"])(
    "%s is no number",
    (typed) => expect(read(hours, typed)).toEqual({ problem: "not-a-number" }),
  );
  test("an empty field is skipped, never zero", () => expect(read(hours, "　")).toEqual({ answer: null }));
  test("without limits anything goes", () =>
    expect(read({ kind: "number" }, "-123456")).toEqual({ answer: -123456 }));
});

describe("date", () => {
  const day = { kind: "date", precision: "day", min: "2019-09", max: "2024-02" };
  test("a day", () => expect(read(day, "y~2024", "m~2", "d~29")).toEqual({ answer: "2024-02-29" }));
  test("a day that no calendar has", () =>
    expect(read(day, "y~2023", "m~2", "d~29")).toEqual({ problem: "not-a-date" }));
  test.each([
    [["y~2023"]],
    [["y~2023", "m~2"]],
    [["m~2", "d~1"]],
    [["y~2023", "m~", "d~1"]],
    [["y~x", "m~2", "d~1"]],
  ])("%s is not all of it", (given) => expect(read(day, ...given)).toEqual({ problem: "incomplete" }));
  test.each([[["y~2024", "m~3", "d~1"]], [["y~2019", "m~8", "d~31"]]])("%s is outside its limits", (given) =>
    expect(read(day, ...given)).toEqual({ problem: "out-of-range" }),
  );
  test("a month, up to the end of this year", () => {
    const month = { kind: "date", min: "2019-09", max: "current" };
    expect(read(month, "y~2026", "m~12")).toEqual({ answer: "2026-12" });
    expect(read(month, "y~2027", "m~1")).toEqual({ problem: "out-of-range" });
  });
  test("nothing", () => expect(read(day, "y~", "m~", "d~")).toEqual({ answer: null }));
});

describe("ranking", () => {
  const rank = { kind: "ranking", options };
  test("first place first", () =>
    expect(read(rank, "a~2", "b~3", "c~1")).toEqual({ answer: ["c", "a", "b"] }));
  test("only the places there are", () => {
    expect(read({ ...rank, max: 2 }, "a~2", "c~1")).toEqual({ answer: ["c", "a"] });
    expect(read({ ...rank, max: 2 }, "a~2", "c~1", "b~3")).toEqual({ problem: "out-of-range" });
  });
  test("full-width digits", () =>
    expect(read({ ...rank, max: 2 }, "a~２", "c~１")).toEqual({ answer: ["c", "a"] }));
  test("a place given twice", () => expect(read(rank, "a~1", "b~1", "c~2")).toEqual({ problem: "twice" }));
  test("a place left out", () => expect(read(rank, "a~1", "b~3")).toEqual({ problem: "incomplete" }));
  test("an option that is not there", () =>
    expect(read(rank, "z~1", "b~2", "c~3")).toEqual({ problem: "unknown-option" }));
  test.each(["0", "4", "1.5", "-1", "x"])("no place is called %s", (place) =>
    expect(read(rank, `a~${place}`, "b~1", "c~2")).toEqual({ problem: "out-of-range" }),
  );
  test("nothing", () => expect(read(rank, "a~", "b~")).toEqual({ answer: null }));
});

describe("sum", () => {
  const share = { kind: "sum", options, total: 10 };
  test("an empty part is nothing", () =>
    expect(read(share, "a~4", "b~", "c~６")).toEqual({ answer: { amounts: { a: 4, b: 0, c: 6 } } }));
  test.each([[["a~4", "b~5"]], [["a~11"]], [["a~0"]]])("%s is not the whole", (given) =>
    expect(read(share, ...given)).toEqual({ problem: "wrong-total" }),
  );
  test.each(["-1", "1.5", "x", "1234567"])("%s is no amount", (typed) =>
    expect(read(share, `a~${typed}`, "b~9")).toEqual({ problem: "not-a-number" }),
  );
  test("an option that is not there", () =>
    expect(read(share, "a~4", "z~6")).toEqual({ problem: "unknown-option" }));
  test("nothing at all is skipped", () => expect(read(share, "a~", "b~")).toEqual({ answer: null }));
});

describe("points", () => {
  const differential = { kind: "differential", left: t("l"), right: t("r"), points: 7 };
  const slider = { kind: "slider", steps: [0, 50, 100].map((value) => ({ value })) };
  const nps = { kind: "nps", low: t("l"), high: t("r") };
  test.each([
    [differential, "7", 7],
    [nps, "0", 0],
    [nps, "10", 10],
    [slider, "0", 0],
    [slider, "100", 100],
  ])("%o takes %s", (definition, given, answer) => expect(read(definition, given)).toEqual({ answer }));
  test.each([
    [differential, "0"],
    [differential, "8"],
    [differential, "3.5"],
    [nps, "11"],
    [nps, "-1"],
    [nps, "07"],
    [slider, "51"],
    [slider, "x"],
  ])("%o has no %s", (definition, given) =>
    expect(read(definition, given)).toEqual({ problem: "unknown-option" }),
  );
  test("two at once are none", () => {
    for (const definition of [differential, nps, slider])
      expect(read(definition, "1", "2")).toHaveProperty("problem");
  });
});

describe("short", () => {
  test.each([
    ["postcode", "２０００９３", "200093"],
    ["time", "8：30", "8:30"],
    ["code", "ＡＢ-1", "AB-1"],
    ["web", "https://example.org/a?b=1", "https://example.org/a?b=1"],
    ["plain", "  两  个\n词 ", "两 个 词"],
  ])("%s takes %s", (format, typed, answer) =>
    expect(read({ kind: "short", format }, typed)).toEqual({ answer }),
  );
  test.each([
    ["postcode", "20009"],
    ["time", "24:00"],
    ["code", "甲-1"],
    ["digits", "1.5"],
    ["web", "javascript:alert(1)"],
    ["web", "example.org"],
  ])("%s refuses %s", (format, typed) =>
    expect(read({ kind: "short", format }, typed)).toEqual({ problem: "wrong-format" }),
  );
  test("counts what a reader counts", () => {
    expect(read({ kind: "short", maxLength: 2 }, "😀𠮷")).toEqual({ answer: "😀𠮷" });
    expect(read({ kind: "short", maxLength: 2 }, "三个字")).toEqual({ problem: "too-long" });
  });
});

describe("choices", () => {
  const several = {
    kind: "multiple",
    options: [...options, { code: "none", label: t("none"), exclusive: true }],
  };
  test("one that goes with no other", () => {
    expect(read(several, "none")).toEqual({ answer: ["none"] });
    expect(read(several, "none", "a")).toEqual({ problem: "exclusive" });
  });
  test("the least there must be, which an exclusive one need not reach", () => {
    expect(read({ ...several, min: 2 }, "a")).toEqual({ problem: "too-few" });
    expect(read({ ...several, min: 2 }, "none")).toEqual({ answer: ["none"] });
    expect(read({ ...several, min: 2 })).toEqual({ answer: null });
  });
  test("an instructed choice takes any, right or wrong", () =>
    expect(read({ kind: "check", options, expect: "b" }, "a")).toEqual({ answer: "a" }));
  test("headings and pictures ask nothing, even if said to be required", () => {
    expect(read({ kind: "section", required: true }, "x")).toEqual({ answer: null });
  });
});
