import type { Page } from "@playwright/test";
import { stampOf } from "#app/fieldwork/paradata.ts";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { signedIn } from "./people.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

/** The quality of answers: marks that follow their thresholds, exclusion by a person with a reason, and the way back. */
const room = "/studio/demo/fieldwork/quality";
const { studio } = messagesIn("en");
const english = { headers: { "Accept-Language": "en" } };

async function signIn(page: Page) {
  const { email, password } = demoAccounts.researcher;
  await page.goto(room);
  await page.getByLabel(studio.signIn.email).fill(email);
  await page.getByLabel(studio.signIn.password).fill(password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page).toHaveURL(new RegExp(`${room}$`));
}

/** "36" out of "Of 1,473 responses that count, 36 are suspect: …". */
async function suspects(page: Page): Promise<number> {
  await page.goto(room);
  const lead =
    (await page
      .getByText(/responses that count/)
      .first()
      .textContent()) ?? "";
  const found = lead.match(/count, ([\d,]+) (is|are) suspect/)?.[1];
  return found ? Number(found.replace(",", "")) : 0;
}

/** What the results page says in the part about suspects, and of how many; read without drawing its charts. */
async function headline(page: Page) {
  const html = await (await page.request.get("/studio/demo/results", english)).text();
  const plain = (part: string | undefined) => (part ?? "").replace(/<!--.*?-->|<[^>]+>/g, "");
  const text = plain(html.match(/<section[^>]*id="without-suspects".*?<\/section>/s)?.[0]);
  return { text, everybody: html.match(/[\d,]+ people have answered/)?.[0] };
}

test("thresholds move marks, a batch goes out with a reason and comes back", async ({ page }) => {
  await signIn(page);
  const usual = await suspects(page);
  expect(usual).toBeGreaterThan(10);
  await expectAccessible(page);

  await test.step("a threshold out of bounds is refused beside its field, what was typed kept", async () => {
    await page.getByLabel("Seconds per item; marked below").fill("50");
    await page.getByLabel("Why the change").fill("a test");
    await page.getByRole("button", { name: "Save the thresholds" }).click();
    await expect(page.getByText("Please enter a number from 0 to 5.")).toBeVisible();
    await expect(page.getByLabel("Seconds per item; marked below")).toHaveValue("50");
    await expect(page.getByLabel("Why the change")).toHaveValue("a test");
  });

  await test.step("a stricter pace marks more, and going back marks as many as before", async () => {
    await page.getByLabel("Seconds per item; marked below").fill("5");
    await page.getByRole("button", { name: "Save the thresholds" }).click();
    await page.waitForURL(/#indices/);
    expect(await suspects(page)).toBeGreaterThan(usual);
    await page.getByLabel("Why the change").fill("back again");
    await page.getByRole("button", { name: "Back to the usual" }).click();
    await page.waitForURL(/#indices/);
    expect(await suspects(page)).toBe(usual);
    await page.getByText("Changes to the thresholds").click();
    await expect(page.getByText("a test (secondsPerItem 2 → 5)")).toBeVisible();
  });

  const before = await headline(page);
  expect(before.text).toContain(`${usual} are suspect`);
  expect(before.text).toMatch(/Curriculum\d\d\.\d\d\d\.\d[+−]?\d\.\d\d\.\d\d/);

  await test.step("nothing goes out without a tick and a reason", async () => {
    await page.goto(room);
    const reason = page.getByLabel("Reason", { exact: true });
    await reason.fill("Same box all the way down, in seconds.");
    await page.getByRole("button", { name: "Exclude", exact: true }).click();
    await expect(page.getByText("Tick some responses in the table above first")).toBeVisible();
    await expect(reason).toHaveValue("Same box all the way down, in seconds.");
    expect(await suspects(page)).toBe(usual);
  });

  await test.step("two that are ticked, then all the others", async () => {
    for (const at of [0, 1]) await page.getByRole("checkbox").nth(at).check();
    await page.getByLabel("Reason", { exact: true }).fill("Looked at both.");
    await page.getByRole("button", { name: "Exclude", exact: true }).click();
    await page.waitForURL(/#exclusions/);
    expect(await suspects(page)).toBe(usual - 2);
    await page.getByLabel(`All ${usual - 2} suspect responses`).check();
    await page.getByLabel("Reason", { exact: true }).fill("Straight lines in seconds.");
    await page.getByRole("button", { name: "Exclude", exact: true }).click();
    await page.waitForURL(/#exclusions/);
    await expect(page.getByText("None of the")).toBeVisible();
    await expect(page.getByText(`${usual} further suspect responses have been excluded.`)).toBeVisible();
  });

  await test.step("the headline has changed, and comes back with the batch", async () => {
    const after = await headline(page);
    expect(after.everybody).not.toBe(before.everybody);
    expect(after.text).toContain("no response here is suspect");
    await page.goto(room);
    for (const n of [usual - 2, 2])
      await page.getByRole("button", { name: new RegExp(`^Take back the ${n} excluded by`) }).click();
    await expect(page.getByText("Taken back")).toHaveCount(2);
    expect(await suspects(page)).toBe(usual);
    expect(await headline(page)).toEqual(before);
  });
});

test("whoever sends now is judged at the next look", async ({ page, server }) => {
  await signIn(page);
  const before = await suspects(page);
  // Pages that were never opened, and one sent back within the second: two kinds of sign.
  const machine = await hurryToLastPage(server.url, "demo", newSecret());
  const at = stampOf(Date.now());
  expect(codeIn((await machine.post("/s/demo/words", { go: "next", at })).body)).toBeDefined();
  expect(await suspects(page)).toBe(before + 1);
});

test("a reader sees both headlines and no marks", async ({ server }) => {
  const { email, password } = demoAccounts.reader;
  const reader = await signedIn(server.url, email, password);
  expect((await reader.get(room)).status).toBe(403);
  expect((await reader.post(room, { intent: "usual", why: "x" })).status).toBe(403);
  const { status, body } = await reader.get("/studio/demo/results");
  expect(status).toBe(200);
  expect(body).toContain("without-suspects");
  expect(body).not.toContain("fieldwork/quality");
});
