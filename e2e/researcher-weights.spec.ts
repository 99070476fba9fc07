import type { Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signedIn } from "./people.ts";

/** Figures of the population, entered by a researcher; weighted numbers beside the unweighted ones, read by everybody. */
const room = "/studio/demo/results/weights";
const phone = { width: 390, height: 844 };
const { weights, studio } = messagesIn("en");
const zh = messagesIn("zh-CN").weights;

async function signIn(page: Page) {
  const { email, password } = demoAccounts.researcher;
  await page.goto(room);
  await page.getByLabel(studio.signIn.email).fill(email);
  await page.getByLabel(studio.signIn.password).fill(password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page).toHaveURL(new RegExp(`${room}$`));
}
const save = (page: Page) => page.getByRole("button", { name: weights.form.save, exact: true }).click();

async function remove(page: Page, code: string) {
  await page.goto(`${room}?lang=en&variable=${code}`);
  await page.getByText(weights.form.remove, { exact: true }).click();
  await page.getByRole("button", { name: weights.form.removeYes }).click();
  await page.waitForURL(/results\/weights(\?lang=en)?$/);
}

test("figures are entered, used, changed and removed", async ({ page, server }) => {
  test.setTimeout(120_000);
  await signIn(page);

  await test.step("the demo is weighted by two variables; who is in groups too small is said", async () => {
    await expect(page.getByText(/1,47\d responses are weighted towards/)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/\d+ of them are in groups that are not shown/)).toBeVisible();
    await expect(page.locator("#margin-bg04")).toContainText("invented education bureau");
    await expect(page.getByText(weights.limits.pooled)).toBeVisible();
    await page.locator("#weights summary").first().click();
    await expectAccessible(page);
    for (const code of ["BG01", "BG04"]) await remove(page, code);
  });

  await expect(page.getByText(weights.lead.noneResearcher)).toBeVisible();
  // Nothing is known of the population, so nothing may be called so.
  expect(await page.content()).not.toMatch(/representative|代表性/i);

  await test.step("the targets of a wave fill the form; what is wrong is said beside its field, all typed kept", async () => {
    await page.getByLabel(weights.form.choose).selectOption("BG01");
    await page.getByRole("button", { name: weights.form.chooseButton }).click();
    await page.getByRole("link", { name: /^Take over the targets/ }).click();
    await expect(page.getByRole("status")).toContainText("are filled in");
    await expect(page.getByLabel("Secondary vocational school", { exact: true })).toHaveValue("30");
    await page.getByLabel("Secondary vocational school", { exact: true }).fill("20");
    await page.getByLabel(weights.form.source).fill("Statistical Bulletin, table 3");
    await page.getByLabel(weights.form.asOf, { exact: true }).fill("soon");
    await save(page);
    await expect(page.getByText("they make 90% now")).toBeVisible();
    await expect(page.getByText(weights.problems.badDate)).toBeVisible();
    await expect(page.getByLabel("Secondary vocational school", { exact: true })).toHaveValue("20");
    await expect(page.getByLabel(weights.form.source)).toHaveValue("Statistical Bulletin, table 3");
    await expectAccessible(page);
    await page.getByLabel("Secondary vocational school", { exact: true }).fill("30");
    await page.getByLabel(weights.form.asOf, { exact: true }).fill("2025/9");
    await save(page);
    await page.waitForURL(new RegExp(`${room}$`));
  });

  await test.step("weighted stands beside unweighted, with the source and what weighting cannot do", async () => {
    await expect(page.getByText(/1,473 responses are weighted/)).toBeVisible();
    const source = "Statistical Bulletin, table 3 (as of 2025-09)";
    expect(await page.getByText(source).count()).toBeGreaterThan(1);
    await expect(page.getByRole("heading", { name: weights.limits.title })).toBeVisible();
    const row = page.locator("#margin-bg01").getByRole("row", { name: /Secondary vocational school/ });
    await expect(row).toContainText("30%");
    await expectAccessible(page);
  });

  await test.step("its file holds both, and names the source", async () => {
    const client = await signedIn(server.url, demoAccounts.reader.email, demoAccounts.reader.password);
    const csv = (await client.get("/studio/demo/results/files/weights.themes.csv")).body;
    const [head = "", first = ""] = csv.replace("\uFEFF", "").split(/\r?\n/);
    expect(head).toContain(zh.plain);
    expect(head).toContain(zh.margins.sourcesHead);
    expect(first).toContain("Statistical Bulletin, table 3");
    expect(first).not.toMatch(/NaN|undefined/);
  });

  await test.step("a pasted table replaces the figures; lines that fit nothing are named", async () => {
    await page.getByRole("link", { name: /Change the figures of/ }).click();
    const pasted = page.getByLabel(weights.form.pasted);
    await page.getByLabel(weights.form.units.people).check();
    await pasted.fill("Type\tPeople\nsec\t3,000\nhvc\t4500\nSpace academy\t7");
    await save(page);
    await expect(page.getByText(/Space academy/).last()).toBeVisible();
    await expect(page.getByLabel("Secondary vocational school", { exact: true })).toHaveValue("3,000");
    await pasted.fill("sec\t3,000\nhvc\t4500");
    await save(page);
    await page.waitForURL(new RegExp(`${room}$`));
    await expect(page.locator("#margin-bg01")).toContainText("40%");
  });

  await test.step("categories count as one, in the figures and in the sample", async () => {
    await page.goto(`${room}?lang=en&variable=BG01`);
    await page.getByText(weights.form.joining).click();
    const other = page.getByLabel(weights.form.countsWith.replace("{label}", "Other"));
    await other.selectOption({ label: weights.form.countsAs.replace("{label}", "Open University of China") });
    await save(page);
    await page.waitForURL(/results\/weights(\?lang=en)?$/);
    await expect(page.locator("#margin-bg01")).toContainText("Open University of China + Other");
    await expectAccessible(page);
  });

  await test.step("a filter is refused with the reason; the suspects can be left out", async () => {
    await page.goto(`${room}?f.BG01=sec`);
    await expect(page.getByText(weights.filtered)).toBeVisible();
    await expect(page.locator("#themes")).toHaveCount(0);
    await page.goto(`${room}?suspects=without`);
    await expect(page.locator("#themes")).toBeVisible();
  });

  await test.step("readers see it all but the forms", async () => {
    const reader = await signedIn(server.url, demoAccounts.reader.email, demoAccounts.reader.password);
    const html = (await reader.get(room)).body;
    expect(html).toContain('id="margin-bg01"');
    expect(html).not.toContain('id="figures"');
    const refused = await reader.post(`${room}?variable=BG01`, { intent: "remove" });
    expect(refused.status).toBe(403);
  });

  await test.step("on a phone, in Chinese", async () => {
    await page.setViewportSize(phone);
    await page.goto(`${room}?lang=zh-CN`);
    await expect(page.getByRole("heading", { name: zh.limits.title })).toBeVisible();
    await expectAccessible(page);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
  });

  await test.step("removing asks once and is written down", async () => {
    await remove(page, "BG01");
    await expect(page.locator("#themes")).toHaveCount(0);
    await page.getByText(weights.form.history).click();
    await expect(page.locator("#figures .studio-history li")).toHaveCount(6);
  });
});
