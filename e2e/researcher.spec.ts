import fs from "node:fs";
import type { Page } from "@playwright/test";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { itemsOf } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { ofStudents, readRows } from "./store.ts";
import { instrument } from "./survey.ts";

const { studio, results, common } = messagesIn("en");

async function signIn(page: Page, who: keyof typeof demoAccounts) {
  await page.goto("/studio/demo");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts[who].email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts[who].password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  // The page that was asked for, not just the front door.
  await expect(page).toHaveURL(/\/studio\/demo$/);
}
const room = (page: Page, name: string) =>
  page.getByRole("navigation", { name: studio.roomsLabel }).getByRole("link", { name, exact: true });

/** Goes into a room and waits until it is there: what is looked for next may stand in the room left, too. */
async function enter(page: Page, name: string) {
  await room(page, name).click();
  await expect(room(page, name)).toHaveAttribute("aria-current", "page");
}

/** What the store holds of the students, as counted without the product's own code. */
function stored(file: string) {
  const rows = readRows(file, "responses", ofStudents);
  return rows.map((row) => ({
    id: String(row.id),
    excluded: row.excluded === 1,
    answers: JSON.parse(String(row.answers)) as Record<string, unknown>,
  }));
}
const grouped = (count: number) => count.toLocaleString("en");

/** Complaints of the browser: blocked scripts, hydration that differs, failed requests. */
function complaintsOf(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      complaints.push(request.url());
  });
  return complaints;
}

test("a researcher: from sign-in to a filtered dashboard to the data", async ({ page, server }) => {
  const complaints = complaintsOf(page, server.url);
  const responses = stored(server.databaseFile);
  await signIn(page, "researcher");
  await expect(page.getByRole("main")).toContainText(`${grouped(responses.length)} answers`);
  await expect(page.getByRole("banner")).toContainText(common.synthetic);

  await enter(page, studio.rooms.results);
  await expect(page.getByRole("heading", { level: 1, name: results.title })).toBeVisible();
  for (const theme of ["Curriculum", "Examination", "Career and future plans"]) {
    const card = page.getByRole("region", { name: theme, exact: true });
    await expect(card.getByRole("definition").first()).toHaveText(/^\d+/);
    // Beside every chart the same numbers.
    const table = card.getByRole("table").first();
    await expect(async () => {
      // While charts find their places a click can miss.
      if (!(await table.isVisible())) await card.getByText("The figures in a table").first().click();
      await expect(table).toBeVisible({ timeout: 1000 });
    }).toPass();
  }
  const filter = page.getByRole("region", { name: results.filters.title });
  await filter.getByText(results.filters.title, { exact: true }).click();
  await filter.getByText("Exam mode", { exact: true }).click();
  const mode = itemsOf(instrument).find(({ code }) => code === "BG09");
  const remote = mode?.kind === "single" && mode.options.find(({ code }) => code === "remote");
  await filter.getByLabel(remote ? remote.label.en : "").check();
  await filter.getByRole("button", { name: results.filters.apply }).click();
  await expect(page).toHaveURL(/f\.BG09=remote/);
  const remotely = responses.filter(({ answers }) => answers.BG09 === "remote").length;
  await expect(page.getByRole("main")).toContainText(`${grouped(remotely)} people`);
  // The address alone leads there again.
  const address = page.url();
  await page.goto("/studio");
  await page.goto(address);
  await expect(page.getByRole("main")).toContainText(`${grouped(remotely)} people`);

  await enter(page, studio.rooms.releases);
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /option codes/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^demo-responses-codes-\d{4}-\d\d-\d\d-.*synthetic\.csv$/);
  const [head = [], ...rows] = readCsv(fs.readFileSync(await download.path(), "utf8")).map(
    (row) => row.fields,
  );
  expect(rows.length).toBe(responses.length);
  const byId = new Map(responses.map((one) => [one.id, one.answers]));
  let compared = 0;
  for (const cells of rows) {
    const answers = byId.get(cells.find((cell) => byId.has(cell)) ?? "");
    for (const item of itemsOf(instrument)) {
      if (item.kind !== "scale" && item.kind !== "single" && item.kind !== "year") continue;
      const answer = answers?.[item.code];
      const expected = answer === undefined ? "97" : answer === null ? "99" : String(answer);
      if (cells[head.indexOf(item.code)] !== expected)
        throw new Error(`${item.code}: ${cells[head.indexOf(item.code)]}, stored ${JSON.stringify(answer)}`);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(50_000);
  expect(complaints).toEqual([]);
});

test("a response is excluded with a reason, results follow, and it can be counted again", async ({
  page,
  server,
}) => {
  await signIn(page, "researcher");
  await enter(page, studio.rooms.responses);
  const counted = stored(server.databaseFile).filter(({ excluded }) => !excluded).length;
  await page.getByRole("main").getByRole("table").getByRole("link").first().click();
  const decide = async (name: string, reason: string) => {
    await page.getByLabel(studio.response.reason, { exact: true }).fill(reason);
    await page.getByRole("button", { name, exact: true }).click();
    await expect(page.getByText(reason)).toBeVisible();
  };
  await decide(studio.response.exclude, "Answered twice, told us so");
  await expect(page.getByText(studio.response.nowExcluded)).toBeVisible();
  expect(stored(server.databaseFile).filter(({ excluded }) => !excluded).length).toBe(counted - 1);
  const response = page.url();
  await expect(async () => {
    await page.goto("/studio/demo/results");
    await expect(page.getByRole("main")).toContainText(`${grouped(counted - 1)} people`, { timeout: 500 });
  }).toPass();
  await page.goto(response);
  await decide(studio.response.include, "It was someone else");
  expect(stored(server.databaseFile).filter(({ excluded }) => !excluded).length).toBe(counted);
});

test("a reader sees the dashboards, and neither single answers nor data to take away", async ({
  page,
  server,
}) => {
  await signIn(page, "reader");
  await enter(page, studio.rooms.results);
  await expect(page.getByRole("region", { name: "Curriculum", exact: true })).toBeVisible();
  for (const closed of [studio.rooms.responses, studio.rooms.voices])
    await expect(room(page, closed)).toHaveCount(0);
  await enter(page, studio.rooms.releases);
  await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
  const [one] = stored(server.databaseFile);
  for (const path of [
    "responses",
    `responses/${one?.id}`,
    "voices",
    "exports/responses.csv",
    "exports/codebook.csv",
  ]) {
    const answered = await page.request.get(`/studio/demo/${path}`);
    expect(answered.status(), path).toBe(403);
  }
  await page.goto("/studio/demo/responses");
  await expect(page.getByRole("heading", { level: 1, name: common.errors[403].title })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("signing in, the results in tables, filtering and signing out work", async ({ page, server }) => {
    await signIn(page, "researcher");
    await page.goto("/studio/demo/results?f.BG01=hvc");
    const colleges = stored(server.databaseFile).filter(({ answers }) => answers.BG01 === "hvc").length;
    await expect(page.getByRole("main")).toContainText(`${grouped(colleges)} people`);
    const card = page.getByRole("region", { name: "Curriculum", exact: true });
    // The chart too: drawn by the server, its bars as wide as what people answered.
    const bars = card.locator("svg:visible rect.fig-attitude-5");
    expect(await bars.count()).toBeGreaterThan(9);
    await card.getByText("The figures in a table").first().click();
    await expect(card.getByRole("table").first().getByRole("row")).not.toHaveCount(0);
    await page.getByRole("button", { name: studio.signOut }).click();
    await expect(page).toHaveURL(/sign-in/);
    expect((await page.goto("/studio/demo"))?.url()).toContain("sign-in");
  });
});

test("two groups are compared only when they differ, and with every caution that belongs to it", async ({
  page,
}) => {
  await signIn(page, "researcher");
  const main = page.getByRole("main");
  await page.goto("/studio/demo/results?compare=1");
  await expect(main).toContainText(results.lead.choose);
  await expect(page.getByRole("button", { name: results.filters.apply })).toBeVisible();
  await expect(page.getByRole("region", { name: "Curriculum", exact: true })).toHaveCount(0);

  await page.goto("/studio/demo/results?compare=1&f.BG09=remote");
  await expect(main).toContainText(results.lead.overlap);
  await expect(main).not.toContainText(results.themes.differenceWords.clear);

  await page.goto("/studio/demo/results?compare=1&f.BG09=remote&g.BG09=site");
  await expect(main).toContainText("4 themes compared, adjusted by Holm");
  await expect(main).toContainText(results.caution.mode);
  await page.getByRole("navigation", { name: results.caution.compare }).getByText("2021").click();
  await expect(page).toHaveURL(/f\.BG08=2021.*g\.BG08=2021/);
  await expect(main).toContainText(results.caution.within);

  await page.goto("/studio/demo/results?f.BG01=hvc&f.BG05=1&f.BG07=elem&f.BG08=2021&f.BG09=remote");
  await expect(page.getByRole("heading", { name: results.refused.title })).toBeVisible();
  await expect(main).not.toContainText(results.filters.none);
});

test("every page of the studio is accessible, and the browser has nothing to complain about", async ({
  page,
  server,
}) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page, server.url);
  await page.goto("/studio/sign-in");
  await expectAccessible(page);
  await signIn(page, "researcher");
  const [one] = stored(server.databaseFile);
  const pages = [
    "",
    "/demo",
    "/demo/results",
    "/demo/results?f.BG09=remote",
    "/demo/results?compare=1&f.BG09=remote&g.BG09=site",
    "/demo/voices",
    "/demo/responses",
    `/demo/responses/${one?.id}`,
    "/demo/releases",
    "/account",
    "/certificates",
  ];
  for (const path of pages) {
    await page.goto(`/studio${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto("/studio?lang=zh-CN");
  for (const path of ["/demo", "/demo/results", "/demo/releases"]) {
    await page.goto(`/studio${path}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expectAccessible(page);
  }
  expect(complaints).toEqual([]);
  // Somebody else's study, or none: the browser says 404, the page says what to do.
  await page.goto("/studio/no-such-study");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
