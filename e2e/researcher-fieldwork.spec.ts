import fs from "node:fs";
import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

const { studio, waves, survey } = messagesIn("en");
const room = "/studio/demo/fieldwork";

async function signIn(page: Page) {
  await page.goto("/studio/demo");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page).toHaveURL(/\/studio\/demo$/);
}

const button = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true });
const link = (page: Page, name: string) => page.getByRole("main").getByRole("link", { name, exact: true });

/** A time in the study's zone, days from now, as its form writes it. */
const localTime = (days: number) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "short" })
    .format(Date.now() + days * 86_400_000)
    .replace(" ", "T");

async function makeWave(page: Page, name: string) {
  await page.goto(`${room}/waves`);
  await link(page, waves.newWave).click();
  await page.getByLabel(waves.waveForm.nameZh).fill(name);
  await page.getByLabel(waves.waveForm.opens).fill(localTime(-1));
  await page.getByLabel(waves.waveForm.closes).fill(localTime(14));
  await page.getByLabel(waves.waveForm.grace).fill("30");
  await button(page, waves.waveForm.create).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function download(page: Page, name: string) {
  const downloading = page.waitForEvent("download");
  await link(page, name).click();
  const file = await downloading;
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

test("a wave, its class codes from a pasted list, poster and slide, pausing and closing", async ({
  page,
  playwright,
  server,
}) => {
  test.setTimeout(180_000);
  await signIn(page);
  await makeWave(page, "秋季班级");
  await link(page, waves.classes).click();
  const table =
    "college\tclass\tsize\t辅导员\n会计学院\t会计2601班\t44\t李\n会计学院\t会计2602班\t7\t王\n会计学院\t会计2601班\t44\t李";
  await page.getByLabel(waves.classList.pasted).fill(table);
  await button(page, waves.classList.check).click();
  const report = page.getByRole("region", { name: waves.classList.report }).first();
  await expect(report).toContainText("2 class codes can be made");
  await expect(report).toContainText("1 of them has fewer than 10 people");
  await expect(report).toContainText(waves.classList.problems.duplicate);
  await expect(report).toContainText("辅导员");
  await expectAccessible(page);
  await button(page, "Make these 2 class codes").click();
  await expect(page.getByRole("status")).toHaveText("2 class codes are ready.");
  const small = page.getByRole("row").filter({ hasText: "会计2602班" });
  await expect(small).toContainText(waves.small);
  await expect(small).toContainText(waves.under);
  await expect(small).toContainText(waves.states.open);
  // To hand out: every link in a table, every poster in one file.
  const links = await download(page, waves.prints.links);
  expect(links.bytes.toString().split("\r\n")[1]).toMatch(/^会计2601班,.*,44,http:\/\/\S+\/s\/\w{8}$/);
  const posters = await download(
    page,
    "Posters of all class codes, a page each (PDF, 2 pages) Both languages",
  );
  expect(posters.bytes.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2);
  // The same list again has nothing left to make.
  await link(page, waves.classes).click();
  await page.getByLabel(waves.classList.pasted).fill(table);
  await button(page, waves.classList.check).click();
  await expect(report).toContainText("2 classes have their codes already");
  await link(page, waves.cancel).click();

  await link(page, "会计2601班").click();
  await expect(page).toHaveURL(/\/doors\/\w+$/);
  const slug = page.url().split("/").at(-1) ?? "";
  expect(slug).toMatch(/^[2-9b-df-hj-np-tv-z]{8}$/);
  await expectAccessible(page);
  const poster = await download(page, `${waves.doorPage.poster} PDF: ${waves.doorPage.languages.both}`);
  expect(poster.name).toBe(`会计2601班-demo-${slug}-both.pdf`);
  expect(poster.bytes.toString("latin1").match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  const slide = await download(page, `${waves.doorPage.slide} PNG: ${waves.doorPage.languages["zh-CN"]}`);
  expect([slide.bytes.readUInt32BE(16), slide.bytes.readUInt32BE(20)]).toEqual([1920, 1080]);

  const student = await playwright.request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { "Accept-Language": "en" },
  });
  // A change reaches students within a second: doors are remembered that long.
  const comes = async (status: number) => {
    let text = "";
    await expect(async () => {
      const response = await student.get(`/s/${slug}`);
      expect(response.status()).toBe(status);
      text = await response.text();
    }).toPass({ timeout: 5000 });
    return text;
  };
  await comes(200);
  await link(page, "Back to “秋季班级”").click();
  await button(page, waves.pause).click();
  await expect(page.getByRole("main")).toContainText("is paused");
  expect(await comes(503)).toContain(survey.doors.paused.title);
  await button(page, waves.resume).click();
  await expect(button(page, waves.pause)).toBeVisible();
  await comes(200);
  await page.getByText(waves.closeNow, { exact: true }).click();
  await button(page, waves.closeNowYes).click();
  await expect(page.getByRole("main")).toContainText("Questionnaires already open may still be sent until");
  await expect(page.getByRole("row").filter({ hasText: "会计2601班" })).toContainText(waves.states.grace);
  expect(await comes(410)).toContain(survey.doors.closed.title);
  const history = page.getByRole("listitem");
  for (const said of [
    waves.reasons.paused,
    waves.reasons.resumed,
    "Made 2 class codes at once",
    "Closed at once",
  ])
    await expect(history.filter({ hasText: said })).toHaveCount(1);
  await expectAccessible(page);

  // Reopened by a new closing time.
  await link(page, waves.settings).click();
  await page.getByLabel(waves.waveForm.closes).fill(localTime(3));
  await button(page, waves.save).click();
  await expect(page.getByRole("main")).toContainText("is open until");
  await comes(200);
  await student.dispose();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("times that contradict each other, a door for too few, a quota and targets", async ({ page }) => {
    test.setTimeout(120_000);
    await signIn(page);
    await page.goto(`${room}/waves/new`);
    await page.getByLabel(waves.waveForm.opens).fill(localTime(5));
    await page.getByLabel(waves.waveForm.closes).fill(localTime(4));
    await button(page, waves.waveForm.create).click();
    await expect(page.getByText(waves.problems.closesFirst)).toBeVisible();
    await expect(page.getByText(studio.problems.required)).toBeVisible();
    await makeWave(page, "无脚本");

    await link(page, waves.newDoor).click();
    await page.getByLabel(waves.kinds.class).check();
    await page.getByLabel(waves.doorForm.nameZh, { exact: true }).fill("小班");
    await page.getByLabel(waves.doorForm.expected).fill("8");
    await button(page, waves.doorForm.create).click();
    await expect(page.getByText("Fewer than 10 people are expected here.")).toBeVisible();
    await page.getByLabel(waves.smallConfirm).check();
    await button(page, waves.doorForm.create).click();
    await expect(page.getByText(waves.doorPage.created)).toBeVisible();
    await page.getByText(waves.doorPage.close, { exact: true }).last().click();
    await button(page, waves.doorPage.closeYes).click();
    await expect(page.getByRole("main")).toContainText(waves.doorPage.closedByHand);

    await link(page, waves.doorPage.manageQuotas).click();
    await page.getByLabel(waves.quotaPage.first, { exact: true }).selectOption("BG01=sec");
    await page.getByLabel(waves.quotaPage.second, { exact: true }).selectOption("BG01=hvc");
    await page.getByLabel(waves.quotaPage.most).fill("30");
    await button(page, waves.quotaPage.add).click();
    await expect(page.getByText(waves.problems.cellTwice)).toBeVisible();
    await page.getByLabel(waves.quotaPage.second, { exact: true }).selectOption("");
    await button(page, waves.quotaPage.add).click();
    await expect(page.getByRole("table")).toContainText("/ 30");
    await link(page, "Back to “无脚本”").click();

    await link(page, waves.manageTargets).click();
    await page.getByLabel(waves.targetPage.choose).selectOption("BG01");
    await button(page, waves.targetPage.chooseButton).click();
    const shares = page.getByRole("group").getByRole("textbox");
    await shares.nth(0).fill("60");
    await shares.nth(1).fill("41");
    await button(page, waves.targetPage.save).click();
    await expect(page.getByText("they make 101% now")).toBeVisible();
    await shares.nth(1).fill("40");
    await button(page, waves.targetPage.save).click();
    await expect(page.getByRole("definition").first()).toContainText("60%");
  });
});

test("every page of waves and doors is accessible, in both languages", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page);
  const pages = [
    "waves",
    "waves/new",
    "waves/2",
    "waves/2/settings",
    "waves/2/new-door",
    "waves/2/import",
    "waves/2/quotas",
    "waves/2/targets?variable=BG01",
    "doors/demo",
    "doors/yqbdn394",
    "doors/jxzb2578/settings",
  ];
  for (const path of pages) {
    await page.goto(`${room}/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`${room}/waves?lang=zh-CN`);
  await expectAccessible(page);
  // A list's links are personal: there is nothing to put up on a wall.
  const none = await page.request.get(`${room}/doors/yqbdn394/poster?format=pdf&language=en`);
  expect(none.status()).toBe(404);
});
