import { draftKey, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expect, test } from "./fixtures.ts";
import { beginReady, hasten, keptOnPhone, next, rowsAt, said, short, takeOffline } from "./offline.ts";
import { addDoor, readRows } from "./store.ts";
import { answer, consent, draftSecret, receiptCode, send, walkToLastPage } from "./survey.ts";

const chinese = messagesIn("zh-CN");
test.beforeEach(hasten);

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
  const secret = await beginReady(page, slug);
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

test("after thirty days unsent answers are gone from the phone, and so is their key", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "expired");
  await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
  const later = await context.newPage();
  await later.addInitScript(`{ const now = Date.now; Date.now = () => now() + ${31 * 86_400_000} }`);
  await later.goto(`/s/${slug}`);
  await expect(later.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  expect((await keptOnPhone(later)).databases).toEqual([]);
});

test("a shared phone: start fresh without network leaves nothing of the last student, then or later", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "shared");
  const secret = await beginReady(page, slug);
  await takeOffline(context, true);
  await answer(page, "NP01", ["cost"], "zh-CN");
  await next(page).click();
  await answer(page, "OPS01", said, "zh-CN");
  await page.locator("summary").click();
  await page.getByRole("button", { name: chinese.survey.freshSure }).click();
  await expect(page.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  for (let back = 0; back < 3; back++) {
    await page.goBack().catch(() => undefined);
    await expect(async () => {
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>("input,textarea")]
          .map((one) => one.checked || one.value)
          .join(),
      );
      expect(shown).not.toContain(said);
      expect(shown).not.toContain("true");
    }).toPass();
  }
  // Back online, the server forgets as well.
  await takeOffline(context, false);
  // The page that is shown may be on its way there by itself.
  await expect(() => page.goto(`/s/${slug}`)).toPass();
  await expect(page.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  await expect.poll(() => draftSecret(page)).toBe("");
  await expect
    .poll(() => readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret)))
    .toEqual([]);
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
  const secret = await beginReady(page, slug);
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
