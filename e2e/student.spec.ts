import { codeHash, draftKey, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expect, test } from "./fixtures.ts";
import { readRows } from "./store.ts";
import {
  answer,
  consent,
  draftSecret,
  type Given,
  question,
  receiptCode,
  send,
  walkToLastPage,
} from "./survey.ts";

/** Somebody who took an exam remotely in 2023, skips some questions, and does not know about others. */
const taken: Given = {
  SCR01: "taken",
  BG01: "hvc",
  BG02: "y3",
  BG03: "53",
  BG04: "done",
  BG05: "1",
  BG06: "云账簿处理（虚构）",
  BG07: "inter",
  BG08: 2023,
  BG09: "remote",
  BG10: "1",
  BG11: "pass",
  BG12: "h3",
  BG13: ["skill", "credit"],
  CUR01: 4,
  CUR02: 98,
  CUR03: 5,
  CUR04: 3,
  CUR06: 2,
  CUR07: 4,
  CUR08: 98,
  CUR09: 1,
  EXM01: 2,
  EXM02: 3,
  EXM03: 4,
  EXM04: 1,
  EXM05: 5,
  ATT01: 2,
  EXM06: 2,
  EXM07: 4,
  EXM09: 3,
  EXB01: 4,
  CAR01: 4,
  CAR02: 4,
  CAR03: 98,
  CAR04: 5,
  CAR06: 4,
  CAR07: 2,
  CAR08: 3,
  OVR01: 4,
  OVR02: 5,
  OVR03: 4,
  SUP01: 3,
  SUP03: 2,
  SUP04: 1,
  TRN01: 2,
  OPC01: "老师带我们对了一整个月的账。\n<b>月考</b> & “小测”都有用 🙂",
  OPS01: "=希望远程考试也有人认真监考",
};
/** Asked of this person, and passed over. */
const skipped = ["CON02", "BG14", "CUR05", "EXM08", "CAR05", "SUP02", "TRN02", "TRN03"];
const words = ["OPC01", "OPE01", "OPK01", "OPS01"];

test("a whole survey in Chinese: what was tapped is what is stored, and nothing else", async ({
  page,
  server,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:"))
      foreign.push(request.url());
  });
  await consent(page, "demo", "zh-CN");
  const presented = await walkToLastPage(page, { language: "zh-CN", given: taken });
  const secret = await draftSecret(page);
  await send(page, "zh-CN");
  const code = await receiptCode(page, "zh-CN");

  expect(code).toBe(withdrawalCode(secret));
  expect(foreign).toEqual([]);
  const [row] = readRows(server.databaseFile, "responses", "id = ?", responseId(secret));
  const expected: Record<string, unknown> = { ...taken, CON01: true, BG06: "demo-ledger" };
  for (const one of skipped) expected[one] = null;
  for (const one of words) delete expected[one];
  expect(JSON.parse(String(row?.answers))).toEqual(expected);
  expect(JSON.parse(String(row?.words))).toEqual({ OPC01: taken.OPC01, OPS01: taken.OPS01 });
  const asked = JSON.parse(String(row?.presented));
  expect(asked).toEqual(["CON01", "CON02", ...presented]);
  // Why people did not take a certificate was never asked: no entry, neither null nor 99.
  expect(asked).not.toContain("NP01");
  expect(new Set(asked)).toEqual(new Set([...Object.keys(expected), ...words]));
  expect(row).toMatchObject({ language: "zh-CN", late: 0, receipt_hash: codeHash(code), excluded: 0 });
  expect(row?.received_on).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(readRows(server.databaseFile, "drafts", "key_hash = ?", draftKey(secret))).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, locale: "en" });

  test("a whole survey in English works with forms alone", async ({ page, server }) => {
    await consent(page, "demo", "en", true);
    const preparing: Given = {
      SCR01: "preparing",
      BG06: "A certificate nobody has listed",
      CUR01: 1,
      CUR02: 98,
      CAR02: 5,
      OVR01: 3,
      OPS01: "Teach it earlier.",
    };
    const presented = await walkToLastPage(page, { language: "en", given: preparing });
    const secret = await draftSecret(page);
    await send(page, "en");
    expect(await receiptCode(page, "en")).toBe(withdrawalCode(secret));
    const [row] = readRows(server.databaseFile, "responses", "id = ?", responseId(secret));
    const answers = JSON.parse(String(row?.answers));
    expect(answers).toMatchObject({ SCR01: "preparing", CON02: true, BG06: "~", CUR02: 98, CAR02: 5 });
    // Questions about an exam not taken yet have no entry; those passed over have null.
    expect(Object.keys(answers).filter((item) => /^EX|^BG0[589]|^BG1[01]/.test(item))).toEqual([]);
    expect(answers.CUR03).toBeNull();
    expect(JSON.parse(String(row?.words))).toEqual({ BG06: preparing.BG06, OPS01: preparing.OPS01 });
    expect(JSON.parse(String(row?.presented))).toEqual(["CON01", "CON02", ...presented]);
    expect(row?.language).toBe("en");
    // No button that only a script could serve.
    await expect(page.getByRole("button", { name: messagesIn("en").survey.receipt.copy })).toBeHidden();
  });
});

const chinese = messagesIn("zh-CN").survey;
const english = messagesIn("en").survey;

test("the language can be switched in mid-survey; answers, and the choice itself, stay", async ({ page }) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "taken", "zh-CN");
  await answer(page, "BG03", "53", "zh-CN");
  await page.getByRole("button", { name: chinese.switchTo }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(question(page, "BG03", "en")).toHaveValue("53");
  await expect(question(page, "SCR01", "en").getByRole("radio", { checked: true })).toHaveCount(1);
  await page.getByRole("button", { name: english.next, exact: true }).click();
  await expect(question(page, "BG06", "en")).toBeVisible();
  // Back at the door, the survey still speaks English.
  await page.goto("/s/demo");
  await expect(page.getByRole("heading", { name: english.resumeTitle })).toBeVisible();
  await page.goto("/withdraw");
  await expect(page.getByRole("heading", { name: english.withdraw.title })).toBeVisible();
});

test("back and forward lose nothing, with our buttons and with the browser's", async ({ page }) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "taken", "zh-CN");
  await answer(page, "BG01", "hvc", "zh-CN");
  const next = page.getByRole("button", { name: chinese.next, exact: true });
  await next.click();
  await answer(page, "BG06", "设备数据看护（虚构）", "zh-CN");
  await answer(page, "BG07", "adv", "zh-CN");
  // Back keeps what is on the page being left.
  await page.getByRole("button", { name: chinese.back }).click();
  const institution = question(page, "BG01", "zh-CN").getByRole("radio", { checked: true });
  await expect(institution).toHaveValue("hvc");
  await next.click();
  await expect(question(page, "BG06", "zh-CN")).toHaveValue("设备数据看护（虚构）");
  await expect(question(page, "BG07", "zh-CN").getByRole("radio", { checked: true })).toHaveValue("adv");
  await next.click();
  await expect(page).toHaveURL(/preparation$/);
  await page.goBack();
  await expect(question(page, "BG07", "zh-CN").getByRole("radio", { checked: true })).toHaveValue("adv");
  await page.goForward();
  await expect(page).toHaveURL(/preparation$/);
});

test("a missing required answer is named beside its question, and focus goes there", async ({ page }) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "BG01", "vbu", "zh-CN");
  await page.getByRole("button", { name: chinese.next, exact: true }).click();
  const required = question(page, "SCR01", "zh-CN");
  await expect(required).toContainText(chinese.problems.required);
  await expect(required).toHaveAccessibleDescription(chinese.problems.required);
  await expect(required.getByRole("radio").first()).toBeFocused();
  await expect(page.getByRole("alert")).toContainText(chinese.errorTitle);
  // What was answered beside it is still there.
  await expect(question(page, "BG01", "zh-CN").getByRole("radio", { checked: true })).toHaveValue("vbu");
});

test("what is too long is refused beside its field, focused and read out with it, and kept to be shortened", async ({
  page,
}) => {
  await consent(page, "demo", "en");
  const long = "x".repeat(1001);
  await walkToLastPage(page, { language: "en", given: { SCR01: "none", OPS01: long } });
  await send(page, "en");
  const field = question(page, "OPS01", "en");
  const problem = english.problems["too-long"].replace("{max}", "1000");
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${problem}`));
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(long);
});

test("consent comes first: without the tick nothing starts and nothing is kept", async ({ page, server }) => {
  await page.goto("/s/demo?lang=zh-CN");
  const before = readRows(server.databaseFile, "drafts").length;
  await page.getByRole("button", { name: chinese.start }).click();
  const tick = page.getByRole("checkbox").first();
  await expect(tick).toHaveAccessibleDescription(chinese.problems.required);
  await expect(page).toHaveURL(/\/s\/demo(\?|$)/);
  expect(readRows(server.databaseFile, "drafts").length).toBe(before);
  expect(await draftSecret(page)).toBe("");
  // A page that is opened without having started says so kindly.
  const opened = await page.goto("/s/demo/curriculum");
  expect(opened?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: chinese.doors.none.title })).toBeVisible();
});

test("interrupted: the same phone goes on where it stopped, with what was saved on the way", async ({
  page,
  context,
}) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "preparing", "zh-CN");
  await page.getByRole("button", { name: chinese.next, exact: true }).click();
  await answer(page, "BG06", "社区长者陪护（虚构）", "zh-CN");
  await expect(page.getByRole("status")).toHaveText(chinese.saved);
  await page.close();

  const again = await context.newPage();
  await again.goto("/s/demo");
  await expect(again.getByRole("heading", { name: chinese.resumeTitle })).toBeVisible();
  await again.getByRole("button", { name: chinese.resume }).click();
  await expect(again).toHaveURL(/certificate$/);
  await expect(question(again, "BG06", "zh-CN")).toHaveValue("社区长者陪护（虚构）");
});

test("a shared phone starts fresh with one tap, and the unsent answers are gone from the server", async ({
  page,
  server,
}) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "taken", "zh-CN");
  await page.getByRole("button", { name: chinese.next, exact: true }).click();
  const before = readRows(server.databaseFile, "drafts").length;
  await page.goto("/s/demo");
  await page.getByRole("button", { name: chinese.fresh }).click();
  await expect(page.getByRole("heading", { name: chinese.letterTitle })).toBeVisible();
  await expect(page.getByRole("checkbox").first()).not.toBeChecked();
  expect(readRows(server.databaseFile, "drafts").length).toBe(before - 1);
  expect(await draftSecret(page)).toBe("");
});

test("certificates are suggested while one types, also those a page does not carry", async ({ page }) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "taken", "zh-CN");
  await page.getByRole("button", { name: chinese.next, exact: true }).click();
  const asked = page.waitForResponse(/catalogue\?q=/);
  await question(page, "BG06", "zh-CN").pressSequentially("百川");
  const answered = await asked;
  expect(answered.status()).toBe(200);
  expect(await answered.json()).toEqual(
    expect.arrayContaining(["设备数据看护（虚构）", "仓配协同作业（虚构）"]),
  );
});
