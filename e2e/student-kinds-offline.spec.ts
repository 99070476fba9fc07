import { messagesIn } from "#app/locales/index.ts";
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
  next,
  pick,
  press,
  send,
} from "./every-kind.ts";
import { expect, test } from "./fixtures.ts";
import { hasten, settled, takeOffline, whenReady } from "./offline.ts";
import { receiptCode } from "./survey.ts";

test.describe("without network", () => {
  test.beforeEach(hasten);
  test("the whole survey is answered, checked and handed in later, nothing lost on the way", async ({
    page,
    context,
    server,
  }) => {
    test.setTimeout(120_000);
    const slug = await addStudy(server.databaseFile);
    const { survey, phone } = messagesIn("zh-CN");
    await page.goto(`/s/${slug}?lang=zh-CN`);
    await whenReady(page, slug);
    await takeOffline(context, true);
    await begin(page, slug, "zh-CN");
    const problem = (code: string) => inside(page, code).locator(".problem");

    // Pictures came along.
    const picture = page.getByRole("img", { name: "三条线汇成一条线" });
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(64);

    // An option that hangs on another answer comes and goes with it, and with what was chosen of it.
    const third = page.locator("label:has([name=MUL01][value=third])");
    await expect(third).toBeHidden();
    await check(page, "SIN01", "second");
    await expect(third).toBeVisible();
    await check(page, "MUL01", "third");
    await press(page, "zh-CN");
    await expect(problem("MUL01")).toContainText("2");
    await check(page, "SIN01", "first");
    await expect(third).toBeHidden();
    await fillChoices(page, "zh-CN");
    await next(page, "numbers", "zh-CN");

    await field(page, "NUM01", "zh-CN").fill("70");
    await pick(page, "DAT01", { y: 2025 });
    await pick(page, "DAT02", { y: 2025, m: 2, d: 29 });
    await field(page, "SHO02", "zh-CN").fill("1");
    await press(page, "zh-CN");
    await expect(page.getByRole("alert").getByRole("link")).toHaveCount(4);
    await expect(problem("NUM01")).toContainText("0 到 60");
    await expect(problem("DAT01")).toHaveText(survey.problems.incomplete);
    await expect(problem("DAT02")).toHaveText(survey.problems["not-a-date"]);
    await expect(problem("SHO02")).toHaveText(survey.problems["wrong-format"]);
    await fillNumbers(page, "zh-CN");
    await next(page, "points", "zh-CN");
    await fillPoints(page);
    await next(page, "parts", "zh-CN");
    const rank = (name: string) => group(page, "RAN01", "zh-CN").getByRole("button", { name });
    await rank("升学").tap();
    await rank("老师").tap();
    await divide(page, { theory: "30", practice: "60" });
    await press(page, "zh-CN");
    await expect(problem("RAN01")).toHaveText(survey.problems.incomplete);
    await expect(problem("SUM01")).toContainText("90");
    await expect(rank("老师")).toBeFocused();
    // Left in the middle, all of it is still there.
    await settled(page);
    await page.reload();
    await expect(rank("老师")).toHaveAccessibleName(/2$/);
    await expect(inside(page, "SUM01").locator(".total")).toContainText("90");
    await rank("实训条件").tap();
    await divide(page, { practice: "70" });
    await next(page, "rows", "zh-CN");
    await expect(page.locator("#BLK04")).toBeHidden();
    await fillRows(page);
    // Typed letter by letter in a shuffled block: keeping what is typed takes nobody out of the field.
    const price = page.locator("#BLK03 input");
    await price.fill("");
    await price.pressSequentially("380", { delay: 150 });
    await expect(price).toBeFocused();
    await send(page, "zh-CN");
    await expect(page.getByRole("heading", { name: phone.doneTitle })).toBeVisible();
    await takeOffline(context, false);
    await receiptCode(page, "zh-CN");
    expectStored(server.databaseFile, slug);
  });
});
