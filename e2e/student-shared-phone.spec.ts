import { newSecret, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { Client } from "./http.ts";
import {
  agree,
  beginOffline,
  beginReady,
  finishOffline,
  hasten,
  keptOnPhone,
  next,
  rowsAt,
  said,
  short,
  takeOffline,
  walkOffline,
} from "./offline.ts";
import { addDoor, closeDoor } from "./store.ts";
import { answer, codeIn, hurryToLastPage, question, receiptCode, send, walkToLastPage } from "./survey.ts";

const chinese = messagesIn("zh-CN");
const { earlier, receipt } = chinese.survey;
test.beforeEach(hasten);

test("finished without network, opened by the next student: sent, but its code is not theirs to see", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "handed-on");
  const secret = await beginReady(page, slug);
  await finishOffline(page, context);
  await page.close();
  await takeOffline(context, false);
  const other = await context.newPage();
  await other.goto(`/s/${slug}`);
  await expect(other.getByRole("heading", { level: 1, name: earlier.title })).toBeFocused();
  await expectAccessible(other);
  expect(rowsAt(server.databaseFile, slug)).toMatchObject([{ id: responseId(secret) }]);
  for (const mine of [withdrawalCode(secret), said]) expect(await other.content()).not.toContain(mine);
  expect(await other.locator(":checked:not(option)").count()).toBe(0);
  // Looking again asks again, with and without network.
  await other.goto(`/s/${slug}`);
  await expect(other.getByRole("heading", { name: earlier.title })).toBeVisible();
  await takeOffline(context, true);
  await other.reload();
  await expect(other.getByRole("heading", { name: earlier.title })).toBeVisible();
  await takeOffline(context, false);
  await other.getByRole("button", { name: earlier.notMine }).click();
  await expect(other.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
  await expect.poll(async () => (await keptOnPhone(other)).databases).toEqual([]);
  await agree(other);
  await walkToLastPage(other, { language: "zh-CN", given: short });
  await send(other, "zh-CN");
  expect(await receiptCode(other, "zh-CN")).not.toBe(withdrawalCode(secret));
  expect(rowsAt(server.databaseFile, slug)).toHaveLength(2);
});

test("finished without network, opened again by whoever filled it in: the code on asking, and it can be copied", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "own");
  const secret = await beginReady(page, slug);
  await finishOffline(page, context);
  await page.close();
  await takeOffline(context, false);
  const again = await context.newPage();
  await again.goto(`/s/${slug}`);
  await again.getByRole("button", { name: earlier.mine }).click();
  expect(await receiptCode(again, "zh-CN")).toBe(withdrawalCode(secret));
  await expect(again.getByRole("link", { name: receipt.followUp })).toBeVisible();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await again.getByRole("button", { name: receipt.copy }).click();
  await expect(again.getByRole("button", { name: receipt.copied })).toBeVisible();
  expect(await again.evaluate(() => navigator.clipboard.readText())).toBe(withdrawalCode(secret));
  expect(await keptOnPhone(again)).toEqual({ databases: [], cached: "", storage: "{}{}" });
});

test("still on the page where it was finished, reloaded: no question, the code", async ({
  page,
  context,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "stayed");
  const secret = await beginReady(page, slug);
  await finishOffline(page, context);
  await page.reload();
  await expect(page.getByRole("heading", { name: chinese.phone.doneTitle })).toBeVisible();
  await takeOffline(context, false);
  expect(await receiptCode(page, "zh-CN")).toBe(withdrawalCode(secret));
});

for (const finished of [true, false]) {
  test(`the wave ended meanwhile, ${finished ? "finished" : "in the middle"}: within its grace the phone still sends`, async ({
    page,
    context,
    server,
  }) => {
    const slug = addDoor(server.databaseFile, "grace");
    await beginOffline(page, context, slug);
    if (finished) {
      await walkOffline(page, { language: "zh-CN", given: short });
      await page.getByRole("button", { name: chinese.survey.submit }).click();
      await expect(page.getByRole("heading", { name: chinese.phone.doneTitle })).toBeVisible();
    }
    await page.close();
    closeDoor(server.databaseFile, slug, -0.01);
    await takeOffline(context, false);
    const again = await context.newPage();
    await expect(async () => {
      expect((await new Client(server.url).get(`/s/${slug}`)).status).toBe(410);
    }).toPass();
    await again.goto(`/s/${slug}`);
    if (finished) await again.getByRole("button", { name: earlier.mine }).click();
    else {
      await again.getByRole("button", { name: chinese.survey.resume }).click();
      await walkOffline(again, { language: "zh-CN", given: short });
      await again.getByRole("button", { name: chinese.survey.submit }).click();
    }
    await receiptCode(again, "zh-CN");
    expect(rowsAt(server.databaseFile, slug)).toMatchObject([{ late: 1 }]);
  });
}

test.describe("a Wi-Fi that leads every form to its sign-in page", () => {
  const elsewhere = { status: 302, headers: { Location: "http://127.0.0.1:9/sign-in" } };
  let isSwallowing = false;
  let swallowed = "";
  test.beforeEach(async ({ context }) => {
    swallowed = "";
    await context.route("**/s/*/*", (route) => {
      if (route.request().method() !== "POST" || !isSwallowing) return route.fallback();
      swallowed += route.request().postData();
      return route.fulfill(elsewhere);
    });
  });

  test("takes no answer with it", async ({ page, server }) => {
    const slug = addDoor(server.databaseFile, "swallowed");
    await beginReady(page, slug);
    isSwallowing = true;
    await answer(page, "NP01", ["cost"], "zh-CN");
    await next(page).click({ noWaitAfter: true });
    await expect.poll(() => swallowed).toContain("go=next");
    isSwallowing = false;
    await page.goto(`/s/${slug}/reasons`);
    await expect(question(page, "NP01", "zh-CN").getByRole("checkbox", { checked: true })).toHaveCount(1);
    await expect(page.getByRole("status")).toHaveText(chinese.survey.saved);
  });

  test("holds nobody up", async ({ page, server }) => {
    const slug = addDoor(server.databaseFile, "held-up");
    await beginReady(page, slug);
    isSwallowing = true;
    await answer(page, "NP01", ["cost"], "zh-CN");
    await expect(page.getByRole("status")).toHaveText(chinese.phone.waiting);
    await next(page).click();
    await expect(question(page, "OPS01", "zh-CN")).toBeVisible({ timeout: 3000 });
    isSwallowing = false;
    await expect(page.getByRole("status").first()).toHaveText(chinese.phone.sent);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a receipt that got lost is asked for before it is shown to whoever opens the survey next", async ({
    page,
    context,
    server,
  }) => {
    const slug = addDoor(server.databaseFile, "lost-plain");
    const secret = newSecret();
    const client = await hurryToLastPage(server.url, slug, secret);
    const sent = await client.post(`/s/${slug}/words`, { OPS01: said, go: "next" });
    const kept = { name: "draft", value: secret, domain: new URL(server.url).hostname, path: `/s/${slug}` };
    for (const address of [`/s/${slug}`, `/s/${slug}/words`]) {
      await context.addCookies([kept]);
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1, name: earlier.title })).toBeVisible();
      expect(await page.content()).not.toContain(withdrawalCode(secret));
    }
    await page.getByRole("button", { name: earlier.mine }).click();
    expect(await receiptCode(page, "zh-CN")).toBe(codeIn(sent.body));
    await context.addCookies([kept]);
    await page.goto(`/s/${slug}`);
    await page.getByRole("button", { name: earlier.notMine }).click();
    await expect(page.getByRole("heading", { name: chinese.survey.letterTitle })).toBeVisible();
    expect((await context.cookies()).map(({ name }) => name)).not.toContain("draft");
  });
});
