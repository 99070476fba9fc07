import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { readRows } from "./store.ts";

/** Questions out of the bank, a survey tried out, and invented responses: the first is saved, the others nowhere. */
const instrument = "/studio/demo/instruments/oneplusx-student";
const { bank, sandbox, survey, studio } = messagesIn("en");

async function signIn(page: Page, path: string) {
  await page.goto(path);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL((url) => url.pathname === path);
}

/** How many rows there are of everything answering could touch. */
const stored = (file: string) =>
  (["responses", "drafts", "instrument_drafts", "instrument_versions", "withdrawals"] as const).map(
    (table) => readRows(file, table).length,
  );

test("questions are inserted with their codes, once; a page is kept for others and deleted again", async ({
  page,
}) => {
  await signIn(page, `${instrument}/bank`);
  await expectAccessible(page);
  await page.getByText(bank.sources["oneplusx-teacher"], { exact: true }).click();
  await page.getByRole("link", { name: "Teaching and support" }).click();
  await expectAccessible(page);
  await page.getByRole("checkbox", { name: /^TCH02/ }).uncheck();
  await page.getByRole("button", { name: bank.chosen.insert }).click();
  await expect(page.getByRole("status")).toContainText("9 questions inserted");
  await page.goto(`${instrument}/bank?block=oneplusx-teacher.views`);
  await expect(page.getByRole("checkbox", { name: /^TCH01/ })).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: /^TCH02/ })).toBeChecked();
  // None chosen: the sentence stands beside the questions.
  await page.getByRole("checkbox", { name: /^TCH02/ }).uncheck();
  await page.getByRole("button", { name: bank.chosen.insert }).click();
  await expect(page.getByText(bank.problems.choose)).toBeVisible();

  await page.getByRole("link", { name: bank.chosen.back }).click();
  await page.getByRole("button", { name: bank.save.send }).click();
  await expect(page.getByText(bank.problems.required)).toBeVisible();
  await page.getByLabel(bank.save.nameZh).fill("我们的背景题");
  await page.getByRole("button", { name: bank.save.send }).click();
  await expect(page.getByRole("status")).toContainText(bank.save.done);
  await expect(page.getByRole("link", { name: "我们的背景题" })).toBeVisible();
  await page.getByText(bank.own.remove, { exact: true }).click();
  await page.getByRole("button", { name: bank.own.removeYes }).click();
  await expect(page.getByRole("status")).toContainText(bank.save.removed);
});

test("a try-out leads through the student's own pages, insists where they do, and stores nothing", async ({
  page,
  server,
}) => {
  await signIn(page, `${instrument}/test`);
  const before = stored(server.databaseFile);
  await page.getByRole("link", { name: sandbox.tryOut.open }).click();
  await page.getByRole("button", { name: survey.next }).click();
  await expect(page.locator(".summary")).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await page.getByRole("button", { name: survey.next }).click();
  await page.locator("#SCR01").getByRole("radio").last().check();
  // The usual way through: whatever can be left open is.
  for (let pages = 0; pages < 20 && (await page.getByText(sandbox.tryOut.endBody).count()) === 0; pages++)
    await page.getByRole("button", { name: new RegExp(`^(${survey.next}|${survey.submit})$`) }).click();
  await expect(page.getByText(sandbox.tryOut.endBody)).toBeVisible();
  await expect(page.getByText("SCR01", { exact: false })).toBeVisible();
  await expectAccessible(page);
  expect(stored(server.databaseFile)).toEqual(before);
});

test("invented responses reach every page and give a dashboard that is nowhere else", async ({
  page,
  server,
}) => {
  await signIn(page, `${instrument}/test`);
  await page.getByLabel(sandbox.invent.count).fill("few");
  await page.getByRole("button", { name: sandbox.invent.send }).click();
  await expect(
    page.getByText(fill(sandbox.invent.problems.count, { least: 20, most: "2000" })),
  ).toBeVisible();
  const before = stored(server.databaseFile);
  await page.getByLabel(sandbox.invent.count).fill("200");
  await page.getByRole("button", { name: sandbox.invent.send }).click();
  await expect(page.getByText(sandbox.reach.fine)).toBeVisible();
  await expect(page.getByText(sandbox.notReal)).toBeVisible();
  await expect(page.locator("#themes canvas").first()).toBeVisible();
  await expectAccessible(page);
  expect(stored(server.databaseFile)).toEqual(before);
});
