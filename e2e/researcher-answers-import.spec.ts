import { expect, type Page } from "@playwright/test";
import { templates } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { test } from "./fixtures.ts";
import { readRows } from "./store.ts";

const { studio, answersImport: words } = messagesIn("en");
const page = "/studio/demo/fieldwork/waves/import-answers";
const textOf = (code: string) =>
  templates["oneplusx-student"]()
    .pages.flatMap(({ items }) => items)
    .find((one) => one.code === code)!.text["zh-CN"];

/** As 问卷星 exports it, with numbers of options; the last row says what nobody can know the meaning of. */
const head = [
  ...["序号", "提交答卷时间", "所用时间", "来源", "来自IP"],
  ...[`1、${textOf("SCR01")}`, `2、${textOf("BG01")}`, `3、${textOf("EXM04")}`, "4、最后一题", "总分"],
];
const rows = Array.from({ length: 12 }, (_, at) => [
  ...[String(at + 1), `2026/5/${at + 1} 10:20:30`, "316秒", "微信", `10.9.8.${at}`],
  ...["1", String((at % 3) + 1), at === 11 ? "很难说" : String((at % 5) + 1), "x", "0"],
]);
const file = {
  name: "问卷星.csv",
  mimeType: "text/csv",
  buffer: Buffer.from([head, ...rows].map((row) => row.join(",")).join("\r\n")),
};

async function signIn(page: Page) {
  await page.goto("/studio/sign-in");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function importAndUndo(browser: Page, database: string, scripted: boolean) {
  const counts = () => readRows(database, "responses").length;
  const before = counts();
  await signIn(browser);
  await browser.goto(page);
  await browser.getByLabel(words.file).setInputFiles(file);
  await browser.getByRole("button", { name: words.check, exact: true }).click();
  await expect(browser.getByRole("heading", { name: words.report })).toBeVisible();
  const main = browser.getByRole("main");
  await expect(main).toContainText("12 responses can be imported");
  await expect(main).toContainText("来自IP");
  expect(await browser.content()).not.toMatch(/10\.9\.8\.|10:20:30|316秒/);
  // The word nobody knows the meaning of can be given one.
  const column = `3、${textOf("EXM04")}`;
  const meaning = browser.getByLabel(words.valueIs.replace("{value}", "很难说").replace("{column}", column));
  await expect(meaning).toHaveValue("");
  if (scripted) await expectAccessible(browser);
  await meaning.selectOption("3");
  await browser.getByRole("button", { name: "Agree and import 12 responses" }).click();
  // Neither named, nor agreed to, nor seen as it is now: nothing is stored.
  await expect(main).toContainText(words.wrong.notAgreed);
  await expect(main).toContainText(words.wrong.changed);
  expect(counts()).toBe(before);
  await browser.getByLabel(words.nameZh).fill("问卷星，2026年春");
  await browser.getByLabel(words.agreed).check();
  await browser.getByRole("button", { name: "Agree and import 12 responses" }).click();
  await expect(browser).toHaveURL(/fieldwork\/waves\/\d+$/);
  await expect(main).toContainText("问卷星.csv");
  expect(counts()).toBe(before + 12);
  const [wave] = readRows(database, "waves", "imported is not null");
  const imported = readRows(database, "responses", "wave_id = ?", wave!.id);
  expect(JSON.stringify(imported)).not.toMatch(/10\.9\.8|10:20|316秒|微信/);
  expect(
    imported.map(({ answers }) => JSON.parse(String(answers)).EXM04).filter((one) => one === 3),
  ).toHaveLength(3);
  const address = browser.url();
  await browser.goto("/studio/demo/results");
  await expect(main).toContainText("Includes imported answers");
  await browser.goto(address);
  await browser.getByText(words.undo, { exact: true }).click();
  await browser.getByRole("button", { name: "Delete these 12 imported responses" }).click();
  await expect(browser).toHaveURL(/fieldwork\/waves$/);
  expect(counts()).toBe(before);
}

test("an export of 问卷星 becomes a wave once it was looked at, and can be taken back", async ({
  page,
  server,
}) => {
  await importAndUndo(page, server.databaseFile, true);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the same", async ({ page, server }) => {
    await importAndUndo(page, server.databaseFile, false);
  });
});

test("what is no table of answers is refused in words, and nothing is stored", async ({ page: tab }) => {
  await signIn(tab);
  await tab.goto(page);
  await tab.getByLabel(words.file).setInputFiles({
    name: "x.xlsx",
    mimeType: "application/zip",
    buffer: Buffer.from("PK\u0003\u0004nothing"),
  });
  await tab.getByRole("button", { name: words.check, exact: true }).click();
  await expect(tab.getByRole("main")).toContainText(words.nothingStored);
  await expect(tab.getByLabel(words.file)).toHaveAttribute("aria-invalid", "true");
});
