import { createCanvas } from "@napi-rs/canvas";
import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** What is asked, with its options, conditions and pictures, is written in the editor's forms; without scripts too. */
const room = "/studio/demo/instruments/oneplusx-student";
const { properties: words, editor, studio } = messagesIn("en");
const at = (place: string) => `${room}?at=${place}`;

async function signIn(page: Page, path: string) {
  const { email, password } = demoAccounts.researcher;
  await page.goto(room);
  await page.getByLabel(studio.signIn.email).fill(email);
  await page.getByLabel(studio.signIn.password).fill(password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL(`**${room}`);
  await page.goto(path);
}
/** Pressed before its scripts are there, a button sends the form: that is tried apart. */
const scripted = (page: Page) =>
  page.waitForFunction(() =>
    Object.keys(document.querySelector(".properties-default") ?? {}).some((key) => key.startsWith("__react")),
  );
const named = (page: Page, name: string) => page.locator(`.properties [name="${name}"]`);
const label = (page: Page, index: number, language: string) =>
  named(page, `options.${index}.label.${language}`);
const condition = (page: Page) =>
  page.locator(".property-condition").filter({ has: page.locator('[name="showIf.as"]') });
const fold = (page: Page, name: string) => page.locator("summary").filter({ hasText: name }).last();
const saved = (page: Page) => expect(page.getByText(editor.form.saved, { exact: true })).toBeVisible();
const preview = (page: Page) => page.frameLocator("iframe.editor-phone");

test("options are added by key, pasted, moved and removed; a wrong code is told beside its field", async ({
  page,
}) => {
  await signIn(page, at("item:BG03"));
  await scripted(page);
  const count = await page.locator('[name$=".was"]').count();
  await page.getByRole("button", { name: words.lines.add, exact: true }).click();
  await expect(label(page, count, "zh-CN")).toBeFocused();
  await label(page, count, "zh-CN").fill("新专业");
  await label(page, count, "en").fill("New subject");
  await label(page, count, "en").press("Enter");
  await expect(label(page, count + 1, "zh-CN")).toBeFocused();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "甲|First\n乙|Second\r\nthird|丙|Third");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(label(page, count + 3, "en")).toHaveValue("Third");
  await page
    .getByRole("button", {
      name: `${words.lines.up} (${fill(words.lines.aria, { what: words.fields.options, n: count + 4 })})`,
    })
    .click();
  await saved(page);
  await expect(preview(page).getByText("Third", { exact: true })).toBeAttached();
  await page.reload();
  await scripted(page);
  await expect(label(page, count + 1, "en")).toHaveValue("First");
  await expect(label(page, count + 2, "en")).toHaveValue("Third");
  await expect(named(page, `options.${count}.code`)).toHaveValue("new_subject");
  await expect(named(page, `options.${count + 2}.code`)).toHaveValue("third");
  await expectAccessible(page);

  await page.locator(`li:has([name="options.${count}.code"]) summary`).click();
  await named(page, `options.${count}.code`).fill("Not OK!");
  await named(page, `options.${count}.code`).blur();
  await expect(page.getByText(words.problems["not-an-option-code"])).toBeVisible();
  await named(page, `options.${count}.code`).fill("subject2");
  await named(page, `options.${count}.code`).blur();
  await expect(page.getByText(words.problems["not-an-option-code"])).toHaveCount(0);
  await saved(page);
  // Published codes are not to be written in.
  await expect(named(page, "options.0.code")).toHaveAttribute("readonly");
  await expect(named(page, "code")).toHaveAttribute("readonly");
});

test("a condition is set line by line from what was asked before, and told in words", async ({ page }) => {
  await signIn(page, at("item:BG03"));
  await scripted(page);
  await fold(page, words.groups.logic).click();
  await condition(page).getByRole("button", { name: words.condition.set }).click();
  const first = named(page, "showIf.rows.0.item");
  await expect(first).toBeFocused();
  const codes = await first
    .locator("option")
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  expect(codes).toContain("SCR01");
  expect(codes).not.toContain("BG03");
  expect(codes).not.toContain("BG04");
  await first.selectOption("SCR01");
  await condition(page).getByLabel("I am studying for one").check();
  await condition(page).getByRole("button", { name: words.condition.addRow }).click();
  await named(page, "showIf.rows.1.item").selectOption("collector.");
  await named(page, "showIf.rows.1.variable").fill("college");
  await named(page, "showIf.rows.1.than").fill("甲学院、乙学院");
  await named(page, "showIf.rows.1.than").blur();
  await saved(page);
  await expectAccessible(page);
  await page.reload();
  await scripted(page);
  await fold(page, words.groups.logic).click();
  await expect(condition(page).locator(".property-says")).toHaveText(
    "“Experience with 1+X” is “I am studying for one”, and link variable college is “甲学院” or “乙学院”",
  );
  await condition(page).getByRole("button", { name: words.condition.clear }).click();
  await saved(page);
});

test("a picture is taken, drawn anew and shown; what is none, or carries programs, is refused", async ({
  page,
  server,
}) => {
  await signIn(page, at("item:BG14"));
  await scripted(page);
  await page.getByLabel(editor.tools.add).selectOption("image");
  await page.getByRole("button", { name: editor.tools.addButton, exact: true }).click();
  await page.waitForURL(/done=/);
  const file = page.getByLabel(words.fields.picture, { exact: true });

  await file.setInputFiles({
    name: "../../evil.png",
    mimeType: "image/png",
    buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  });
  await expect(page.getByText(words.problems["picture-svg"])).toBeVisible();

  const canvas = createCanvas(1600, 800);
  canvas.getContext("2d").fillRect(100, 100, 900, 300);
  const carrying = Buffer.concat([canvas.toBuffer("image/png"), Buffer.from("<script>alert(1)</script>")]);
  await file.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: carrying });
  const shown = page.locator(".property-picture img");
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200);
  const source = (await shown.getAttribute("src")) ?? "";
  // Taking it was one change, and nothing of it is left to be sent against its own result.
  await page.locator('[data-place="item:BG14"] > a').click();
  await page.waitForURL(/BG14/);
  await expect(page.getByText(editor.form.elsewhere)).toHaveCount(0);
  await page.goBack();
  await expect(shown).toBeVisible();
  expect(source).toMatch(/^\/media\/[0-9a-f]{64}$/);
  await page.locator(`[name="alt.zh-CN"]`).fill("一张图");
  await page.locator(`[name="alt.en"]`).fill("A plan");
  await page.locator(`[name="alt.en"]`).blur();
  await saved(page);
  await expect(preview(page).getByRole("img", { name: "A plan" })).toBeVisible();
  await expectAccessible(page);

  const served = await fetch(new URL(source, server.url));
  const bytes = Buffer.from(await served.arrayBuffer());
  expect(bytes.includes("script")).toBe(false);
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect(served.headers.get("content-type")).toMatch(/^image\/(png|webp|jpeg)$/);
  for (const name of [
    "0".repeat(64),
    `${source.slice(7)}.svg`,
    "..%2f..%2fpackage.json",
    source.slice(7).toUpperCase(),
  ])
    expect((await fetch(new URL(`/media/${name}`, server.url))).status).toBe(404);
});

test("a question under another code is still the one being written", async ({ page }) => {
  await signIn(page, at("item:CAR08"));
  await scripted(page);
  await page.getByLabel(editor.tools.add).selectOption("matrix");
  await page.getByRole("button", { name: editor.tools.addButton, exact: true }).click();
  await page.waitForURL(/done=/);
  await fold(page, words.groups.analysis).click();
  await named(page, "code").fill("grid1");
  await named(page, "code").blur();
  await page.waitForURL(/at=item(:|%3A)GRID1/);
  await expect(page.locator('.editor-form [name="place"]')).toHaveValue("item:GRID1");
  await named(page, "text.en").fill("How often and how long do you not never read?");
  await expect(page.getByText("not never").last()).toBeVisible();
  await named(page, "text.en").blur();
  await saved(page);
  await page.reload();
  await scripted(page);
  await expect(named(page, "text.en")).toHaveValue("How often and how long do you not never read?");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("lines are added and conditions set by sending the form", async ({ page }) => {
    await signIn(page, at("consent"));
    const letter = page.locator(".property-rows").first();
    const count = await letter.locator('[name$=".was"]').count();
    await letter.getByRole("button", { name: words.lines.add, exact: true }).click();
    await named(page, `letter.${count}.en`).fill("One more paragraph.");
    await named(page, `letter.${count}.zh-CN`).fill("又一段。");
    await page.getByRole("button", { name: editor.form.save, exact: true }).click();
    await page.waitForURL(/done=/);
    await expect(named(page, `letter.${count}.en`)).toHaveValue("One more paragraph.");

    await page.goto(at("page:exam"));
    await fold(page, words.groups.logic).click();
    const text = condition(page).getByRole("button", { name: words.condition.asText });
    const set = condition(page).getByRole("button", { name: words.condition.set });
    const change = condition(page).getByRole("button", { name: words.condition.change });
    await change.or(set).or(text).first().click();
    await named(page, "showIf.rows.0.item").selectOption("SCR01");
    await condition(page).getByRole("button", { name: words.condition.refresh }).first().click();
    await condition(page).getByLabel("I have taken at least one exam").check();
    await page.getByRole("button", { name: editor.form.save, exact: true }).click();
    await page.waitForURL(/done=/);
    await expect(condition(page).locator(".property-says")).toContainText("I have taken at least one exam");
  });
});

test("on a phone every property has its place", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, at("scale:agree5"));
  for (const place of ["scale:agree5", "scoring:CUR", "instrument", "item:BG03"]) {
    await page.goto(at(place));
    await expect(page.locator(".properties")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const small = await page
      .locator(
        ".properties :is(button:not(.properties-default), summary, select, input:not([type=hidden], [type=checkbox]))",
      )
      .evaluateAll((all) =>
        all
          .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 120)),
      );
    expect(small).toEqual([]);
  }
  await expectAccessible(page);
});
