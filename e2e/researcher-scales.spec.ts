import type { Browser, Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { researcherOf, signedIn } from "./people.ts";

/*
 * How well the demo's scales measure. Expected values from R 4.2.2 over the same 1,473 responses, those to the pilot's
 * wording of EXM08 left out (X: one scale's items, reversed ones turned, complete cases; S: the scores):
 *   V <- cov(X); k <- ncol(X); k/(k-1) * (1 - sum(diag(V)) / sum(V)); 1 - (1-a) * qf(c(.975, .025), n-1, (n-1)*(k-1))
 *   cor(X[,i], rowSums(X[,-i])); cor.test(S$CUR, S$EXM)
 */
const path = "/studio/demo/results/scales";
const english = { headers: { "Accept-Language": "en" } };

async function open(browser: Browser, address: string, language: Language, width: number): Promise<Page> {
  const viewport = { width, height: width < 600 ? 844 : 800 };
  const context = await browser.newContext({ baseURL: new URL(address).origin, locale: language, viewport });
  const page = await context.newPage();
  const { signIn } = messagesIn(language).studio;
  const { email, password } = demoAccounts.researcher;
  await page.goto(address);
  await page.getByLabel(signIn.email).fill(email);
  await page.getByLabel(signIn.password).fill(password);
  await page.getByRole("button", { name: signIn.send }).click();
  await page.waitForURL(/results\/scales/);
  return page;
}

const looks = [
  { language: "zh-CN", width: 390 },
  { language: "zh-CN", width: 1280 },
  { language: "en", width: 390 },
  { language: "en", width: 1280 },
] as const;

for (const { language, width } of looks) {
  test(`reads well in ${language} at ${width} px`, async ({ browser, server }) => {
    const { scales } = messagesIn(language);
    const page = await open(browser, `${server.url}${path}`, language, width);
    const support = { "zh-CN": "支持与保障", en: "Support" }[language];
    await expect(page.getByText(fill(scales.lead.low, { scales: support }))).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: scales.correlations.title })).toBeVisible();
    await test.step("one scale after another", async () => {
      await page.getByRole("navigation", { name: scales.nav }).getByRole("link", { name: support }).click();
      await page.waitForURL(/theme=SUP/);
      const title = fill(scales.reliability.title, { scale: support });
      await expect(page.getByRole("heading", { level: 3, name: title })).toBeVisible();
      await expect(page.getByText(fill(scales.reliability.low, { alpha: ".56" }))).toBeVisible();
    });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await page.context().close();
  });
}

test("files hold what R computes, and the filter is kept from scale to scale", async ({
  browser,
  server,
}) => {
  const page = await open(browser, `${server.url}${path}?theme=CAR`, "en", 1280);
  const rowsOf = async (name: string) => {
    const answer = await page.request.get(`/studio/demo/results/files/scales.${name}.csv?theme=CAR`, english);
    expect(answer.status()).toBe(200);
    return (await answer.text()).split(/\r?\n/);
  };
  /** The numbers of the row of this name, which may hold commas and is quoted then. */
  const valuesOf = (rows: string[], name: string) =>
    rows
      .find((row) => row.startsWith(name) || row.startsWith(`"${name}"`))!
      .replace(/^("[^"]*"|[^,]*),/, "")
      .split(",")
      .map(Number) as [number, number, number, number];
  const reliability = await rowsOf("reliability");
  const [alpha, low, high] = valuesOf(reliability, "Cronbach’s α");
  expect(alpha).toBeCloseTo(0.7968959, 6);
  expect(low).toBeCloseTo(0.771482, 6);
  expect(high).toBeCloseTo(0.8204792, 6);
  expect(valuesOf(reliability, "McDonald’s ω (one factor, minres)")[0]).toBeCloseTo(0.8012568, 5);
  const correlations = await rowsOf("correlations");
  const [r, from, to, pairs] = valuesOf(correlations, "Curriculum × Examination");
  expect([r, from, to]).toEqual([0.4211544, 0.3729061, 0.4671312].map((one) => expect.closeTo(one, 6)));
  expect(pairs).toBe(1173);

  await test.step("the page offers them", async () => {
    const link = page.getByRole("link", {
      name: fill(messagesIn("en").exhibits.formatOf, {
        title: "Career and future plans: reliability",
        format: "CSV",
      }),
    });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    const drawing = await page.request.get("/studio/demo/results/files/scales.correlations.svg", english);
    expect(await drawing.text()).toContain(".42");
  });

  await test.step("who is selected stays selected", async () => {
    await page.goto(`${path}?theme=CAR&f.BG09=site`);
    await page
      .getByRole("navigation", { name: "Choose a scale" })
      .getByRole("link", { name: "Support" })
      .click();
    await page.waitForURL(/theme=SUP/);
    expect(new URL(page.url()).searchParams.get("f.BG09")).toBe("site");
    await page.getByText("Filter", { exact: true }).click();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL(/theme=SUP/);
  });
  await page.context().close();
});

test("a selection that may not be shown says so and tells no number", async ({ server }) => {
  const researcher = await researcherOf(server.url);
  // Hardly anybody: too few, whatever other tests have changed.
  const { status, body } = await researcher.get(`${path}?f.BG14=o&f.BG01=ouc`);
  expect(status).toBe(200);
  expect(body).toContain("results-refused");
  expect(body).not.toMatch(/NaN|voices-questions|"reliability"/);
  const { email, password } = demoAccounts.reader;
  const reader = await signedIn(server.url, email, password);
  expect((await reader.get(path)).status).toBe(200);
  expect((await reader.get(`${path}?theme=constructor`)).status).toBe(400);
});
