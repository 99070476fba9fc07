import type { Browser, BrowserContext, Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** A survey is written: by mouse, by key, without scripts, by two at the same time; and everything can be taken back. */
const room = "/studio/demo/instruments/oneplusx-student";
const { editor, studio } = messagesIn("en");
const at = (place: string) => `${room}?at=${place}`;

async function signIn(page: Page, path: string) {
  const { email, password } = demoAccounts.researcher;
  await page.goto(path);
  await page.getByLabel(studio.signIn.email).fill(email);
  await page.getByLabel(studio.signIn.password).fill(password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL(`**${path}`);
}
const outline = (page: Page) => page.getByRole("navigation", { name: editor.outline.label });
const line = (page: Page, code: string) =>
  outline(page).getByRole("link", { name: new RegExp(`\\b${code}\\b`) });
/** The codes of a page's questions, in the order of the outline. */
const codesOn = (page: Page, code: string) =>
  page.locator(`[data-place="page:${code}"] + ol .outline-code`).allInnerTexts();
const english = (page: Page) => page.locator("textarea[lang=en]").first();
const preview = (page: Page) => page.frameLocator("iframe.editor-phone");
const tool = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const said = (page: Page) => page.locator(".editor-done");

test("a question is added, written, moved, deleted and brought back", async ({ page }) => {
  await signIn(page, room);

  await test.step("added after another, with the next code, on the same scale", async () => {
    await line(page, "EXM09").click();
    await page.getByLabel(editor.tools.add).selectOption("scale");
    await tool(page, editor.tools.addButton).click();
    await page.waitForURL(/at=item%3AEXM10/);
    await expect(said(page)).toContainText("Added question EXM10");
    // What comes next is to write it.
    await expect(page.locator('.properties [name="text.zh-CN"]')).toBeFocused();
    expect((await codesOn(page, "exam")).slice(-3)).toEqual(["EXM09", "EXM10", "EXB01"]);
    await expect(line(page, "EXM10")).toContainText(fill(editor.outline.missing, { languages: "zh-CN, en" }));
  });

  await test.step("what is typed saves itself, and the phone shows it", async () => {
    await english(page).fill("The exam was announced in good time.");
    await english(page).blur();
    await expect(page.getByText(editor.form.saved, { exact: true })).toBeVisible();
    await expect(preview(page).getByText("The exam was announced in good time.")).toBeVisible();
    await expect(line(page, "EXM10")).toContainText("The exam was announced");
    await page.reload();
    await expect(english(page)).toHaveValue("The exam was announced in good time.");
    await expectAccessible(page);
  });

  await test.step("moved by key, told where to, with the focus on it", async () => {
    await line(page, "EXM10").focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(said(page)).toContainText("Moved question EXM10; it is now no. 10 on page 6");
    await expect(line(page, "EXM10")).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(said(page)).toContainText("no. 11 on page 6");
    expect((await codesOn(page, "exam")).slice(-3)).toEqual(["EXM09", "EXM10", "EXB01"]);
  });

  await test.step("dragged to another page, and taken back", async () => {
    await line(page, "EXM10").dragTo(page.locator('[data-place="page:career"] > a'));
    await expect(said(page)).toContainText("no. 9 on page 7");
    expect(await codesOn(page, "career")).toContain("EXM10");
    await said(page).getByRole("button", { name: editor.tools.undo }).click();
    await expect.poll(() => codesOn(page, "career")).not.toContain("EXM10");
  });

  await test.step("deleted without a question, and brought back at once", async () => {
    await line(page, "EXM10").click();
    await page.waitForURL(/at=item(:|%3A)EXM10/);
    await tool(page, editor.tools.remove).click();
    await expect(said(page)).toContainText("Deleted question EXM10");
    await expect(line(page, "EXM10")).toHaveCount(0);
    await said(page).getByRole("button", { name: editor.tools.undo }).click();
    await expect(line(page, "EXM10")).toBeVisible();
    await expect(english(page)).toHaveValue("The exam was announced in good time.");
  });

  await test.step("every change is in the history; an earlier state is looked at and restored", async () => {
    await page.goto(`${room}/history`);
    const rows = page.getByRole("row");
    await expect(rows.nth(1)).toContainText(fill(editor.changes.undo, { number: "" }).trim());
    await expect(page.getByRole("row", { name: /Deleted question EXM10/ })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: fill(editor.history.lookAt, { n: 1 }), exact: true }).click();
    await page.getByLabel(editor.history.page, { exact: true }).selectOption("exam");
    await page.getByRole("button", { name: editor.history.show }).click();
    await expect(preview(page).locator("#EXM10")).toContainText(editor.preview.noWords);
    await page.getByLabel(fill(editor.history.restoreAt, { n: 0 }), { exact: true }).click();
    await page.getByRole("button", { name: editor.history.restoreYes }).last().click();
    await expect(said(page)).toContainText("Restored state 0");
    await expect(page.getByText(fill(editor.strip.same, { n: 2 }))).toBeVisible();
    await expect(line(page, "EXM10")).toHaveCount(0);
  });
});

const another = async (
  browser: Browser,
  baseURL: string,
  javaScriptEnabled = true,
): Promise<BrowserContext> =>
  browser.newContext({ baseURL, locale: "en", javaScriptEnabled, viewport: { width: 1280, height: 800 } });

test("two who change the same question are told; two who change different ones both keep theirs", async ({
  page,
  browser,
  server,
}) => {
  const theirs = await another(browser, server.url);
  const their = await theirs.newPage();
  await signIn(page, room);
  await signIn(their, room);
  for (const one of [page, their]) await one.goto(at("item:CUR01"));

  await english(their).fill("Theirs.");
  await english(their).blur();
  await expect(their.getByText(editor.form.saved, { exact: true })).toBeVisible();

  await test.step("the second sees who, when, and both wordings; nothing typed is lost", async () => {
    await english(page).fill("Mine.");
    await english(page).blur();
    const box = page.getByRole("alert").filter({ hasText: editor.conflict.title });
    await expect(box).toBeVisible();
    await expect(box.locator("dd")).toHaveText([/Theirs\.$/, /Mine\.$/]);
    await expect(english(page)).toHaveValue("Mine.");
    await expectAccessible(page);
  });

  await test.step("also after a walk to another question", async () => {
    await line(page, "CUR05").click();
    await page.waitForURL(/CUR05/);
    await expect(page.getByText(editor.form.elsewhere)).toBeVisible();
    await page.getByRole("link", { name: "question CUR01", exact: true }).click();
    await expect(english(page)).toHaveValue("Mine.");
  });

  await test.step("put over theirs, which stays in the history", async () => {
    await page.getByRole("button", { name: editor.conflict.putMine }).click();
    await page.waitForURL(/done=/);
    await expect(english(page)).toHaveValue("Mine.");
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  await test.step("the other, elsewhere since, keeps writing without a word of it", async () => {
    await their.goto(at("item:CUR02"));
    await page.goto(at("item:CUR03"));
    await english(page).fill("Third, mine.");
    await english(page).blur();
    await expect(page.getByText(editor.form.saved, { exact: true })).toBeVisible();
    await english(their).fill("Second, theirs.");
    await english(their).blur();
    await expect(their.getByText(editor.form.saved, { exact: true })).toBeVisible();
    await page.goto(at("page:curriculum"));
    for (const text of ["Mine.", "Second, theirs.", "Third, mine."])
      await expect(preview(page).getByText(text, { exact: true })).toBeVisible();
  });
  await theirs.close();
});

test("without scripts: add, write, move, delete, undo, and a conflict", async ({ browser, server }) => {
  const plain = await another(browser, server.url, false);
  const page = await plain.newPage();
  const other = await plain.newPage();
  await signIn(page, room);
  await page.goto(at("item:CAR08"));
  await page.getByLabel(editor.tools.add).selectOption("text");
  await tool(page, editor.tools.addButton).click();
  await expect(said(page)).toContainText("Added question CAR09");
  await other.goto(at("item:CAR09"));

  await english(page).fill("What else about work?");
  await tool(page, editor.form.save).click();
  await expect(said(page)).toContainText("Saved question CAR09");
  await expect(english(page)).toHaveValue("What else about work?");
  await expect(preview(page).getByText("What else about work?")).toBeVisible();

  await english(other).fill("Something else.");
  await tool(other, editor.form.save).click();
  await expect(other.getByRole("heading", { name: editor.conflict.title })).toBeVisible();
  await expect(english(other)).toHaveValue("Something else.");
  await tool(other, editor.conflict.putMine).click();
  await expect(said(other)).toContainText("Saved question CAR09");
  await expect(english(other)).toHaveValue("Something else.");

  await page.goto(at("item:CAR09"));
  await tool(page, editor.tools.up).click();
  await expect(said(page)).toContainText("no. 8 on page 7");
  await page.getByText(editor.tools.moveTo, { exact: true }).click();
  await page.getByLabel(editor.tools.target).selectOption("into page:words");
  await tool(page, editor.tools.moveButton).click();
  await expect(said(page)).toContainText("on page 10");
  await tool(page, editor.tools.remove).click();
  await expect(line(page, "CAR09")).toHaveCount(0);
  await said(page).getByRole("button", { name: editor.tools.undo }).click();
  await expect(line(page, "CAR09")).toBeVisible();
  await tool(page, editor.tools.redo).click();
  await expect(line(page, "CAR09")).toHaveCount(0);
  await plain.close();
});

test("on a phone, in Chinese, one column at a time", async ({ page }) => {
  await signIn(page, room);
  await page.setViewportSize({ width: 390, height: 844 });
  const zh = messagesIn("zh-CN").editor;
  const ways = page.getByRole("navigation", { name: zh.columns.label });
  await page.goto(`${room}?lang=zh-CN`);
  await expect(page.getByRole("navigation", { name: zh.outline.label })).toBeVisible();
  await expectAccessible(page);
  await page.locator('[data-place="item:EXM05"] > a').click();
  await expect(page.getByLabel(zh.tools.add, { exact: true })).toBeVisible();
  await expect(page.getByRole("navigation", { name: zh.outline.label })).toBeHidden();
  await expectAccessible(page);
  await ways.getByRole("link", { name: zh.columns.preview }).click();
  await expect(preview(page).locator("#EXM05")).toBeInViewport();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
});

test("the preview runs nothing, sends nothing, and stands in no other frame than ours", async ({ page }) => {
  await signIn(page, room);
  const shown = await page.request.get(`${room}/preview?page=exam&language=en`);
  const policy = shown.headers()["content-security-policy"] ?? "";
  for (const rule of ["script-src 'none'", "form-action 'none'", "frame-ancestors 'self'"])
    expect(policy).toContain(rule);
  expect(await shown.text()).not.toContain("<script");
  for (const path of [room, `${room}/history`, "/studio/demo", "/s/demo"])
    expect((await page.request.get(path)).headers()["content-security-policy"]).toContain(
      "frame-ancestors 'none'",
    );
});
