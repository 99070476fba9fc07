import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { root } from "../scripts/lib/runtime.mjs";
import { expectAccessible } from "./accessible.ts";
import {
  addStudy,
  begin,
  check,
  divide,
  expectStored,
  field,
  fillChoices,
  fillNumbers,
  fillPoints,
  fillRows,
  group,
  inside,
  itemNamed,
  next,
  pick,
  press,
  send,
} from "./every-kind.ts";
import { expect, test } from "./fixtures.ts";
import { receiptCode } from "./survey.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("every kind is answered with the browser's own fields, and stored exactly", async ({
    page,
    server,
  }) => {
    const slug = await addStudy(server.databaseFile);
    await begin(page, slug, "zh-CN");
    // Words beside an option are there once it is chosen; there is no script to ask.
    await expect(page.locator("#SIN01_OTHER")).toBeHidden();
    await fillChoices(page, "zh-CN");
    await next(page, "numbers", "zh-CN");
    await fillNumbers(page, "zh-CN");
    await next(page, "points", "zh-CN");
    await fillPoints(page);
    await next(page, "parts", "zh-CN");
    for (const [place, option] of ["senior", "teacher", "lab"].entries())
      await page.locator(`[name="RAN01.${option}"]`).selectOption(String(place + 1));
    await divide(page, { theory: "30", practice: "７０" });
    await next(page, "rows", "zh-CN");
    await fillRows(page);
    await page.getByRole("button", { name: messagesIn("zh-CN").survey.back }).click();
    await expect(page.locator(`[name="RAN01.teacher"]`)).toHaveValue("2");
    await expect(page.locator(`[name="SUM01.practice"]`)).toHaveValue("70");
    await next(page, "rows", "zh-CN");
    await expect(page.locator("#BLK02 input")).toHaveValue("累");
    await send(page, "zh-CN");
    await receiptCode(page, "zh-CN");
    expectStored(server.databaseFile, slug);
  });

  for (const language of ["zh-CN", "en"] as const)
    test(`a page that cannot be kept keeps all that was typed and names each problem: ${language}`, async ({
      page,
      server,
    }) => {
      const slug = await addStudy(server.databaseFile);
      const { survey } = messagesIn(language);
      await begin(page, slug, language);
      await check(page, "SIN01", "second");
      for (const one of ["job", "none"]) await check(page, "MUL01", one);
      await press(page, language);
      await expect(inside(page, "MUL01").locator(".problem")).toContainText(
        language === "en" ? "“No reason”" : "“没有原因”",
      );
      await inside(page, "MUL01").locator("input[value=none]").uncheck();
      await press(page, language);
      await expect(inside(page, "MUL01").locator(".problem")).toContainText("2");
      await check(page, "MUL01", "skill");
      await next(page, "numbers", language);

      await field(page, "NUM01", language).fill("70");
      await pick(page, "DAT01", { y: 2025 });
      await pick(page, "DAT02", { y: 2025, m: 2, d: 29 });
      await field(page, "SHO02", language).fill("2000");
      await press(page, language);
      await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
      await expect(inside(page, "NUM01").locator(".problem")).toContainText(
        language === "en" ? "0 to 60" : "0 到 60",
      );
      await expect(inside(page, "DAT01").locator(".problem")).toHaveText(survey.problems.incomplete);
      await expect(inside(page, "DAT02").locator(".problem")).toHaveText(survey.problems["not-a-date"]);
      await expect(inside(page, "SHO02").locator(".problem")).toHaveText(survey.problems["wrong-format"]);
      await expect(field(page, "NUM01", language)).toHaveValue("70");
      await expect(page.locator(`[name="DAT01.y"]`)).toHaveValue("2025");
      await expect(page.locator(`[name="DAT02.d"]`)).toHaveValue("29");
      await field(page, "NUM01", language).fill("7.25");
      await pick(page, "DAT01", { m: 6 });
      await pick(page, "DAT02", { d: 28 });
      await field(page, "SHO02", language).fill("");
      await press(page, language);
      await expect(page.locator(".problem")).toHaveCount(1);
      await expect(inside(page, "NUM01").locator(".problem")).toContainText("1");
      await field(page, "NUM01", language).fill("7");
      await next(page, "points", language);
      await next(page, "parts", language);

      await page.locator(`[name="RAN01.lab"]`).selectOption("1");
      await page.locator(`[name="RAN01.fee"]`).selectOption("1");
      await divide(page, { theory: "30", work: "50" });
      await press(page, language);
      await expect(inside(page, "RAN01").locator(".problem")).toHaveText(survey.problems.twice);
      await expect(inside(page, "SUM01").locator(".problem")).toContainText("80");
      await expect(page.locator(`[name="RAN01.fee"]`)).toHaveValue("1");
      await expect(page.locator(`[name="SUM01.work"]`)).toHaveValue("50");
    });
});

for (const language of ["zh-CN", "en"] as const)
  test(`with JavaScript: ranking by taps, choices that exclude others, a running total: ${language}`, async ({
    page,
    server,
  }) => {
    test.setTimeout(120_000);
    const slug = await addStudy(server.databaseFile);
    await begin(page, slug, language);
    const several = inside(page, "MUL01");
    await check(page, "MUL01", "job");
    await check(page, "MUL01", "skill");
    await check(page, "MUL01", "must");
    await expect(several.locator("input[value=else]")).toBeDisabled();
    await check(page, "MUL01", "none");
    await expect(several.locator(":checked")).toHaveCount(1);
    await check(page, "MUL01", "job");
    await expect(several.locator("input[value=none]")).not.toBeChecked();
    await expectToFit(page);
    await expectAccessible(page);
    await fillChoices(page, language);
    await next(page, "numbers", language);
    await field(page, "NUM01", language).fill("70");
    await pick(page, "DAT01", { y: 2025 });
    await press(page, language);
    await expect(field(page, "NUM01", language)).toBeFocused();
    await expectToFit(page);
    await expectAccessible(page);
    await fillNumbers(page, language);
    await next(page, "points", language);
    await drawAlong(page, "DIF01", 2, 5);
    await fillPoints(page);
    await expectToFit(page);
    await expectAccessible(page);
    await next(page, "parts", language);

    const rank = (code: string) => {
      const item = itemNamed("RAN01");
      const label = "options" in item && item.options.find((one) => one.code === code)?.label[language];
      return group(page, "RAN01", language).getByRole("button", { name: new RegExp(`^${label}`) });
    };
    await rank("teacher").tap();
    await rank("senior").tap();
    // Taken back, the one behind it moves up; and by keys as by taps.
    await rank("teacher").tap();
    await expect(rank("senior")).toHaveAccessibleName(/1$/);
    await rank("teacher").focus();
    await page.keyboard.press("Enter");
    await rank("lab").tap();
    // Told to be out of reach, and so it is.
    await rank("book").tap({ force: true });
    await expect(rank("book")).toHaveAttribute("aria-pressed", "false");
    await expect(rank("lab")).toHaveAccessibleName(/3$/);
    const total = inside(page, "SUM01").locator(".total");
    await divide(page, { theory: "30", practice: "90" });
    await expect(total).toContainText("20");
    await press(page, language);
    await expect(inside(page, "SUM01").locator(".problem")).toContainText("120");
    await expect(rank("teacher")).toHaveAccessibleName(/2$/);
    await divide(page, { practice: "70" });
    await expect(total).toContainText("100");
    await expectToFit(page);
    await expectAccessible(page);
    await next(page, "rows", language);
    await fillRows(page);
    await expectToFit(page);
    await expectAccessible(page);
    await page.getByRole("button", { name: messagesIn(language).survey.back }).click();
    await expect(rank("senior")).toHaveAccessibleName(/1$/);
    await next(page, "rows", language);
    await send(page, language);
    await receiptCode(page, language);
    expectStored(server.databaseFile, slug);
  });

/** A finger drawn along a line of points takes the answer with it, and never ends in two. */
async function drawAlong(page: Page, code: string, from: number, to: number) {
  const points = inside(page, code).locator(".step");
  await points.first().scrollIntoViewIfNeeded();
  const [start, end] = [await points.nth(from).boundingBox(), await points.nth(to).boundingBox()];
  if (!start || !end) throw new Error(`${code} is not seen`);
  await page.mouse.move(start.x + start.width / 2, start.y + 20);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width / 2, end.y + 22, { steps: 10 });
  await page.mouse.up();
  await expect(inside(page, code).locator(":checked")).toHaveValue(String(to + 1));
}

/** Nothing leads sideways on any phone, and what is tapped is big enough. */
async function expectToFit(page: Page) {
  const size = page.viewportSize();
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const { sideways, small, cut } = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      small: [
        ...document.querySelectorAll<HTMLElement>(".q label:has(input), .q button, .q select, .q input"),
      ]
        .filter((one) => one.offsetParent && !one.matches("label input"))
        .filter((one) => one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 120)),
      cut: [...document.querySelectorAll<HTMLElement>(".cell span, .step span")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1)
        .map((one) => one.textContent),
    }));
    expect({ sideways, small, cut }, `${page.url()} at ${width}`).toEqual({
      sideways: 0,
      small: [],
      cut: [],
    });
  }
  if (size) await page.setViewportSize(size);
}

test("what other kinds add to a page stays small: 4 KB of script, 2 KB of styles, compressed", () => {
  const assets = path.join(root, "build/server/assets");
  const script = fs.readdirSync(assets).find((one) => /^enhance-kinds-.*\.js$/.test(one)) ?? "";
  expect(gzipSync(fs.readFileSync(path.join(assets, script))).length).toBeLessThanOrEqual(4 * 1024);
  const styles = fs.readFileSync(path.join(root, "app/ui/student/kinds.css"));
  expect(gzipSync(styles).length).toBeLessThanOrEqual(2 * 1024);
});
