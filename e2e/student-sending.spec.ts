import type { Page } from "@playwright/test";
import { codeHash, draftKey, newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expect, test } from "./fixtures.ts";
import { Client } from "./http.ts";
import { keptOnPhone } from "./offline.ts";
import { readRows } from "./store.ts";
import {
  answer,
  codeIn,
  consent,
  draftSecret,
  hurryToLastPage,
  receiptCode,
  send,
  walkToLastPage,
} from "./survey.ts";

const chinese = messagesIn("zh-CN").survey;
const short = { SCR01: "none", BG01: "hvc", NP01: ["cost"], OPS01: "一句只有这个人会说的话" };

async function toLastPage(page: Page): Promise<string> {
  await consent(page, "demo", "zh-CN");
  await walkToLastPage(page, { language: "zh-CN", given: short });
  return draftSecret(page);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a double tap on submit makes one row and shows one receipt", async ({ page, server }) => {
      const secret = await toLastPage(page);
      const before = readRows(server.databaseFile, "responses").length;
      await page.getByRole("button", { name: chinese.submit }).dblclick({ noWaitAfter: true });
      const code = await receiptCode(page, "zh-CN");
      const rows = readRows(server.databaseFile, "responses", "id = ?", responseId(secret));
      expect(rows).toMatchObject([{ receipt_hash: codeHash(code) }]);
      expect(readRows(server.databaseFile, "responses").length).toBe(before + 1);
      expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
    });
  });
}

test("two parallel sendings, then twenty replays: one row, and every answer carries the same code", async ({
  server,
}) => {
  const secret = newSecret();
  await hurryToLastPage(server.url, "demo", secret);
  const before = readRows(server.databaseFile, "responses").length;
  const sendAgain = () =>
    new Client(server.url, { draft: secret }).post("/s/demo/words", {
      OPS01: "二十次也只算一次",
      go: "next",
    });
  const first = await Promise.all([sendAgain(), sendAgain()]);
  const replays = await Promise.all(Array.from({ length: 20 }, sendAgain));
  const codes = [...first, ...replays].map(({ status, body }) => `${status} ${codeIn(body)}`);
  expect(new Set(codes)).toEqual(new Set([`200 ${codeIn(first[0]?.body ?? "")}`]));
  expect(codes[0]).toMatch(/^200 ....-/);
  expect(readRows(server.databaseFile, "responses").length).toBe(before + 1);
  // Whoever lost the answer on the way and merely looks in again may ask for the receipt too.
  const again = new Client(server.url, { draft: secret });
  expect(codeIn((await again.get("/s/demo")).body)).toBeUndefined();
  expect(codeIn((await again.post("/s/demo", { go: "mine" })).body)).toBe(codeIn(first[0]?.body ?? ""));
});

test("a late save of a page does not bring back the draft of what was sent", async ({ server }) => {
  const secret = newSecret();
  const client = await hurryToLastPage(server.url, "demo", secret);
  await client.post("/s/demo/words", { OPS01: "寄出", go: "next" });
  const late = await new Client(server.url, { draft: secret }).post("/s/demo/about", {
    SCR01: "taken",
    go: "save",
  });
  expect(late.status).not.toBe(204);
  expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
});

test("a secret that has sent already starts no second survey: the next student gets a row of their own", async ({
  server,
}) => {
  const secret = newSecret();
  const one = await hurryToLastPage(server.url, "demo", secret);
  const first = await one.post("/s/demo/words", { OPS01: "第一个人", go: "next" });
  // A page the browser kept with the last student's secret in its form.
  const other = await hurryToLastPage(server.url, "demo", secret);
  expect(other.cookies.get("draft")).not.toBe(secret);
  const second = await other.post("/s/demo/words", { OPS01: "第二个人", go: "next" });
  expect(codeIn(second.body)).toBeDefined();
  expect(codeIn(second.body)).not.toBe(codeIn(first.body));
  for (const said of ["第一个人", "第二个人"]) {
    const rows = readRows(server.databaseFile, "responses", "words like ?", `%${said}%`);
    expect(rows).toHaveLength(1);
  }
});

test("on a shared phone, Back and reload after the receipt show nothing of the last student", async ({
  page,
  server,
}) => {
  const secret = await toLastPage(page);
  await send(page, "zh-CN");
  const code = await receiptCode(page, "zh-CN");
  const receiptHtml = await page.content();
  for (const said of [short.OPS01, secret]) expect(receiptHtml).not.toContain(said);

  const leftovers = async () => {
    await page.waitForLoadState();
    const shown = await page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLInputElement>("input,textarea,select")];
      return fields.map((one) => (one.checked ? `checked ${one.name}` : one.value)).join("\n");
    });
    return `${await page.content()}\n${shown}`;
  };
  for (let back = 0; back < 6; back++) {
    await page.goBack({ waitUntil: "load" });
    const all = await leftovers();
    for (const said of [short.OPS01, secret, code, "checked "]) expect(all).not.toContain(said);
  }
  for (const path of ["words", "about", "reasons"]) {
    const answered = await page.goto(`/s/demo/${path}`);
    expect(answered?.status()).toBe(404);
    expect(answered?.headers()["cache-control"]).toBe("no-store");
    await page.reload();
    expect(await leftovers()).not.toContain(short.OPS01);
  }
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toEqual(["lang"]);
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
  }));
  expect(kept).toEqual({ local: {}, session: {}, databases: 0 });
  // What is kept for the next student without network is nobody's: the survey and its scripts.
  const { cached } = await keptOnPhone(page);
  for (const mine of [short.OPS01, secret, code]) expect(cached).not.toContain(mine);
  expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
});

test("reloading the receipt shows the code no second time", async ({ page, server }) => {
  const secret = await toLastPage(page);
  await send(page, "zh-CN");
  const code = await receiptCode(page, "zh-CN");
  await page.reload();
  await page.waitForLoadState();
  expect(await page.content()).not.toContain(code);
  expect(readRows(server.databaseFile, "responses", "id = ?", responseId(secret))).toHaveLength(1);
});

test("the code takes everything back in three taps, and a replay does not revive it", async ({
  page,
  server,
}) => {
  const secret = await toLastPage(page);
  await send(page, "zh-CN");
  const code = await receiptCode(page, "zh-CN");
  await page.goto("/withdraw");
  // As people type: small letters, no dashes, a look-alike.
  await page
    .getByLabel(chinese.withdraw.label)
    .fill(code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o"));
  await page.getByRole("button", { name: chinese.withdraw.look }).click();
  await expect(page.getByRole("heading", { name: chinese.withdraw.confirmTitle })).toBeVisible();
  expect(readRows(server.databaseFile, "responses", "id = ?", responseId(secret))).toHaveLength(1);
  await page.getByRole("button", { name: chinese.withdraw.confirm }).click();
  await expect(page.getByRole("heading", { name: chinese.withdraw.doneTitle })).toBeVisible();

  const gone = () => {
    expect(readRows(server.databaseFile, "responses", "id = ?", responseId(secret))).toEqual([]);
    expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
  };
  gone();
  // The phone's last request, delivered once more, and the whole survey sent again under the same secret.
  const replay = await new Client(server.url, { draft: secret }).post("/s/demo/words", {
    ...short,
    go: "next",
  });
  expect(codeIn(replay.body)).toBeUndefined();
  gone();
  const again = await hurryToLastPage(server.url, "demo", secret);
  await again.post("/s/demo/words", { OPS01: "另一份", go: "next" });
  gone();
  // The code has done its work.
  await page.goto("/withdraw");
  await page.getByLabel(chinese.withdraw.label).fill(code);
  await page.getByRole("button", { name: chinese.withdraw.look }).click();
  await expect(page.getByText(chinese.withdraw.unknown)).toBeVisible();
});

test("what is no code, or nobody's, is said beside the field and keeps what was typed", async ({ page }) => {
  await page.goto("/withdraw?lang=zh-CN");
  const field = page.getByLabel(chinese.withdraw.label);
  await field.fill("ABC");
  await page.getByRole("button", { name: chinese.withdraw.look }).click();
  await expect(field).toHaveAccessibleDescription(new RegExp(chinese.withdraw.notCode));
  await expect(field).toHaveValue("ABC");
});

test("a page that was open when the survey changed language mid-way still submits", async ({
  page,
  server,
}) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "none", "zh-CN");
  await page.getByRole("button", { name: chinese.switchTo }).click();
  await walkToLastPage(page, { language: "en", given: { NP01: ["late"] } });
  const secret = await draftSecret(page);
  await send(page, "en");
  await receiptCode(page, "en");
  const rows = readRows(server.databaseFile, "responses", "id = ?", responseId(secret));
  expect(rows).toMatchObject([{ language: "en" }]);
});
