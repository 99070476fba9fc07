import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

const { studio, newStudy, studySettings, survey, instruments } = messagesIn("en");
const { about } = newStudy;

async function signIn(page: Page) {
  await page.goto("/studio");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.reader.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.reader.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page).toHaveURL(/\/studio$/);
}
const english = (page: Page, label: string) => page.getByLabel(fill(about.en, { label }), { exact: true });
const button = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true });

async function firstStep(page: Page, name: string) {
  await page.getByRole("link", { name: newStudy.link, exact: true }).click();
  await button(page, newStudy.next).click();
  await expect(page.getByText(newStudy.problems.name)).toBeVisible();
  await english(page, about.name).fill(name);
  await english(page, about.institution).fill("Riverside College");
  await english(page, about.lead).fill("Dr Li");
  await page.getByLabel(about.contact).fill("li@example.org");
  await button(page, newStudy.next).click();
  // What was typed is still there beside what is missing.
  await expect(english(page, about.name)).toHaveValue(name);
  await english(page, about.ethics).fill("Board of the college, no. 7");
  await button(page, newStudy.next).click();
  await expect(page).toHaveURL(/\/studio\/new\/instrument\?/);
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("three steps lead to a link that asks, and every room of the study has something to say", async ({
      page,
    }) => {
      await signIn(page);
      const name = `Course feedback ${javaScriptEnabled ? "one" : "two"}`;
      await firstStep(page, name);
      await page.getByRole("link", { name: newStudy.back, exact: true }).click();
      await expect(english(page, about.name)).toHaveValue(name);
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, newStudy.next).click();
      await page.getByRole("radio", { name: newStudy.instrument.choices.course.name }).check();
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, newStudy.next).click();
      await page.getByLabel(newStudy.collector.closes).fill("2001-01-01T00:00");
      await button(page, newStudy.collector.create).click();
      await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
      const later = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
      await page.getByLabel(newStudy.collector.closes).fill(later);
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, newStudy.collector.create).click();
      await expect(
        page.getByRole("heading", { level: 1, name: fill(newStudy.done.title, { title: name }) }),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      const study = new URL(page.url()).searchParams.get("study");
      const rooms = ["", "/instruments", "/fieldwork", "/fieldwork/waves/1", "/results", "/results/trend"];
      for (const room of [...rooms, "/voices", "/responses", "/releases", "/fieldwork/quality"])
        expect((await page.request.get(`/studio/${study}${room}`)).status(), room).toBe(200);
      await page.locator("a.studio-address").click();
      await expect(page.getByText("Riverside College")).toBeVisible();
      await page.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: survey.start }).click();
      await expect(page.getByText("Why did you take this course?")).toBeVisible();
    });
  });

test("a blank survey opens nothing, and leads to the editor; more surveys are made beside it", async ({
  page,
}) => {
  await signIn(page);
  await firstStep(page, "Something of our own");
  await page.getByRole("radio", { name: newStudy.instrument.choices.blank.name }).check();
  await button(page, newStudy.next).click();
  await expect(page.getByText(newStudy.collector.later)).toBeVisible();
  await button(page, newStudy.collector.create).click();
  await expect(page.getByRole("link", { name: newStudy.done.toEditor })).toBeVisible();
  const study = new URL(page.url()).searchParams.get("study");
  for (const room of ["", "/fieldwork", "/fieldwork/waves/new", "/results", "/results/groups", "/voices"])
    expect((await page.request.get(`/studio/${study}${room}`)).status(), room).toBe(200);
  await page.goto(`/studio/${study}/instruments`);
  const { list, make } = instruments;
  await expect(page.getByRole("row").filter({ hasText: "blank" })).toContainText(list.unpublished);
  await expectAccessible(page);
  await page.getByRole("link", { name: list.create }).click();
  await page.getByRole("radio", { name: make.templates.blank.name }).check();
  await button(page, make.send).click();
  await expect(page.getByText(make.problems.title)).toBeVisible();
  await page.getByRole("radio", { name: fill(make.copy, { title: "Something of our own" }) }).check();
  await page.getByLabel(make.nameEn).fill("Its sister");
  await expectAccessible(page);
  await button(page, make.send).click();
  await expect(page.getByRole("heading", { level: 1, name: "Its sister" })).toBeVisible();
  await page.goto(`/studio/${study}/instruments`);
  await expect(page.getByRole("row").filter({ hasText: "blank-2" })).toContainText("Its sister");
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "settings with JavaScript" : "settings without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("what a study said of itself is changed later; another day for the data is asked about once", async ({
      page,
    }) => {
      await signIn(page);
      await firstStep(page, `To be renamed ${javaScriptEnabled}`);
      await page.getByRole("radio", { name: newStudy.instrument.choices.blank.name }).check();
      await button(page, newStudy.next).click();
      await button(page, newStudy.collector.create).click();
      await page.getByRole("link", { name: newStudy.done.settings, exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: studySettings.title })).toBeVisible();
      await expect(english(page, about.population)).toHaveValue("");
      await english(page, about.name).fill("Renamed");
      await page.getByLabel(fill(studySettings.limitEn, { n: 1 })).fill("Volunteers only.");
      const keep = page.getByLabel(about.keep);
      const from = await keep.inputValue();
      const to = `${Number(from.slice(0, 4)) - 1}-03-01`;
      await keep.fill(to);
      await button(page, studySettings.save).click();
      await expect(page.getByText(studySettings.reasonNeeded)).toBeVisible();
      await expect(page.getByText(studySettings.unsure)).toBeVisible();
      await expect(english(page, about.name)).toHaveValue("Renamed");
      await page.getByRole("checkbox").check();
      await page.getByLabel(studySettings.reason).fill("The ethics board asked for it");
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, studySettings.save).click();
      await expect(page.getByText(studySettings.saved)).toBeVisible();
      await expect(keep).toHaveValue(to);
      await expect(page.getByRole("listitem").filter({ hasText: "The ethics board" })).toContainText(
        "Renamed",
      );
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("link", { name: studySettings.back }).click();
      await expect(page.getByRole("link", { name: studySettings.link })).toBeVisible();
      await expect(page.getByText("Renamed", { exact: true })).toBeVisible();
    });
  });
