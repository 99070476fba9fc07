import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { itemsOf } from "#app/instrument/definition.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { pilot } from "#db/demo/fieldwork.ts";
import { demoAccounts, demoStudy } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";
import { newId, write } from "./store.ts";

/** Over time and side by side: what waves and other respondents were asked alike, and nothing else, is compared. */
const results = "/studio/demo/results";
let server: TestServer;
let folder: string;
test.beforeAll(async () => {
  // A server of its own: other tests add waves to the demo, and this one adds teachers.
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

test("side by side: first what it would show, then teachers beside the students", async ({ browser }) => {
  for (const [locale, device] of [
    ["zh-CN", "phone"],
    ["en", "desktop"],
  ] as const) {
    const { page, close } = await open(browser, locale, device, `${results}/mirrors`);
    const { mirrors } = messagesIn(locale);
    await expect(page.getByText(mirrors.none.lead)).toBeVisible();
    await expect(page.getByRole("row", { name: /EXM|监考|Invigilation/ }).first()).toContainText(
      mirrors.respondents.teacher,
    );
    await expectFits(page);
    await close();
  }
  addTeachers(server.databaseFile, 40);
  for (const [locale, device] of [
    ["zh-CN", "desktop"],
    ["en", "phone"],
  ] as const) {
    const { page, complaints, close } = await open(browser, locale, device, `${results}/mirrors`);
    const { mirrors } = messagesIn(locale);
    const teachers = mirrors.respondents.teacher;
    await expect(page.getByText(fill(mirrors.sideSize, { who: teachers, n: 40 }))).toBeVisible();
    await expect(page.getByText(mirrors.filter)).toBeVisible();
    await expectFits(page);
    const rows = (await csv(page, locale, "mirrors.items-EXM")).slice(1);
    const theirs = rows.find((row) => row[1] === teachers)!;
    const students = rows[rows.indexOf(theirs) - 1]!;
    expect(students[0]).toBe(theirs[0]);
    expect(Number(theirs[3])).toBe(40);
    // 30 of 40 agree; the difference is told in percentage points.
    expect(Number(theirs[4])).toBe(0.75);
    expect(Number(theirs[7])).toBeCloseTo((0.75 - Number(students[4])) * 100, 6);
    expect(complaints).toEqual([]);
    // The students' pages know nothing of teachers.
    expect((await csv(page, locale, "trend.themes")).some((row) => row[1]?.includes("T-wave"))).toBe(false);
    await close();
  }
});

/** Teachers who answered a survey of their own in the demo: three of four agree with everything. */
function addTeachers(file: string, people: number) {
  const instrument = templates["oneplusx-teacher"]();
  const statements = itemsOf(instrument).filter((item) => item.kind === "scale");
  const text = JSON.stringify({ "zh-CN": "T-wave", en: "T-wave" });
  write(file, (database) => {
    const study = database.prepare("select id from studies where slug = 'demo'").pluck().get();
    const [own, version, wave, door] = [newId(), newId(), newId(), newId()];
    const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values);
    const now = new Date().toISOString();
    run("insert into instruments (id, study_id, code) values (?, ?, ?)", own, study, instrument.code);
    run(
      "insert into instrument_versions (id, instrument_id, number, definition, created_at) values (?, ?, 1, ?, ?)",
      ...[version, own, JSON.stringify(instrument), now],
    );
    run(
      `insert into waves (id, study_id, version_id, number, name, opens_at, closes_at, grace_minutes, paused)
       values (?, ?, ?, 9, ?, ?, ?, 0, 0)`,
      ...[wave, study, version, text, now, now],
    );
    run(
      "insert into collectors (id, wave_id, slug, name, cohort) values (?, ?, ?, ?, '{}')",
      ...[door, wave, `t-${door.slice(0, 6)}`, text],
    );
    for (let at = 0; at < people; at++) {
      const answers = Object.fromEntries(statements.map(({ code }) => [code, at % 4 === 0 ? 2 : 4]));
      run(
        `insert into responses (id, study_id, wave_id, collector_id, version_id, language, received_on, late, answers,
           words, presented, page_seconds, receipt_hash) values (?, ?, ?, ?, ?, 'zh-CN', ?, 0, ?, '{}', '[]', '{}', ?)`,
        ...[newId(), study, wave, door, version, now.slice(0, 10), JSON.stringify(answers), newId()],
      );
    }
  });
}
