import { expect, test } from "vitest";
import { asked } from "./asked.ts";
import { type Definition, instrumentDefinition, itemsOf } from "./definition.ts";
import { writtenItems } from "./differences.ts";
import { changesOf, judge, raisedCodes, readyToPublish } from "./publishing.ts";
import { newCodeFor, withNewCode } from "./publishing-new-code.ts";
import onePlusX from "./templates/one-plus-x-student.json" with { type: "json" };

const base = () => instrumentDefinition.parse(structuredClone(onePlusX)) as Definition;
const when = { by: "Li", at: "2026-11-22T00:00:00.000Z" };
function reworded(words: string, code = "CUR01"): Definition {
  const draft = base();
  const item = writtenItems(draft).find((one) => one.code === code);
  if (item) item.text = { ...item.text, en: words };
  return draft;
}
const revOf = (definition: Definition, code: string) =>
  itemsOf(asked(definition)).find((item) => item.code === code)?.rev;
const original = writtenItems(base()).find(({ code }) => code === "CUR01")?.text.en ?? "";

test("other words raise the revision by themselves, once and of nothing else", () => {
  const draft = reworded(`${original.replace(".", "")} in practice.`);
  const found = changesOf(draft, [base()]);
  const { judged, problems } = judge(found, () => ({}), when);
  expect(problems).toEqual({});
  const ready = readyToPublish(draft, [base()], judged);
  expect(raisedCodes(draft, ready)).toEqual(["CUR01"]);
  expect(revOf(ready, "CUR01")).toBe(2);
  // Back to the first words: no version before may have had this revision.
  const back = changesOf(base(), [ready, base()]);
  const third = readyToPublish(base(), [ready, base()], judge(back, () => ({}), when).judged);
  expect(revOf(third, "CUR01")).toBe(3);
});

test("a typo leaves it, and deciding so of other words takes a reason", () => {
  const draft = reworded(`${original.replace(".", "")} in practice.`);
  const found = changesOf(draft, [base()]);
  const key = found[0]?.key ?? "";
  expect(judge(found, () => ({ decided: "typo" }), when).problems).toEqual({ [key]: "reason" });
  expect(judge(found, () => ({ decided: "structure" }), when).problems).toEqual({ [key]: "not-allowed" });
  expect(judge(found, () => ({ decided: "no such class" }), when).problems).toEqual({ [key]: "not-allowed" });
  const { judged, problems } = judge(found, () => ({ decided: "typo", reason: " was left out " }), when);
  expect(problems).toEqual({});
  expect(judged[0]).toMatchObject({ decided: "typo", reason: "was left out", by: "Li", proposed: "wording" });
  expect(raisedCodes(draft, readyToPublish(draft, [base()], judged))).toEqual([]);
});

test("another meaning is not published under the same code; under a new one it is", () => {
  const draft = reworded("I did not like it.");
  const found = changesOf(draft, [base()]);
  const key = found[0]?.key ?? "";
  expect(judge(found, () => ({}), when).problems).toEqual({ [key]: "new-code" });
  const code = newCodeFor("CUR01", [base(), draft]);
  expect(code).toBe("CUR01B");
  const renamed = withNewCode(draft, "CUR01", code);
  expect(instrumentDefinition.safeParse(renamed).error).toBeUndefined();
  const after = changesOf(renamed, [base()]);
  expect(after.map(({ rule }) => rule).sort()).toEqual(["added", "retired", "scoring"]);
  expect(judge(after, () => ({}), when).problems).toEqual({});
});

test("a new code goes along into conditions and scores", () => {
  const renamed = withNewCode(base(), "SCR01", "SCR01B");
  expect(JSON.stringify(renamed)).not.toMatch(/"SCR01"/);
  expect(instrumentDefinition.safeParse(renamed).error).toBeUndefined();
});

test("a revision never falls behind a published one", () => {
  const published = base();
  const item = writtenItems(published).find(({ code }) => code === "CUR02");
  if (item) item.rev = 4;
  expect(revOf(readyToPublish(base(), [published], []), "CUR02")).toBe(4);
});
