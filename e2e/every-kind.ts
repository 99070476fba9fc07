import type { Page } from "@playwright/test";
import { everyKind } from "#app/instrument/testing/every-kind.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { connect } from "#db/connect.server.ts";
import { insertStudyAsking } from "#db/testing/every-kind.ts";
import { expect } from "./fixtures.ts";
import { rowsAt } from "./offline.ts";
import { newId } from "./store.ts";

export const definition = everyKind();
export const itemNamed = (code: string) => {
  const found = definition.pages.flatMap((page) => page.items).find((one) => one.code === code);
  if (!found || found.kind === "block") throw new Error(`There is no question ${code}`);
  return found;
};

/** A study of its own that asks everything. @returns the slug of its door */
export async function addStudy(databaseFile: string): Promise<string> {
  const slug = `kinds${newId().slice(0, 8)}`;
  const { db, close } = connect(databaseFile);
  await insertStudyAsking(db, slug, definition);
  await close();
  return `${slug}-a`;
}

export async function begin(page: Page, slug: string, language: Language) {
  await page.goto(`/s/${slug}?lang=${language}`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: messagesIn(language).survey.start }).click();
  await expect(heading(page, "choices", language)).toBeVisible();
}

export const heading = (page: Page, code: string, language: Language) =>
  page.getByRole("heading", {
    level: 1,
    name: definition.pages.find((one) => one.code === code)?.title[language] ?? "",
  });
/** A question as it is found by what it says. */
export const group = (page: Page, code: string, language: Language) =>
  page.getByRole(/^(MUL|DAT|RAN|SUM)/.test(code) ? "group" : "radiogroup", {
    name: itemNamed(code).text[language],
  });
export const field = (page: Page, code: string, language: Language) =>
  page.getByLabel(itemNamed(code).text[language]);
export const inside = (page: Page, code: string) => page.locator(`#${code}`);
export const check = (page: Page, code: string, value: string | number) =>
  inside(page, code).locator(`input[value="${value}"]`).check();
export async function next(page: Page, to: string, language: Language) {
  await page.getByRole("button", { name: messagesIn(language).survey.next, exact: true }).click();
  await expect(heading(page, to, language)).toBeVisible();
}
export const press = (page: Page, language: Language) =>
  page.getByRole("button", { name: messagesIn(language).survey.next, exact: true }).click();
export const send = (page: Page, language: Language) =>
  page.getByRole("button", { name: messagesIn(language).survey.submit }).click();

export async function fillChoices(page: Page, language: Language) {
  await check(page, "SIN01", "other");
  await page.locator("#SIN01_OTHER input").fill("  预科 ");
  await check(page, "MUL01", "job");
  await check(page, "MUL01", "skill");
  await check(page, "CHE01", "two");
  await field(page, "CAT01", language).fill("某个没有的证书");
  await field(page, "TEX01", language).fill("a ~ b");
}
export async function fillNumbers(page: Page, language: Language) {
  await field(page, "NUM01", language).fill("１２．５");
  await field(page, "YEA01", language).selectOption("2024");
  await pick(page, "DAT01", { y: 2025, m: 5 });
  await pick(page, "DAT02", { y: 2024, m: 2, d: 29 });
  await field(page, "SHO01", language).fill("a~b 专业");
  await field(page, "SHO02", language).fill("２０００９３");
  await field(page, "SHO03", language).fill("8:30");
}
export async function pick(page: Page, code: string, parts: Record<string, number>) {
  for (const [part, value] of Object.entries(parts))
    await page.locator(`select[name="${code}.${part}"]`).selectOption(String(value));
}
export async function fillPoints(page: Page) {
  await check(page, "SCA01", 98);
  await check(page, "SCA02", 2);
  await check(page, "DIF01", 7);
  await check(page, "NPS01", 10);
  await check(page, "SLI01", 60);
}
export async function divide(page: Page, parts: Record<string, string>) {
  for (const [part, amount] of Object.entries(parts))
    await page.locator(`[name="SUM01.${part}"]`).fill(amount);
}
export async function fillRows(page: Page) {
  await check(page, "MAT01", "seldom");
  await check(page, "MAT03", "never");
  await check(page, "MAS01", "pc");
  await check(page, "MAS01", "tool");
  await check(page, "BLK01", "maybe");
  await page.locator("#BLK01_OTHER input").fill("看钱");
  await page.locator("#BLK02 input").fill("累");
  await page.locator("#BLK03 input").fill("380");
}

export const answers = {
  CON01: true,
  SIN01: "other",
  MUL01: ["job", "skill"],
  CHE01: "two",
  CAT01: "~",
  NUM01: 12.5,
  YEA01: 2024,
  DAT01: "2025-05",
  DAT02: "2024-02-29",
  SCA01: 98,
  SCA02: 2,
  DIF01: 7,
  NPS01: 10,
  SLI01: 60,
  RAN01: ["senior", "teacher", "lab"],
  SUM01: { amounts: { theory: 30, practice: 70, work: 0 } },
  MAT01: "seldom",
  MAT02: null,
  MAT03: "never",
  MAS01: ["pc", "tool"],
  MAS02: null,
  BLK01: "maybe",
  BLK03: 380,
};
export const words = {
  SIN01_OTHER: "预科",
  CAT01: "某个没有的证书",
  TEX01: "a ~ b",
  SHO01: "a~b 专业",
  SHO02: "200093",
  SHO03: "8:30",
  BLK01_OTHER: "看钱",
  BLK02: "累",
};

export function expectStored(databaseFile: string, slug: string) {
  const rows = rowsAt(databaseFile, slug);
  expect(rows).toHaveLength(1);
  expect(JSON.parse(String(rows[0]?.answers))).toEqual(answers);
  expect(JSON.parse(String(rows[0]?.words))).toEqual(words);
}
