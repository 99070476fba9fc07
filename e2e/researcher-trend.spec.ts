import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { pilot } from "#db/demo/fieldwork.ts";
import { demoAccounts, demoStudy } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";

/** Over time and side by side: what waves and other respondents were asked alike, and nothing else, is compared. */
const results = "/studio/demo/results";
let server: TestServer;
let folder: string;
test.beforeAll(async () => {
  // A server of its own: other tests add waves to the demo.
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-trend-"));
  const file = path.join(folder, "demo.sqlite");
  fs.copyFileSync(seededDatabase, file);
  server = await TestServer.start(file);
});
test.afterAll(async () => {
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const devices = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

async function open(browser: Browser, locale: Language, device: keyof typeof devices, at: string) {
  const context = await browser.newContext({ baseURL: server.url, locale, ...devices[device] });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  const { studio } = messagesIn(locale);
  await page.goto(at);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return { page, complaints, close: () => context.close() };
}

async function expectFits(page: Page) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(wide).toBeLessThanOrEqual(room!);
  await expectAccessible(page);
}

async function csv(page: Page, locale: Language, name: string, search = "") {
  const headers = { "Accept-Language": locale };
  const answer = await page.request.get(`${results}/files/${name}.csv${search}`, { headers });
  expect(answer.status(), name).toBe(200);
  return readCsv(await answer.text()).map((row) => row.fields);
}

for (const [locale, device] of [
  ["zh-CN", "phone"],
  ["en", "phone"],
  ["zh-CN", "desktop"],
  ["en", "desktop"],
] as const) {
  test(`over time on a ${device}, ${locale}`, async ({ browser }) => {
    const { page, complaints, close } = await open(browser, locale, device, `${results}/trend`);
    const { trend, exhibits } = messagesIn(locale);
    const [first, second] = [pilot.name[locale], demoStudy.wave[locale]];
    await expect(page.getByRole("link", { name: exhibits.tabs.trend })).toHaveAttribute(
      "aria-current",
      "page",
    );
    await expect(page.getByText(fill(trend.waveSize, { wave: first, n: 164 }))).toBeVisible();
    await expect(page.getByText(trend.independent)).toBeVisible();
    for (const name of [trend.themes.title, trend.changes.title, trend.who.title, trend.itemChanges.title])
      await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
    const seams = page.getByRole("region", { name: trend.seams.title, exact: true });
    await expect(seams.getByRole("row", { name: /EXM08/ })).toContainText(first);
    await expect(seams.getByRole("row", { name: /EXM08/ })).toContainText(
      locale === "en" ? "This exam is marked fairly." : "这项考试评分公正。",
    );
    await expectFits(page);

    // The pilot asked EXM08 in other words: no score of the exam is joined, and all other themes are.
    const [head, ...rows] = await csv(page, locale, "trend.themes");
    expect(head!.slice(0, 4)).toEqual([
      messagesIn(locale).results.themes.theme,
      trend.wave,
      trend.n,
      trend.themes.score,
    ]);
    const of = (theme: string, wave: string) => rows.find((row) => row[0] === theme && row[1] === wave)!;
    const titles = templates["oneplusx-student"]().scoring;
    for (const { code, title } of titles) {
      expect(Number(of(title[locale], second)[2])).toBeGreaterThan(1000);
      const score = of(title[locale], first)[3];
      if (code === "EXM") expect(score).toBe("");
      else expect(Number(score)).toBeGreaterThan(40);
    }
    expect((await csv(page, locale, "trend.changes")).slice(1).map((row) => row[0])).toEqual(
      titles.filter(({ code }) => code !== "EXM").map(({ title }) => title[locale]),
    );
    expect(complaints).toEqual([]);
    await close();
  });
}

test("a filter holds in both waves; one wave alone is compared with nothing; names that are not there are refused", async ({
  browser,
}) => {
  const { page, close } = await open(browser, "en", "desktop", `${results}/trend?f.BG01=hvc`);
  const { trend } = messagesIn("en");
  const sizes = (await csv(page, "en", "trend.themes", "?f.BG01=hvc")).slice(1).map((row) => Number(row[2]));
  expect(Math.max(...sizes)).toBeLessThan(700);
  expect(Math.max(...sizes)).toBeGreaterThan(300);
  await page.goto(`${results}/trend?f.wave=2`);
  await expect(page.getByText(trend.only)).toBeVisible();
  await expect(page.getByRole("heading", { name: trend.themes.title })).toHaveCount(0);
  for (const [search, status] of [
    ["?f.wave=77", 400],
    ["?f.nothing=1", 400],
    ["?suspects=without", 200],
  ] as const)
    expect((await page.request.get(`${results}/trend${search}`)).status(), search).toBe(status);
  // What is hidden is no file either.
  expect((await page.request.get(`${results}/files/trend.themes.csv?f.wave=2`)).status()).toBe(404);
  await close();
});

test("side by side: teachers, colleges and employers beside the students, pair by pair", async ({
  browser,
}) => {
  for (const [locale, device] of [
    ["zh-CN", "phone"],
    ["en", "desktop"],
  ] as const) {
    const { page, complaints, close } = await open(browser, locale, device, `${results}/mirrors`);
    const { mirrors } = messagesIn(locale);
    for (const [respondent, n] of [
      ["teacher", 140],
      ["college", 60],
      ["employer", 80],
    ] as const)
      await expect(page.getByRole("main")).toContainText(
        fill(mirrors.sideSize, { who: mirrors.respondents[respondent], n }),
      );
    await expect(page.getByText(mirrors.filter)).toBeVisible();
    await expectFits(page);
    const rows = (await csv(page, locale, "mirrors.items-EXM")).slice(1);
    const invigilation = templates["oneplusx-student"]()
      .pages.flatMap(({ items }) => items)
      .find(({ code }) => code === "EXM04")!.text[locale];
    const [students, teachers] = rows.filter((row) => row[0] === invigilation);
    expect([students![1], teachers![1]]).toEqual([mirrors.respondents.student, mirrors.respondents.teacher]);
    // In the demo teachers find invigilation far stricter; the difference is told in percentage points.
    expect(Number(teachers![4])).toBeGreaterThan(Number(students![4]) + 0.2);
    expect(Number(teachers![7])).toBeCloseTo((Number(teachers![4]) - Number(students![4])) * 100, 6);
    expect(complaints).toEqual([]);
    // The students' pages know nothing of teachers.
    expect((await csv(page, locale, "trend.themes")).some((row) => /教师|Teachers/.test(row[1] ?? ""))).toBe(
      false,
    );
    await close();
  }
});

test("each room shows one kind of people at a time, and its links keep to them", async ({ browser }) => {
  const { page, complaints, close } = await open(browser, "en", "desktop", results);
  const { respondents, exhibits } = messagesIn("en");
  const whose = page.getByRole("navigation", { name: respondents.label });
  await whose.getByRole("link", { name: respondents.names.teacher, exact: true }).click();
  await expect(page).toHaveURL(/results\?respondent=teacher$/);
  await expect(page.getByRole("main")).toContainText("140 people");
  await page
    .getByRole("navigation", { name: exhibits.tabsLabel })
    .getByRole("link", { name: exhibits.tabs.groups })
    .click();
  await expect(page).toHaveURL(/groups\?respondent=teacher/);
  await expect(whose.getByRole("link", { name: respondents.names.teacher, exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  // Students' variables are none of theirs, and nobody else's instrument can be asked for.
  for (const [search, status] of [
    ["?respondent=teacher&f.TBG03=yes", 200],
    ["?respondent=teacher&f.BG09=remote", 400],
    ["?respondent=nobody", 400],
  ] as const)
    expect((await page.request.get(`${results}${search}`)).status(), search).toBe(status);
  const studio = results.replace(/\/results$/, "");
  // A wave says itself whose it is; with somebody else's name it is none.
  for (const [search, status] of [
    ["?wave=3", 200],
    ["?wave=3&respondent=teacher", 200],
    ["?wave=3&respondent=student", 400],
    ["?wave=all&respondent=employer", 200],
  ] as const)
    expect((await page.request.get(`${studio}/fieldwork${search}`)).status(), search).toBe(status);
  const codes = await page.request.get(`${studio}/exports/responses.csv?labels=codes&respondent=teacher`);
  const [head, ...lines] = readCsv(await codes.text()).map(({ fields }) => fields);
  expect(lines).toHaveLength(140);
  expect(head).toContain("TCH10");
  expect(head).not.toContain("EXM04");
  expect(complaints).toEqual([]);
  await close();
});
