import { expect, test } from "vitest";
import { asked, type Definition } from "#app/instrument/definition.ts";
import { completeDefinitions } from "#app/instrument/templates/index.ts";
import { lostQuestions } from "./lost-questions.ts";

const before: Definition = completeDefinitions["oneplusx-student"]();
/** The same with its questions changed; `undefined` no longer asks one. */
const changed = (change: (item: { code: string }) => object | undefined): Definition => ({
  ...before,
  pages: before.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => (change(item) as typeof item | undefined) ?? []),
  })),
});
const name = { "zh-CN": "配额", en: "Quota" };
const [first = "", second = ""] = (() => {
  for (const item of asked(before).pages.flatMap(({ items }) => items))
    if (item.code === "BG01" && item.kind === "single") return item.options.map(({ code }) => code);
  return [];
})();
const wave: Parameters<typeof lostQuestions>[0] = {
  quotas: [
    { name, cell: { BG01: first } },
    { name: { "zh-CN": "不限", en: "All" }, cell: {} },
    { name: { "zh-CN": "早已没有", en: "Gone before" }, cell: { OLD: "a" } },
  ],
  targets: { BG01: { [first]: 60 }, "cohort.college": { A: 50 }, OLD: { a: 100 } },
};
const lost = (next: Definition) => lostQuestions(wave, asked(before), asked(next));

test("a version that asks the same loses nothing", () => {
  expect(first && second).toBeTruthy();
  expect(lost(before)).toEqual({ quotas: [], targets: [] });
});

test("a question no longer asked takes its quotas and targets along; doors and what was lost before do not count", () => {
  const found = lost(changed((item) => (item.code === "BG01" ? undefined : item)));
  expect(found.quotas).toEqual([name]);
  expect(found.targets).toHaveLength(1);
  expect(found.targets[0]?.en).not.toBe("BG01");
});

test("an option no longer offered takes the quota that counts it, and no other", () => {
  const without = (gone: string) =>
    changed((item) =>
      item.code === "BG01" && "options" in item
        ? { ...item, options: (item.options as { code: string }[]).filter(({ code }) => code !== gone) }
        : item,
    );
  expect(lost(without(first))).toEqual({ quotas: [name], targets: [] });
  expect(lost(without(second))).toEqual({ quotas: [], targets: [] });
});
