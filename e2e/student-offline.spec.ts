import type { BrowserContext, Page } from "@playwright/test";
import { codeHash, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { keptOnPhone, settled, takeOffline, walkOffline, whenReady } from "./offline.ts";
import { addDoor, addVersion, readRows } from "./store.ts";
import {
  answer,
  consent,
  draftSecret,
  type Given,
  instrument,
  question,
  receiptCode,
  send,
  walkToLastPage,
} from "./survey.ts";

const chinese = messagesIn("zh-CN");
const said = "一句只有这个人会说的话";
const short: Given = { SCR01: "none", BG01: "hvc", BG03: "53", NP01: ["cost", "know"], OPS01: said };
const next = (page: Page, language: Language = "zh-CN") =>
  page.getByRole("button", { name: messagesIn(language).survey.next, exact: true });
const agree = async (page: Page, language: Language = "zh-CN") => {
  await page.getByRole("checkbox", { name: instrument.consent.ticks[0]?.text[language] ?? "" }).check();
  await page.getByRole("button", { name: messagesIn(language).survey.start }).click();
};

// Phones spread their sending over seconds; one phone alone need not wait for the others.
test.beforeEach(({ context }) =>
  context.addInitScript("{ const random = Math.random; Math.random = () => random() / 20 }"),
);

/** Someone who stands on the page after the first one, all of it known to the server, ready for no network. */
async function begin(page: Page, slug: string): Promise<string> {
  await consent(page, slug, "zh-CN");
  await whenReady(page, slug);
  await answer(page, "SCR01", "none", "zh-CN");
  await next(page).click();
  await expect(page).toHaveURL(/reasons$/);
  return draftSecret(page);
}

const rowsAt = (file: string, slug: string) => {
  const [collector] = readRows(file, "collectors", "slug = ?", slug);
  return readRows(file, "responses", "collector_id = ?", collector?.id);
};

for (const language of ["zh-CN", "en"] as const) {
  test(`opened once, answered wholly without network, handed in on return: ${language}`, async ({
    page,
    context,
    server,
  }) => {
    const slug = addDoor(server.databaseFile, "offline");
    const { survey, phone } = messagesIn(language);
    await page.goto(`/s/${slug}?lang=${language}`);
    await whenReady(page, slug);
    await page.close();
    await takeOffline(context, true);
    const again = await context.newPage();
    await again.goto(`/s/${slug}`);
    await expect(again.getByRole("heading", { name: survey.letterTitle })).toBeVisible();
    await expectAccessible(again);
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
    await expectAccessible(again);

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
      if (code === "curriculum") await expectAccessible(again);
    });
    await again.getByRole("button", { name: survey.submit }).click();
    await expect(again.getByRole("heading", { name: phone.doneTitle })).toBeVisible();
    await expect(again.getByRole("status").last()).toHaveText(phone.waiting);
    await expectAccessible(again);
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
    expect(readRows(server.databaseFile, "drafts")).toEqual([]);
    expect(await keptOnPhone(again)).toEqual({ databases: [], cached: "", storage: "{}{}" });
  });
}

test("the network goes in mid-page: the survey goes on where it is and arrives once", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "midway");
  const secret = await begin(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
  await next(page).click();
  await expect(question(page, "OPS01", "zh-CN")).toBeVisible();
  await answer(page, "OPS01", said, "zh-CN");
  await expect(page.getByRole("status").first()).toHaveText(chinese.phone.waiting);
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
  const secret = await begin(page, slug);
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
  const secret = await begin(page, slug);
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
  const secret = await begin(page, slug);
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

for (const [denied, script] of Object.entries({
  "IndexedDB throws": `Object.defineProperty(indexedDB.__proto__, "open", { value() { throw new DOMException("denied", "SecurityError") } })`,
  "no service worker": `delete Navigator.prototype.serviceWorker`,
  "neither, and no cryptography": `delete Navigator.prototype.serviceWorker; delete globalThis.indexedDB; delete Crypto.prototype.subtle; delete globalThis.caches`,
})) {
  test(`storage denied (${denied}): plain forms as before`, async ({ page, context, server }) => {
    await page.addInitScript(script);
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    const slug = addDoor(server.databaseFile, "denied");
    await consent(page, slug, "zh-CN");
    await answer(page, "SCR01", "none", "zh-CN");
    // Without network the page stays, says so, and goes on when it is back.
    await takeOffline(context, true);
    await next(page).click();
    await expect(page.getByRole("status")).toHaveText(chinese.survey.offline);
    await takeOffline(context, false);
    await next(page).click();
    await expect(page).toHaveURL(/reasons$/);
    await walkToLastPage(page, { language: "zh-CN", given: short });
    const secret = await draftSecret(page);
    await send(page, "zh-CN");
    expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
    expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
    expect(errors).toEqual([]);
  });
}

test("storage cleared midway: what the server has goes on", async ({ page, context, server }) => {
  const slug = addDoor(server.databaseFile, "cleared");
  const secret = await begin(page, slug);
  const network = await context.newCDPSession(page);
  const storageTypes = "indexeddb,service_workers,cache_storage,local_storage";
  await network.send("Storage.clearDataForOrigin", { origin: server.url, storageTypes });
  await answer(page, "NP01", ["cost"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.survey.saved);
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await send(page, "zh-CN");
  expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
});

test("two tabs without network keep each other's answers; one sends, the other learns of it", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "tabs");
  const secret = await begin(page, slug);
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
  const secret = await begin(page, slug);
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

test("after thirty days unsent answers are gone from the phone, and so is their key", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "expired");
  await begin(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
  const later = await context.newPage();
  await later.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${31 * 86_400_000} }`);
  await later.goto(`/s/${slug}`);
  await expect(later.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  expect((await keptOnPhone(later)).databases).toEqual([]);
});

test("the instrument changes underneath: answers in hand go as begun, a new visitor gets the new one", async ({
  page,
  context,
  browser,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "versions");
  await page.goto(`/s/${slug}?lang=zh-CN`);
  await whenReady(page, slug);
  await takeOffline(context, true);
  await page.goto(`/s/${slug}`);
  await agree(page);
  await answer(page, "SCR01", "none", "zh-CN");
  await next(page).click();
  await expect(question(page, "NP01", "zh-CN")).toBeVisible();
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

test("a shared phone: start fresh without network leaves nothing of the last student, then or later", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "shared");
  const secret = await begin(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await page.getByRole("button", { name: chinese.survey.fresh }).click();
  await expect(page.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  for (let back = 0; back < 3; back++) {
    await page.goBack().catch(() => undefined);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>("input,textarea")]
        .map((one) => one.checked || one.value)
        .join(),
    );
    expect(shown).not.toContain(said);
    expect(shown).not.toContain("true");
  }
  // Back online, the server forgets as well.
  await takeOffline(context, false);
  await page.goto(`/s/${slug}`);
  await expect(page.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  await expect.poll(() => draftSecret(page)).toBe("");
  await expect.poll(() => readRows(server.databaseFile, "drafts").length).toBe(0);
  const kept = await keptOnPhone(page);
  expect(kept.databases).toEqual([]);
  for (const mine of [said, secret]) expect(kept.cached).not.toContain(mine);
});

test("what lies on the phone is sealed, under a key that cannot be read out", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "sealed");
  const secret = await begin(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await expect(page.getByRole("status").first()).toHaveText(chinese.phone.waiting);
  const kept = await page.evaluate(async (name) => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
    });
    const shelf = database.transaction("phone").objectStore("phone");
    const read = (key: string) =>
      new Promise<{ data: ArrayBuffer } & CryptoKey>((resolve) => {
        const getting = shelf.get(key);
        getting.onsuccess = () => resolve(getting.result);
      });
    const [key, sealed] = [await read("key"), await read("sealed")];
    database.close();
    const exported = await crypto.subtle.exportKey("raw", key).then(
      () => "out",
      () => "refused",
    );
    return { exported, text: new TextDecoder("latin1").decode(sealed.data), size: sealed.data.byteLength };
  }, `tributary /s/${slug}`);
  expect(kept.exported).toBe("refused");
  expect(kept.size).toBeGreaterThan(200);
  for (const mine of [secret, "NP01", "cost"]) expect(kept.text).not.toContain(mine);
  const { cached } = await keptOnPhone(page);
  for (const mine of [said, secret]) expect(cached).not.toContain(mine);
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
  await begin(page, slug);
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
  await expectAccessible(page);
  await page.getByRole("button", { name: chinese.phone.erase }).click();
  await expect.poll(async () => (await keptOnPhone(page)).databases.length).toBeLessThanOrEqual(1);
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(1);
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
