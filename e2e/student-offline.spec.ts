import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { codeHash, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { root } from "../scripts/lib/runtime.mjs";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import {
  agree,
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
import { addDoor, readRows } from "./store.ts";
import { answer, type Given, question, receiptCode, send, walkToLastPage } from "./survey.ts";

const chinese = messagesIn("zh-CN");
test.beforeEach(hasten);

for (const language of ["zh-CN", "en"] as const) {
  test(`opened once, answered wholly without network, handed in on return: ${language}`, async ({
    page,
    context,
    server,
  }) => {
    const slug = addDoor(server.databaseFile, "offline");
    const { survey, phone } = messagesIn(language);
    // The looks differ in words only: one language is looked at everywhere, the other where words are longest.
    const look = async (place: string) => {
      if (language === "zh-CN" || place === "curriculum") await expectAccessible(again);
    };
    await page.goto(`/s/${slug}?lang=${language}`);
    await whenReady(page, slug);
    await page.close();
    await takeOffline(context, true);
    const again = await context.newPage();
    await again.goto(`/s/${slug}`);
    await expect(again.getByRole("heading", { name: survey.letterTitle })).toBeVisible();
    // Without network too, consent comes first, and what is required is asked for.
    await again.getByRole("button", { name: survey.start }).click();
    await expect(again.getByRole("checkbox").first()).toHaveAccessibleDescription(survey.problems.required);
    await agree(again, language);
    await expect(question(again, "SCR01", language)).toBeVisible();
    await next(again, language).click();
    const screening = question(again, "SCR01", language);
    await expect(screening).toHaveAccessibleDescription(survey.problems.required);
    await expect(screening.getByRole("radio").first()).toBeFocused();
    await expect(again.getByRole("alert")).toContainText(survey.errorTitle);
    await look("problem");

    const taken: Given = {
      SCR01: "taken",
      BG08: 2023,
      BG13: ["skill"],
      CUR01: 4,
      CUR02: 98,
      EXM01: 2,
      OPS01: said,
    };
    const presented = await walkOffline(again, { language, given: taken }, async (code) => {
      if (code === "curriculum") await look(code);
    });
    await again.getByRole("button", { name: survey.submit }).click();
    await expect(again.getByRole("heading", { name: phone.doneTitle })).toBeVisible();
    await expect(again.getByRole("status").last()).toHaveText(phone.waiting);
    await look("done");
    expect(rowsAt(server.databaseFile, slug)).toEqual([]);

    await takeOffline(context, false);
    const code = await receiptCode(again, language);
    const rows = rowsAt(server.databaseFile, slug);
    expect(rows).toMatchObject([{ language, receipt_hash: codeHash(code), late: 0 }]);
    const [row] = rows;
    expect(JSON.parse(String(row?.answers))).toMatchObject({
      CON01: true,
      BG08: 2023,
      BG13: ["skill"],
      CUR02: 98,
    });
    expect(JSON.parse(String(row?.words))).toEqual({ OPS01: said });
    // The order the phone showed is the order the server would have shown, and the time it took came along.
    expect(JSON.parse(String(row?.presented))).toEqual(["CON01", "CON02", ...presented]);
    const seconds = JSON.parse(String(row?.page_seconds));
    expect(Object.keys(seconds)).toContain("curriculum");
    expect(Math.max(...(Object.values(seconds) as number[]))).toBeLessThan(60);
    const [collector] = readRows(server.databaseFile, "collectors", "slug = ?", slug);
    expect(readRows(server.databaseFile, "drafts", "collector_id = ?", collector?.id)).toEqual([]);
    expect(await keptOnPhone(again)).toEqual({ databases: [], cached: "", storage: "{}{}" });
    // Back from the receipt: whatever page comes, nobody's answers are on it.
    for (let back = 0; back < 3; back++) {
      await again.goBack();
      await expect(async () => {
        await expect(again.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 500 });
        for (const mine of [said, code]) expect(await again.content()).not.toContain(mine);
        expect(await again.locator(":checked:not(option)").count()).toBe(0);
      }).toPass();
    }
  });
}

test("the network goes in mid-page: the survey goes on where it is and arrives once", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "midway");
  const secret = await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
  await next(page).click();
  await expect(question(page, "OPS01", "zh-CN")).toBeVisible();
  await answer(page, "OPS01", said, "zh-CN");
  await expect(page.getByRole("status").first()).toHaveText(chinese.phone.waiting);
  await settled(page);
  // Back and a reload, still without network.
  await page.goBack();
  await expect(question(page, "NP01", "zh-CN").getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.goForward();
  await page.reload();
  await expect(question(page, "OPS01", "zh-CN")).toHaveValue(said);
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  await expect(page.getByRole("heading", { name: chinese.phone.doneTitle })).toBeVisible();
  await page.close();
  // Re-sent on the next opening.
  await takeOffline(context, false);
  const again = await context.newPage();
  await again.goto(`/s/${slug}`);
  await again.getByRole("button", { name: chinese.survey.earlier.mine }).click();
  expect(await receiptCode(again, "zh-CN")).toBe(withdrawalCode(secret));
  const rows = rowsAt(server.databaseFile, slug);
  expect(rows).toMatchObject([{ id: responseId(secret) }]);
  expect(JSON.parse(String(rows[0]?.answers))).toMatchObject({ SCR01: "none", NP01: ["cost"] });
});

test("a flapping network: the server dies and comes back twice; one row, one receipt", async ({
  page,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "flapping");
  const secret = await beginReady(page, slug);
  await server.kill();
  await answer(page, "NP01", ["know"], "zh-CN");
  await next(page).click();
  await expect(question(page, "OPS01", "zh-CN")).toBeVisible();
  await server.restart();
  await expect(page.getByRole("status").first()).toHaveText(chinese.phone.sent);
  await server.kill();
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  await expect(page.getByRole("heading", { name: chinese.phone.doneTitle })).toBeVisible();
  await server.restart();
  expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
  expect(rowsAt(server.databaseFile, slug)).toMatchObject([{ id: responseId(secret) }]);
});

test("the receipt gets lost on the way: asked again, the same code and no second row", async ({
  page,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "lost");
  const secret = await beginReady(page, slug);
  await answer(page, "NP01", ["know"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  // The server receives and acknowledges; its answer, cookies included, reaches the phone no more than half.
  let lost = 0;
  await page.context().route(`**/s/${slug}/words`, async (route) => {
    if (!/go=next/.test(route.request().postData() ?? "") || lost > 0) return route.fallback();
    lost++;
    await route.fetch();
    await page.context().clearCookies({ name: "draft" });
    await route.abort();
  });
  await send(page, "zh-CN");
  expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
  expect(lost).toBe(1);
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
});

test("a Wi-Fi's sign-in page is a 200 and no receipt", async ({ page, context, server }) => {
  const slug = addDoor(server.databaseFile, "portal");
  const secret = await beginReady(page, slug);
  const portal = { status: 200, contentType: "text/html", body: "<h1>Welcome to Campus Wi-Fi</h1>" };
  await context.route(`**/s/**`, (route) => route.fulfill(portal));
  await answer(page, "NP01", ["late"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: chinese.survey.submit }).click();
  await expect(page.getByRole("heading", { name: chinese.phone.doneTitle })).toBeVisible();
  const portalAsked = page.waitForResponse((answered) => answered.request().method() === "POST");
  await page.getByRole("button", { name: chinese.phone.tryNow }).click();
  expect((await portalAsked).status()).toBe(200);
  await expect(page.getByRole("status").last()).toHaveText(chinese.phone.waiting);
  expect(rowsAt(server.databaseFile, slug)).toEqual([]);
  await context.unroute(`**/s/**`);
  await page.getByRole("button", { name: chinese.phone.tryNow }).click();
  expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
});

test("two tabs without network keep each other's answers; one sends, the other learns of it", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "tabs");
  const secret = await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await expect(question(page, "OPS01", "zh-CN")).toBeVisible();
  const other = await context.newPage();
  await other.goto(`/s/${slug}/reasons`);
  await answer(other, "NP01", ["know"], "zh-CN");
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: chinese.survey.submit }).dblclick({ noWaitAfter: true });
  await takeOffline(context, false);
  const codes = await Promise.race([receiptCode(page, "zh-CN"), receiptCode(other, "zh-CN")]);
  expect(codes).toBe(withdrawalCode(secret));
  const rows = rowsAt(server.databaseFile, slug);
  expect(rows).toHaveLength(1);
  expect(JSON.parse(String(rows[0]?.answers)).NP01.sort()).toEqual(["cost", "know"]);
  expect(JSON.parse(String(rows[0]?.words))).toEqual({ OPS01: said });
});

test("the scripts stay small: 10 KB together, the worker 4 KB, compressed", () => {
  const assets = path.join(root, "build/server/assets");
  const size = (name: string) => {
    const file = fs.readdirSync(assets).find((one) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(one));
    return gzipSync(fs.readFileSync(path.join(assets, file ?? ""))).length;
  };
  expect(size("enhance") + size("offline")).toBeLessThanOrEqual(10 * 1024);
  expect(size("sw")).toBeLessThanOrEqual(4 * 1024);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("nothing changes, and the offline document shows the way in", async ({ page, server }) => {
    const slug = addDoor(server.databaseFile, "plain");
    await page.goto(`/s/${slug}/offline`);
    await page.getByRole("link", { name: chinese.survey.doors.toSurvey }).click();
    await agree(page);
    await walkToLastPage(page, { language: "zh-CN", given: short });
    await send(page, "zh-CN");
    await receiptCode(page, "zh-CN");
    expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
  });
});
