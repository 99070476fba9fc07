import fs from "node:fs";
import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** A language more for a survey: written in side by side, sent to a translator and taken back in. */
const languages = "/studio/demo/instruments/oneplusx-student/languages";
const { translations, studio } = messagesIn("en");

async function signIn(page: Page, path: string) {
  await page.goto(path);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL((url) => url.pathname === path);
}

test("Uyghur is added, translated on the page, by two people at once, and by a file", async ({
  page,
  context,
}) => {
  await signIn(page, languages);
  await page.getByText(translations.languages.add, { exact: true }).first().click();
  await page.getByLabel(translations.languages.typed).fill("not a tag");
  await page.getByRole("button", { name: translations.languages.add }).click();
  await expect(page.getByText(translations.problems.badTag)).toBeVisible();
  await page.getByLabel(translations.languages.typed).fill("ug");
  await page.getByRole("button", { name: translations.languages.add }).click();
  await expect(page.getByRole("rowheader", { name: /ug/ })).toBeVisible();

  await page.goto(`${languages}?to=ug&part=instrument`);
  await expectAccessible(page);
  const title = page.getByLabel(/^Title/);
  await expect(title).toHaveAttribute("dir", "rtl");
  const other = await context.newPage();
  await other.goto(page.url());
  await title.fill("سوئال قەغىزى");
  await page.getByRole("button", { name: translations.table.save }).click();
  await expect(page.getByRole("status")).toContainText("1 text was saved");
  // Another text is in nobody's way, the same one is: what was typed stays until it is saved once more.
  await other.getByLabel(/^Invitation/).fill("تەكلىپ");
  await other.getByLabel(/^Title/).fill("باشقا");
  await other.getByRole("button", { name: translations.table.save }).click();
  await expect(other.getByRole("alert")).toContainText(translations.table.conflict);
  await expect(other.getByText(fill(translations.table.theirs, { text: "سوئال قەغىزى" }))).toBeVisible();
  await other.getByRole("button", { name: translations.table.save }).click();
  await expect(other.getByRole("status")).toContainText("2 texts were saved");
  await other.close();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: translations.files.xlf }).click(),
  ]);
  const xliff = fs.readFileSync(await download.path(), "utf8");
  expect(xliff).toContain("باشقا");
  const sent = xliff.replace("باشقا", "يېڭى").replace('id="instrument.invitation"', 'id="instrument.gone"');
  await page.goto(`${languages}/import?to=ug`);
  const buffer = Buffer.from(sent);
  await page
    .getByLabel(translations.import.file)
    .setInputFiles({ name: "ug.xlf", mimeType: "text/xml", buffer });
  await page.getByRole("button", { name: translations.import.check }).click();
  await expect(page.getByText("instrument.gone")).toBeVisible();
  await expect(page.getByRole("cell", { name: "يېڭى" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: translations.import.apply, exact: true }).click();
  await expect(page.getByRole("status")).toContainText("1 text was saved");

  const line = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /ug/ }) });
  await line.getByText(translations.languages.remove, { exact: true }).click();
  await line.getByRole("button").last().click();
  await expect(page.getByRole("rowheader", { name: /ug/ })).toHaveCount(0);
});
