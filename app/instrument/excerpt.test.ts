import { expect, test } from "vitest";
import { productBlocks } from "./bank.ts";
import { type Definition, draftDefinition, instrumentDefinition, itemsOf } from "./definition.ts";
import { excerpt, excerptOf, insertExcerpt } from "./excerpt.ts";
import { templates } from "./templates/index.ts";

const teacher = (): Definition => templates["oneplusx-teacher"]();
const student = (): Definition => templates["oneplusx-student"]();
const pageOf = (definition: Definition, code: string) => definition.pages.find((page) => page.code === code)!;
const block = (id: string) => productBlocks().find((one) => one.id === id)!.excerpt;

test("every page of every template and every guide is in the bank, whole and well formed", () => {
  const blocks = productBlocks();
  expect(new Set(blocks.map((one) => one.id)).size).toBe(blocks.length);
  expect(blocks.filter((one) => one.source === "oneplusx-student")).toHaveLength(student().pages.length);
  expect(block("guide.focusGroup").elements).toHaveLength(6);
  expect(block("guide.followUp").elements).toHaveLength(10);
  for (const one of blocks) expect(excerpt.parse(one.excerpt)).toEqual(one.excerpt);
});

test("a whole scale takes its answer scale, theme and scoring along, codes and revs unchanged", () => {
  const before = teacher();
  const { definition, inserted, kept } = insertExcerpt(before, "views", block("oneplusx-student.curriculum"));
  expect(kept).toEqual([]);
  expect(inserted).toHaveLength(9);
  const theirs = pageOf(student(), "curriculum").items;
  expect(pageOf(definition, "views").items.slice(-9)).toEqual(theirs);
  expect(definition.scoring.find((one) => one.code === "CUR")).toEqual(
    student().scoring.find((one) => one.code === "CUR"),
  );
  expect(definition.themes.map((one) => one.code)).toContain("CUR");
  expect(Object.keys(definition.scales)).toEqual(Object.keys(before.scales));
  expect(instrumentDefinition.safeParse(definition).error).toBeUndefined();
});

test("what is there already stays as it is, and is named", () => {
  const once = insertExcerpt(teacher(), "views", block("oneplusx-student.curriculum")).definition;
  const twice = insertExcerpt(once, "views", block("oneplusx-student.curriculum"));
  expect(twice.inserted).toEqual([]);
  expect(twice.kept).toHaveLength(9);
  expect(twice.definition).toEqual(once);
});

test("part of a scale brings no scoring", () => {
  const part = excerptOf(student(), pageOf(student(), "curriculum").items.slice(0, 4));
  expect(part.scoring).toEqual([]);
  expect(Object.keys(part.scales)).toEqual(["agree5"]);
});

test("another scale of the same name comes in under its own", () => {
  const given = structuredClone(block("oneplusx-student.curriculum"));
  given.scales.agree5!.points.pop();
  const { definition } = insertExcerpt(teacher(), "views", given);
  expect(definition.scales.agree5!.points).toHaveLength(5);
  expect(definition.scales.agree5_2!.points).toHaveLength(4);
  const names = new Set(
    itemsOf(definition as never).flatMap((item: { kind: string; code: string; scale?: string }) =>
      item.code.startsWith("CUR") ? [item.scale] : [],
    ),
  );
  expect([...names]).toEqual(["agree5_2"]);
});

test("routing on questions that are not asked here is left out", () => {
  const given = block("oneplusx-student.preparation");
  const routed = given.elements.filter((one) => one.showIf);
  const { definition } = insertExcerpt(teacher(), "views", given);
  expect(draftDefinition.safeParse(definition).success).toBe(true);
  const asked = pageOf(definition, "views").items;
  for (const one of routed) expect(asked.find((item) => item.code === one.code)?.showIf).toBeUndefined();
  expect(() => insertExcerpt(teacher(), "nowhere", given)).toThrow(RangeError);
});
