import fs from "node:fs";
import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { readRows } from "./store.ts";

/** Questionnaires come in from files and go out into them: a report first, and nothing stored until somebody agrees. */
const all = "/studio/demo/instruments";
const { exchange, interchange, studio } = messagesIn("en");

async function signIn(page: Page, path: string) {
  await page.goto(path);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL((url) => url.pathname === path);
}

const pasted = `学生问卷

1. 您的性别 [单选题] *
○男
○女

2. 请上传照片 [文件上传]

3. 您的建议 [填空题]
_____
`;

test("pasted text is reported, and becomes an instrument once agreed to", async ({ page, server }) => {
  const stored = () => readRows(server.databaseFile, "instruments").length;
  await signIn(page, `${all}/import`);
  await expectAccessible(page);
  const before = stored();
  await page.getByLabel(exchange.import.text).fill(pasted);
  await page.getByRole("button", { name: exchange.import.check }).click();
  await expect(page.getByRole("heading", { name: exchange.report.title })).toBeVisible();
  const lost = page
    .getByRole("row")
    .filter({ hasText: fill(interchange.findings["lost.kind"], { type: "文件上传" }) });
  await expect(lost).toContainText("line 7");
  await expect(page.getByText("您的建议")).toBeVisible();
  await expectAccessible(page);
  expect(stored()).toBe(before);

  await page.getByLabel(exchange.report.code, { exact: true }).fill("oneplusx-student");
  await page.getByRole("button", { name: exchange.report.agree }).click();
  await expect(page.getByText(exchange.problems.taken)).toBeVisible();
  expect(stored()).toBe(before);
  await page.getByLabel(exchange.report.code, { exact: true }).fill("pasted");
  await page.getByRole("button", { name: exchange.report.agree }).click();
  await page.waitForURL((url) => url.pathname === `${all}/pasted`);
  expect(stored()).toBe(before + 1);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft goes out as XLSForm and comes back over another, and a hostile file is refused", async ({
    page,
    server,
  }) => {
    await signIn(page, `${all}/oneplusx-student/files`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: fill(exchange.files.download, { format: "XLSForm workbook" }) }).click(),
    ]);
    const workbook = fs.readFileSync(await download.path());
    await page.goto(`${all}/import?into=oneplusx-teacher`);
    const send = async (buffer: Buffer) => {
      await page.getByLabel(exchange.import.file).setInputFiles({ name: "x.xlsx", mimeType: "x/y", buffer });
      await page.getByRole("button", { name: exchange.import.check }).click();
    };
    await send(Buffer.from("PK\u0003\u0004 no workbook"));
    await expect(page.getByText(interchange.refused.wrongFormat)).toBeVisible();
    await send(workbook);
    await expect(page.getByText(exchange.report.whole)).toBeVisible();
    const drafts = () => readRows(server.databaseFile, "instrument_drafts").length;
    const before = drafts();
    await page.getByRole("button", { name: exchange.report.agree }).click();
    await page.waitForURL((url) => url.pathname === `${all}/oneplusx-teacher`);
    // The version it began from, to go back to, and what was imported.
    expect(drafts()).toBe(before + 2);
  });
});
