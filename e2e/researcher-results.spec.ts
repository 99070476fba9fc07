import fs from "node:fs";
import type { Page } from "@playwright/test";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { citations } from "#app/statistics/citations.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** The results' evidence: what is taken away says the same as the page, and how it came about. */
const { studio, results, exhibits, quality } = messagesIn("en");
const room = "/studio/demo/results";

async function open(page: Page, path = room) {
  await page.goto(path);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1, name: results.title })).toBeVisible();
}
const exam = (page: Page) => page.getByRole("region", { name: "Examination", exact: true });
const linkTo = (page: Page, format: "csv" | "png" | "svg") =>
  exam(page).getByRole("link", {
    name: fill(exhibits.formatOf, { title: "Examination", format: exhibits.formats[format] }),
  });

async function download(page: Page, format: "csv" | "png" | "svg") {
  const coming = page.waitForEvent("download");
  await linkTo(page, format).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(
    new RegExp(`^demo-${exhibits.tabs.overview}-Examination-\\d{4}-\\d\\d-\\d\\d-synthetic\\.${format}$`),
  );
  return fs.readFileSync(await file.path());
}

test("an exhibit is taken away as table, picture and drawing, each saying what the page says", async ({
  page,
}) => {
  await open(page, `${room}?f.BG09=remote`);
  // Once the page is alive its charts have found their places, and nothing moves under the pointer any more.
  await expect(exam(page).getByRole("button", { name: exhibits.copy })).toBeEnabled();
  await exam(page).getByText(results.table).click();
  const table = exam(page).getByRole("table");
  const statement = "The results of this exam can be trusted.";
  const line = table.locator("tr", { hasText: statement }).getByRole("cell");
  await expect(line.first()).toBeVisible();
  const cells = await line.allTextContents();

  const [head = [], ...rows] = readCsv((await download(page, "csv")).toString("utf8")).map(
    (row) => row.fields,
  );
  const row = rows.find(([name]) => name === statement) ?? [];
  expect(rows.length).toBe(9);
  const value = (name: string) => row[head.indexOf(name)] ?? "";
  const share = Number(value(results.items.heads.favour.up));
  expect(share).toBeGreaterThan(0);
  expect(cells[0]).toBe(`${Math.round(share * 100)}%`);
  expect(value(exhibits.file.who)).toContain("Exam mode: Remotely");
  expect(value(exhibits.file.data)).toBe(exhibits.file.synthetic);

  const svg = (await download(page, "svg")).toString("utf8");
  // Words are wrapped into lines of their own.
  const words = svg.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(words).toContain(statement);
  expect(words).toContain(cells[0]);
  expect(words).toMatch(/1\+X student attitudes \(demo\).*Exam mode: Remotely/);
  expect(svg).not.toMatch(/<script|href=/);

  const png = await download(page, "png");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  // At twice the size of 900 px.
  expect(png.readUInt32BE(16)).toBe(1800);

  for (const [name, status] of [
    ["overview.theme-EXM.pdf", 404],
    ["overview.no-such.csv", 404],
    ["constructor.themes.csv", 404],
    ["overview.themes.csv?f.BG09=nonsense", 400],
    ["overview.without-suspects.png?f.BG01=hvc&f.BG05=1&f.BG07=elem&f.BG08=2021&f.BG09=remote", 404],
  ] as const)
    expect((await page.request.get(`${room}/files/${name}`)).status(), name).toBe(status);
  const plain = await page.request.get(`${room}/files/overview.themes.svg`);
  expect(plain.headers()["content-security-policy"]).toBe("default-src 'none'; sandbox");
  expect(plain.headers()["x-content-type-options"]).toBe("nosniff");
  expect(plain.headers()["cache-control"]).toContain("no-store");
});

test("the table is copied as people read it, and the page says how it was computed", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await exam(page).getByRole("button", { name: exhibits.copy }).click();
  await expect(exam(page).getByRole("status")).toHaveText(exhibits.copied);
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
  expect(lines[0]).toMatch(/^Statement\tFavourable\tFavourable, 95% interval\t/);
  expect(lines[6]).toMatch(/^The results of this exam can be trusted\.\t\d+%\t\d+–\d+%\t/);

  await exam(page).getByText(exhibits.method).click();
  await expect(exam(page)).toContainText(citations.wilson.reference);
  await expect(exam(page)).toContainText(exhibits.overview.items.missing);
  await expect(exam(page)).toContainText(/n = 1,\d{3}; answers received up to/);
  await expectAccessible(page);
});

test("the switch leaves the suspects out of every page of the room, says so, and shows the difference", async ({
  page,
}) => {
  await open(page);
  const main = page.getByRole("main");
  const people = async () =>
    Number(
      (
        await main
          .getByText(/people (have answered|selected)/)
          .first()
          .textContent()
      )
        ?.match(/[\d,]+/)?.[0]
        .replace(",", ""),
    );
  const everyone = await people();
  const section = page.getByRole("region", { name: quality.without.title });
  const suspects = Number((await section.textContent())?.match(/responses, (\d+) are suspect/)?.[1]);
  expect(suspects).toBeGreaterThan(9);

  const filter = page.getByRole("region", { name: results.filters.title });
  await filter.getByText(results.filters.title, { exact: true }).click();
  await filter.getByLabel(exhibits.suspects.label).selectOption(exhibits.suspects.without);
  await filter.getByRole("button", { name: results.filters.apply }).click();
  await expect(page).toHaveURL(/suspects=without/);
  await expect(main).toContainText(exhibits.suspects.lead);
  expect(await people()).toBe(everyone - suspects);
  await expect(section).toContainText("left out of the figures on this page");
  const items = page.getByRole("region", { name: exhibits.overview.suspects.items });
  await items.getByText(results.table).click();
  await expect(items.getByRole("row")).not.toHaveCount(0);
  await expectAccessible(page);

  // From page to page, into the files, and out again.
  for (const link of await page.getByRole("navigation", { name: exhibits.tabsLabel }).getByRole("link").all())
    expect(await link.getAttribute("href")).toContain("suspects=without");
  const csv = (await download(page, "csv")).toString("utf8");
  expect(csv).toContain(exhibits.suspects.words);
  await page.getByRole("link", { name: new RegExp(exhibits.suspects.chip) }).click();
  await expect(page).not.toHaveURL(/suspects/);
  await expect(main).not.toContainText(exhibits.suspects.lead);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("there are files and methods, and no button that does nothing", async ({ page }) => {
    await open(page);
    await expect(exam(page).getByRole("button", { name: exhibits.copy })).toHaveCount(0);
    await download(page, "csv");
    await exam(page).getByText(exhibits.method).click();
    await expect(exam(page)).toContainText(citations.wilson.reference);
  });
});
