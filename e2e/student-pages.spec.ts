import type { Page } from "@playwright/test";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { messagesIn } from "#app/locales/index.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { addDoor, closeDoor, readRows } from "./store.ts";
import {
  answer,
  codeIn,
  consent,
  fillPage,
  hurryToLastPage,
  pageCode,
  question,
  receiptCode,
  send,
  walkToLastPage,
} from "./survey.ts";

const chinese = messagesIn("zh-CN").survey;

/** Everything fits the narrowest and the widest phones; a statement's choices stand in one row, big enough to tap. */
async function expectToFit(page: Page) {
  const size = page.viewportSize();
  for (const width of [320, 360, 430]) {
    await page.setViewportSize({ width, height: 844 });
    const measured = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      groups: [...document.querySelectorAll(".points")].map((group) =>
        [...group.children].map((cell) => {
          const box = cell.getBoundingClientRect();
          const label = cell.querySelector("span") as HTMLElement;
          const isCut = label.scrollWidth > label.clientWidth || label.scrollHeight > label.clientHeight;
          return { top: Math.round(box.top), height: box.height, width: box.width, isCut };
        }),
      ),
    }));
    const where = `${await page.title()} at ${width} px`;
    expect(measured.sideways, where).toBeLessThanOrEqual(0);
    for (const cells of measured.groups) {
      expect(cells, where).toHaveLength(5);
      expect(new Set(cells.map(({ top }) => top)).size, where).toBe(1);
      for (const cell of cells) {
        expect(cell.height, where).toBeGreaterThanOrEqual(44);
        expect(cell.isCut, where).toBe(false);
      }
    }
  }
  if (size) await page.setViewportSize(size);
}

for (const language of ["zh-CN", "en"] as const) {
  const { survey } = messagesIn(language);
  test(`every page of the survey fits phones and is accessible: ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    const look = async () => {
      await expectToFit(page);
      await expectAccessible(page);
    };
    await page.goto(`/s/demo?lang=${language}`);
    await look();
    await page.getByRole("button", { name: survey.start }).click();
    await expect(page.getByText(survey.problems.required)).toBeVisible();
    await look();
    await consent(page, "demo", language);
    await page.getByRole("button", { name: survey.next, exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await look();
    const seen: string[] = [];
    await walkToLastPage(page, {
      language,
      // Some selected cells on every page: their colours count too.
      given: { SCR01: "taken", BG13: ["skill"], CUR01: 1, CUR02: 98, EXM01: 2, CAR01: 3, OVR01: 4, TRN01: 5 },
      look: async (_, code) => {
        await fillPage(page, {
          language,
          given: { CUR01: 1, CUR02: 2, CUR03: 3, CUR04: 4, CUR05: 5, EXB01: 1 },
        });
        seen.push(code);
        await look();
      },
    });
    expect(seen).toEqual(
      "about certificate preparation curriculum exam career overall transition words".split(" "),
    );
    await page.goto("/s/demo");
    await expect(page.getByRole("heading", { name: survey.resumeTitle })).toBeVisible();
    await look();
    await page.getByRole("button", { name: survey.resume }).click();
    await send(page, language);
    const code = await receiptCode(page, language);
    await look();
    await page.goto("/withdraw");
    await look();
    await page.getByLabel(survey.withdraw.label).fill("1234");
    await page.getByRole("button", { name: survey.withdraw.look }).click();
    await look();
    await page.getByLabel(survey.withdraw.label).fill(code);
    await page.getByRole("button", { name: survey.withdraw.look }).click();
    await look();
    await page.getByRole("button", { name: survey.withdraw.confirm }).click();
    await look();
  });

  test(`a door that does not open says what to do: ${language}`, async ({ page, server }) => {
    const doors = {
      early: { slug: addDoor(server.databaseFile, "early", { opensInDays: 1 }), status: 403 },
      closed: { slug: addDoor(server.databaseFile, "closed", { closesInDays: -1 }), status: 410 },
      paused: { slug: addDoor(server.databaseFile, "paused", { paused: true }), status: 503 },
      full: { slug: addDoor(server.databaseFile, "full", { maxResponses: 0 }), status: 403 },
      unknown: { slug: "no-such-door", status: 404 },
    };
    for (const [why, { slug, status }] of Object.entries(doors)) {
      const opened = await page.goto(`/s/${slug}?lang=${language}`);
      expect(opened?.status(), why).toBe(status);
      const words = survey.doors[why as keyof typeof doors];
      await expect(page.getByRole("heading", { level: 1, name: words.title })).toBeVisible();
      // The date is filled in, not left as a placeholder.
      await expect(page.locator("main")).not.toContainText(/[{}]|NaN|Invalid|undefined/);
      if (why === "early" || why === "closed") await expect(page.locator("main")).toContainText(/20\d\d/);
      await expectToFit(page);
      await expectAccessible(page);
    }
  });
}

test("pages in hand are taken for an hour after closing, marked late; then the door is shut", async ({
  page,
  server,
}) => {
  const slug = addDoor(server.databaseFile, "closing");
  await consent(page, slug, "zh-CN");
  await walkToLastPage(page, { language: "zh-CN", given: { SCR01: "none" } });
  closeDoor(server.databaseFile, slug, -0.01);
  const other = await page.context().browser()?.newPage({ baseURL: server.url, locale: "zh-CN" });
  // Nobody new comes in. What a visitor sees follows the store within a second.
  await expect(async () => expect((await other?.goto(`/s/${slug}`))?.status()).toBe(410)).toPass();
  await other?.close();
  await send(page, "zh-CN");
  await receiptCode(page, "zh-CN");
  const [collector] = readRows(server.databaseFile, "collectors", "slug = ?", slug);
  const rows = readRows(server.databaseFile, "responses", "collector_id = ?", collector?.id);
  expect(rows).toMatchObject([{ late: 1 }]);
});

test("the last free place goes to one of those who send together", async ({ server }) => {
  const slug = addDoor(server.databaseFile, "one-place", { maxResponses: 1 });
  const people = await Promise.all(
    Array.from({ length: 5 }, () => hurryToLastPage(server.url, slug, newSecret())),
  );
  const answers = await Promise.all(
    people.map((one) => one.post(`/s/${slug}/words`, { OPS01: "最后一个名额", go: "next" })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403]);
  expect(answers.filter(({ body }) => codeIn(body))).toHaveLength(1);
});

test("a page can be answered with the keyboard alone, and focus is seen", async ({ page }) => {
  await consent(page, "demo", "zh-CN");
  await answer(page, "SCR01", "taken", "zh-CN");
  for (const code of ["certificate", "preparation", "curriculum"]) {
    await page.getByRole("button", { name: chinese.next, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${code}$`));
  }
  const first = page.getByRole("radiogroup").first();
  await page.keyboard.press("Tab");
  await expect(first.getByRole("radio").first()).toBeFocused();
  const outline = await first
    .getByRole("radio")
    .first()
    .evaluate((radio) => {
      const cell = radio.closest("label") as Element;
      return [radio, cell, ...cell.children].some((one) => getComputedStyle(one).outlineStyle !== "none");
    });
  expect(outline).toBe(true);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(first.getByRole("radio", { checked: true })).toHaveValue("3");
  // One Tab stop a statement: the next one, then on to the buttons; Enter presses the one that is focused.
  await page.keyboard.press("Tab");
  await expect(page.getByRole("radiogroup").nth(1).getByRole("radio").first()).toBeFocused();
  const next = page.getByRole("button", { name: chinese.next, exact: true });
  for (let stops = 0; stops < 12 && !(await next.evaluate((one) => one === document.activeElement)); stops++)
    await page.keyboard.press("Tab");
  await expect(next).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/exam$/);
  await page.goBack();
  const code = await page.getByRole("radiogroup").first().getAttribute("id");
  await expect(question(page, code ?? "", "zh-CN").getByRole("radio", { checked: true })).toHaveValue("3");
  expect(pageCode(page)).toBe("curriculum");
});
