import fc from "fast-check";
import { expect, test } from "vitest";
import { type Item, item, kinds, readItem } from "./index.ts";
import type { Answer, Surroundings } from "./kind.ts";

const t = (text: string) => ({ "zh-CN": text, en: text });
const around: Surroundings = { scales: {}, findCertificate: () => undefined, year: 2026 };
const parsed = (definition: object): Item => item.parse({ rev: 1, code: "Q1", text: t("?"), ...definition });
const codes = ["a", "b", "c", "d", "e"];
const options = codes.map((code) => ({ code, label: t(code) }));

/** Any question of a kind, and any answer it may have. */
const questions: Record<string, fc.Arbitrary<[object, Answer]>> = {
  number: fc
    .integer({ min: 0, max: 4 })
    .chain((decimals) =>
      fc
        .integer({ min: -(10 ** 9), max: 10 ** 9 })
        .map((whole): [object, Answer] => [
          { kind: "number", decimals },
          whole === 0 ? 0 : whole / 10 ** decimals,
        ]),
    ),
  date: fc
    .date({ min: new Date("1970-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
    .chain((date) =>
      fc
        .constantFrom("month", "day")
        .map((precision): [object, Answer] => [
          { kind: "date", precision, min: "1970-01", max: "current" },
          date.toISOString().slice(0, precision === "day" ? 10 : 7),
        ]),
    ),
  ranking: fc
    .integer({ min: 1, max: 5 })
    .chain((max) =>
      fc
        .shuffledSubarray(codes, { minLength: max, maxLength: max })
        .map((answer): [object, Answer] => [{ kind: "ranking", options, max }, answer]),
    ),
  sum: fc
    .array(fc.nat(20_000), { minLength: 5, maxLength: 5 })
    .filter((parts) => parts.some(Boolean))
    .map((parts): [object, Answer] => [
      { kind: "sum", options, total: parts.reduce((so, one) => so + one, 0) },
      { amounts: Object.fromEntries(codes.map((code, index) => [code, parts[index] ?? 0])) },
    ]),
  short: fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((typed) => typed.replace(/\s+/g, " ").trim())
    .filter(Boolean)
    .map((answer): [object, Answer] => [{ kind: "short", maxLength: 200 }, answer]),
  nps: fc
    .integer({ min: 0, max: 10 })
    .map((answer): [object, Answer] => [{ kind: "nps", low: t("l"), high: t("h") }, answer]),
  differential: fc
    .integer({ min: 3, max: 11 })
    .chain((points) =>
      fc
        .integer({ min: 1, max: points })
        .map((answer): [object, Answer] => [
          { kind: "differential", left: t("l"), right: t("r"), points },
          answer,
        ]),
    ),
  slider: fc
    .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 21 })
    .chain((values) =>
      fc
        .constantFrom(...values)
        .map((answer): [object, Answer] => [
          { kind: "slider", steps: values.map((value) => ({ value })) },
          answer,
        ]),
    ),
  multiple: fc
    .subarray(codes, { minLength: 1 })
    .map((answer): [object, Answer] => [{ kind: "multiple", options }, answer]),
};

test.each(Object.keys(questions))("%s: what is written reads as the same answer", (kind) => {
  fc.assert(
    fc.property(questions[kind] as fc.Arbitrary<[object, Answer]>, ([definition, answer]) => {
      const question = parsed(definition);
      expect(readItem(question, kinds[question.kind].write(answer), around)).toEqual({ answer });
    }),
  );
});

test.each(Object.keys(questions))("%s: whatever is sent is read or refused, never thrown", (kind) => {
  const sent = fc.array(
    fc.oneof(
      fc.string(),
      fc.string().map((value) => `a~${value}`),
    ),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(questions[kind] as fc.Arbitrary<[object, Answer]>, sent, ([definition], given) => {
      const question = parsed(definition);
      const reading = readItem(question, given, around);
      if ("problem" in reading || reading.answer === null) return;
      // What was kept can be shown again, and is kept again as it is.
      expect(readItem(question, kinds[question.kind].write(reading.answer), around)).toEqual(reading);
    }),
  );
});
