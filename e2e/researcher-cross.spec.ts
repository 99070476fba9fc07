import fs from "node:fs";
import type { Page } from "@playwright/test";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** Two questions against each other: chosen by a plain form, read on a phone and at a desk, taken away as files. */
const room = "/studio/demo/results/cross";
const { cross, results } = messagesIn("en");

async function open(page: Page, path: string, language: "en" | "zh-CN" = "en") {
  const { signIn } = messagesIn(language).studio;
  await page.goto(path);
  await page.getByLabel(signIn.email).fill(demoAccounts.reader.email);
  await page.getByLabel(signIn.password).fill(demoAccounts.reader.password);
  await page.getByRole("button", { name: signIn.send }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: messagesIn(language).exhibits.tabs.cross }),
  ).toBeVisible();
}
const titled = (row: string, column: string) => fill(cross.of, { row, column });

test("a first visit shows a table; two other questions are chosen, turned round and filtered", async ({
  page,
}) => {
  await open(page, room);
  await expect(page.getByRole("heading", { name: titled("Exam mode", "Exam difficulty") })).toBeVisible();
  await expect(page.getByText(results.caution.mode)).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel(cross.pick.row).selectOption({ label: "Institution" });
  await page
    .getByLabel(cross.pick.column)
    .selectOption({ label: "The exam tests my ability to think independently and solve problems." });
  await page.getByRole("button", { name: cross.pick.show }).click();
  await expect(page).toHaveURL(/row=BG01&column=EXM01/);
  const name = titled("Institution", "The exam tests my ability to think independently and solve problems");
  const section = page.getByRole("region", { name, exact: true });
  await section.getByText(results.table).click();
  await expect(section.getByRole("columnheader", { name: cross.parts.ofRow })).toBeVisible();
  await expect(section.getByRole("row", { name: new RegExp(`^${cross.all} .*%`) })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("link", { name: cross.pick.swap }).click();
  await expect(page).toHaveURL(/row=EXM01&column=BG01/);
  await expect(page.getByText(cross.note.columns)).toHaveCount(1);

  await page.getByText(results.filters.title, { exact: true }).click();
  const filter = page.getByRole("region", { name: results.filters.title });
  await filter.getByText("Exam year", { exact: true }).click();
  await page.getByRole("checkbox", { name: "2024" }).check();
  await page.getByRole("button", { name: results.filters.apply }).click();
  await expect(page).toHaveURL(/f\.BG08=2024.*row=EXM01.*column=BG01/);
  await expect(page.getByRole("region", { name: /^The exam .* × Institution$/ })).toBeVisible();
});

test("what cannot be crossed is refused, and the form kept", async ({ page }) => {
  await open(page, room);
  for (const [query, why] of [
    ["row=BG01&column=BG01", cross.problems.same],
    ["row=BG01&column=day", cross.problems.unknown],
    ["row=BG01&column=nothing", cross.problems.unknown],
    ["row=BG01&row=BG02&column=EXM01", cross.problems.unknown],
  ] as const) {
    const answer = await page.goto(`${room}?${query}`);
    expect(answer?.status(), query).toBe(400);
    await expect(page.getByRole("alert")).toHaveText(why);
    await expect(page.getByLabel(cross.pick.row)).toHaveValue("BG01");
  }
  await expectAccessible(page);
  const file = await page.request.get(
    `${room.replace("cross", "files/cross.table.csv")}?row=BG01&column=BG01`,
  );
  expect(file.status()).toBe(404);
  expect((await page.goto(`${room}?row=&column=`))?.status()).toBe(200);
  await expect(page.getByText(cross.pick.teach)).toBeVisible();
});

test("the table, its picture and its drawing are taken away", async ({ page }) => {
  await open(page, `${room}?row=EXM01&column=EXM02`);
  const section = page.getByRole("region", { name: /^The exam tests .* × .*[^.]$/ });
  const links = section.locator(".results-files a");
  await expect(links).toHaveText(["CSV", "PNG", "SVG"]);
  const take = async (at: number) => {
    const coming = page.waitForEvent("download");
    await links.nth(at).click();
    return fs.readFileSync(await (await coming).path());
  };
  const [head = [], ...rows] = readCsv((await take(0)).toString("utf8")).map((row) => row.fields);
  const at = (row: string[], name: string) => Number(row[head.indexOf(name)]);
  const cells = rows.filter((row) => row[0] !== cross.all);
  expect(rows.length).toBe(30);
  // Shares of each row add up, and are people over people.
  const first = cells.filter((row) => row[0] === "Agree");
  const people = first.reduce((sum, row) => sum + at(row, cross.parts.n), 0);
  expect(first.reduce((sum, row) => sum + at(row, cross.parts.ofRow), 0)).toBeCloseTo(1, 9);
  expect(at(first[0]!, cross.parts.ofRow)).toBeCloseTo(at(first[0]!, cross.parts.n) / people, 9);
  expect(Math.abs(at(first[3]!, cross.parts.residual))).toBeGreaterThan(2);

  const png = await take(1);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1800);
  const svg = (await take(2)).toString("utf8");
  expect(svg).toContain(cross.legend[4]);
  expect(svg).toMatch(/\+\d+\.\d/);
  expect(svg).not.toMatch(/<script|href=/);
});

test.describe("on a phone, in Chinese", () => {
  test.use({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  test("the table needs no sideways scrolling and says all it says elsewhere", async ({ page }) => {
    const chinese = messagesIn("zh-CN").cross;
    for (const [at, query] of ["", "?row=BG09&column=BG01", "?row=EXM01&column=BG01"].entries()) {
      if (at === 0) await open(page, room, "zh-CN");
      else await page.goto(room + query);
      await expect(page.getByRole("heading", { name: chinese.association.title })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
    await expectAccessible(page);
  });
  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });
    test("the form, the table and its drawing are there", async ({ page }) => {
      const chinese = messagesIn("zh-CN").cross;
      await open(page, room, "zh-CN");
      await page.getByLabel(chinese.pick.row).selectOption("BG01");
      await page.getByRole("button", { name: chinese.pick.show }).click();
      await expect(page).toHaveURL(/row=BG01&column=/);
      await expect(page.locator("svg.figure-chart__narrow").first()).toBeVisible();
      await expect(page.locator("svg.figure-chart__narrow").first()).toContainText(chinese.all);
    });
  });
});
