import type { BrowserContext } from "@playwright/test";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expect, test } from "./fixtures.ts";
import {
  agree,
  beginOffline,
  beginReady,
  hasten,
  keptOnPhone,
  next,
  rowsAt,
  said,
  settled,
  short,
  takeOffline,
  walkOffline,
  whenReady,
} from "./offline.ts";
import { addDoor, addVersion } from "./store.ts";
import { answer, consent, question, receiptCode, send, walkToLastPage } from "./survey.ts";

const chinese = messagesIn("zh-CN");
test.beforeEach(hasten);

test("the instrument changes underneath: answers in hand go as begun, a new visitor gets the new one", async ({
  page,
  context,
  browser,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "versions");
  await beginOffline(page, context, slug);
  const { before, after } = addVersion(server.databaseFile, slug, "第二版的标题");

  // Somebody else's phone that has only seen the first version: online it gets the second.
  const other = await browser.newContext({ baseURL: server.url, locale: "zh-CN" });
  const visitor = await other.newPage();
  await expect(async () => {
    await visitor.goto(`/s/${slug}`);
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("第二版的标题", { timeout: 500 });
  }).toPass();
  await other.close();

  await takeOffline(context, false);
  await expect(page.getByRole("status").first()).toHaveText(chinese.phone.sent);
  await walkOffline(page, { language: "zh-CN", given: short });
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  await receiptCode(page, "zh-CN");
  expect(rowsAt(server.databaseFile, slug)).toMatchObject([{ version_id: before }]);
  // The same phone, free again, with nothing of the old version left.
  await page.goto(`/s/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("第二版的标题");
  await agree(page);
  await answer(page, "SCR01", "none", "zh-CN");
  await next(page).click();
  await walkToLastPage(page, { language: "zh-CN", given: short });
  await send(page, "zh-CN");
  await receiptCode(page, "zh-CN");
  expect(
    rowsAt(server.databaseFile, slug)
      .map((row) => row.version_id)
      .sort(),
  ).toEqual([before, after].sort());
});

test("a visitor whose phone still keeps the first version is shown the second as soon as there is a network", async ({
  page,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "stale");
  await page.goto(`/s/${slug}?lang=zh-CN`);
  await whenReady(page, slug);
  const { after } = addVersion(server.databaseFile, slug, "又改了一版");
  await expect(async () => {
    await page.goto(`/s/${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("又改了一版", { timeout: 500 });
  }).toPass();
  await page.goto(`/s/${slug}/offline`);
  await expect(page).toHaveURL(new RegExp(`/s/${slug}$`));
  await whenReady(page, slug, after);
});

test("a door that closed meanwhile says so, and what became of the answers", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "full", { maxResponses: 1 });
  const first: BrowserContext = await (
    page.context().browser() as NonNullable<ReturnType<BrowserContext["browser"]>>
  ).newContext({ baseURL: server.url });
  await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  const quick = await first.newPage();
  await consent(quick, slug, "zh-CN");
  await walkToLastPage(quick, { language: "zh-CN", given: short });
  await send(quick, "zh-CN");
  await receiptCode(quick, "zh-CN");
  await first.close();
  await takeOffline(context, false);
  await expect(page.getByRole("heading", { name: chinese.survey.doors.full.title })).toBeVisible();
  await expect(page.getByText(chinese.phone.notTaken)).toBeVisible();
  await page.getByRole("button", { name: chinese.phone.erase }).click();
  await expect(page.getByText(chinese.phone.notTaken)).toBeHidden();
  await expect(async () => expect((await keptOnPhone(page)).databases).toEqual([])).toPass();
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
});

test("a clock wrong by ten years, put right in mid-survey, loses nothing", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "clock");
  const wrong = Date.now() - 3650 * 86_400_000;
  await page.addInitScript(
    `{ const now = Date.now; const from = now(); Date.now = () => ${wrong} + now() - from }`,
  );
  const secret = await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await settled(page);
  await page.close();
  const right = await context.newPage();
  await right.goto(`/s/${slug}/words`);
  await expect(question(right, "OPS01", "zh-CN")).toHaveValue(said);
  await right.getByRole("button", { name: chinese.survey.submit }).click();
  await takeOffline(context, false);
  expect(await receiptCode(right, "zh-CN")).toBe(withdrawalCode(secret));
  const seconds = JSON.parse(String(rowsAt(server.databaseFile, slug)[0]?.page_seconds));
  expect(Math.max(...(Object.values(seconds) as number[]))).toBeLessThan(60);
});
