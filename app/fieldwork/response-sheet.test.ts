import { expect, test } from "vitest";
import { templates } from "#app/instrument/templates/index.ts";
import { closeDraft } from "./closing.ts";
import { responseSheet } from "./response-sheet.ts";

const instrument = templates["oneplusx-student"]();
const draft = {
  seed: 7,
  answers: {
    CON01: true as const,
    SCR01: "taken",
    BG06: { pending: "月亮证书" },
    BG13: null,
    CUR01: 4,
    CUR02: 98,
    OPC01: "多些实训",
  },
  pageSeconds: { about: 12 },
};
const closed = closeDraft(instrument, draft);
const sheet = responseSheet(instrument, closed, () => undefined);
const entries = sheet.flatMap((page) => page.entries);
const answer = (code: string) => entries.find((one) => one.code === code)?.answer;

test("answers read as the instrument words them, and the three kinds of missing stay apart", () => {
  expect(answer("CON01")).toEqual({ is: "ticked" });
  expect(answer("CUR01")).toEqual({ is: "labels", labels: [{ "zh-CN": "同意", en: "Agree" }] });
  expect(answer("CUR02")).toEqual({ is: "notApplicable" });
  expect(answer("CUR03")).toEqual({ is: "skipped" });
  expect(answer("NP01")).toEqual({ is: "notAsked" });
  expect(answer("BG06")).toEqual({ is: "pending", words: "月亮证书" });
  expect(answer("OPC01")).toEqual({ is: "words", words: "多些实训" });
  expect(answer("OPE01")).toEqual({ is: "skipped" });
});

test("shuffled statements stand in the order this student met them, every item once", () => {
  const shown = sheet.find((page) => page.code === "curriculum")?.entries.map((one) => one.code);
  expect(shown).toEqual(closed.presented.filter((code) => code.startsWith("CUR")));
  expect(shown).not.toEqual([...(shown ?? [])].sort());
  expect(new Set(entries.map((one) => one.code)).size).toBe(entries.length);
  expect(sheet.find((page) => page.code === "about")?.seconds).toBe(12);
});

test("an item the version does not have is an error, not a silent gap", () => {
  const strange = { ...closed, presented: ["NO99"] };
  expect(() => responseSheet(instrument, strange, () => undefined)).toThrow("NO99");
});
