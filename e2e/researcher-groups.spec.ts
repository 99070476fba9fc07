import type { Browser, Page } from "@playwright/test";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { researcherOf, signedIn } from "./people.ts";

/*
 * Groups of the demo side by side, and its exams on site and remote. Expected values from R 4.2.2 over the same 1,473
 * responses, by the calls named beside them.
 */
const groupsPath = "/studio/demo/results/groups";
const modesPath = "/studio/demo/results/modes";
const english = { "Accept-Language": "en" };

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
  await page.waitForURL(/results\/(groups|modes)/);
  return page;
}

const looks = [
  { language: "zh-CN", width: 390 },
  { language: "zh-CN", width: 1280 },
  { language: "en", width: 390 },
  { language: "en", width: 1280 },
] as const;

const expectNoSideways = async (page: Page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
};

for (const { language, width } of looks) {
  test(`groups and exam modes read well in ${language} at ${width} px`, async ({ browser, server }) => {
    const { groups, exhibits } = messagesIn(language);
    const theme = { "zh-CN": "考试", en: "Examination" }[language];
    const page = await open(browser, `${server.url}${groupsPath}?by=BG07`, language, width);

    await test.step("another question, another theme, and everything is kept", async () => {
      await page.getByLabel(groups.by).selectOption("BG09");
      await page.getByRole("button", { name: groups.compare, exact: true }).click();
      await page.waitForURL(/by=BG09/);
      await expect(page.getByText(messagesIn(language).results.caution.mode)).toBeVisible();
      await page
        .getByRole("navigation", { name: groups.items.nav })
        .getByRole("link", { name: theme })
        .click();
      await page.waitForURL(/theme=EXM/);
      expect(new URL(page.url()).searchParams.get("by")).toBe("BG09");
      const title = fill(groups.items.title, { theme });
      await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
    });

    await test.step("all pairs are folded away", async () => {
      const [before = "", after = ""] = groups.pairs.fold.split("{m}");
      const fold = page
        .locator("details", { has: page.locator("summary", { hasText: before.trim() }) })
        .last();
      const summary = fold.locator("> summary");
      const m = Number(((await summary.textContent()) ?? "").trim().slice(before.length, -after.length));
      // Four groups have six pairs, on nine statements; a group too small for one takes part in fewer.
      expect(m).toBeGreaterThan(27);
      expect(m).toBeLessThanOrEqual(54);
      await summary.click();
      await expect(fold.getByRole("columnheader", { name: fill(exhibits.adjusted, { m }) })).toBeVisible();
      await expect(fold.getByRole("row")).toHaveCount(m + 1);
    });
    await expectNoSideways(page);
    await expectAccessible(page);

    await page.goto(modesPath);
    await expect(page.getByText(groups.modes.caution).first()).toBeVisible();
    const scores = page.getByRole("heading", { level: 2, name: fill(groups.modes.scores.title, { theme }) });
    await expect(scores).toBeVisible();
    await expectNoSideways(page);
    await expectAccessible(page);
    await page.context().close();
  });
}

/** The numbers of the row of this name, which may hold commas and is quoted then. */
const valuesOf = (file: string, name: string) =>
  file
    .split(/\r?\n/)
    .find((row) => row.startsWith(name) || row.startsWith(`"${name}`))!
    .replace(/^("[^"]*"|[^,]*),/, "")
    .split(",")
    .map(Number);
const strict = "Invigilation and exam-room management for this exam are strict.";

test("files hold what R computes", async ({ server }) => {
  const researcher = await researcherOf(server.url);
  const fileOf = async (name: string) => {
    const { status, body } = await researcher.get(`/studio/demo/results/files/${name}`, english);
    expect(status, name).toBe(200);
    return body.toString();
  };
  const two = await fileOf("groups.tests-EXM.csv?by=BG09&f.BG09=site&f.BG09=remote&theme=EXM");
  const [delta, , , difference, , , n, , p] = valuesOf(two, strict);
  // x, y: EXM04 of BG09 == "site" and "remote". 2 * wilcox.test(x, y)$statistic / (731 * 309) - 1
  expect(delta).toBeCloseTo(0.447651176072, 11);
  expect(n).toBe(731 + 309);
  // 100 * (mean(x > 3) - mean(y > 3)): the column says points
  expect(difference).toBeCloseTo(30.761159735965, 9);
  // wilcox.test(x, y, exact = FALSE)$p.value
  expect(p! / 2.68867948013e-32).toBeCloseTo(1, 9);

  const levels = await fileOf("groups.tests-EXM.csv?by=BG07&theme=EXM");
  const [epsilon, , , , , raw] = valuesOf(levels, strict);
  // kruskal.test(EXM04, BG07): p, and the statistic over n - 1
  expect(raw).toBeCloseTo(0.49326199554157, 11);
  expect(epsilon).toBeCloseTo(0.00214848152562, 13);

  const modes = await fileOf("modes.items-EXM.csv");
  const [, , , within, , , years, , , cmh] = valuesOf(modes, strict);
  // mantelhaen.test(table(BG09, EXM04 > 3, BG08), correct = FALSE) over 2020 to 2023; sum(w*(p1-p2))/sum(w), w = n1*n2/n
  expect(within).toBeCloseTo(33.9307166907, 9);
  expect(cmh! / 2.52490301887e-14).toBeCloseTo(1, 9);
  expect(years).toBe(4);

  const scores = await fileOf("modes.tests.csv");
  const [, , , examination, , , , , , , , uneven] = valuesOf(scores, "Examination");
  // weighted.mean(d, 1/v) and pchisq(sum((d - D)^2 / v), 3, lower = FALSE) of EXM by BG09 in 2020 to 2023
  expect(examination).toBeCloseTo(7.8553420783612, 9);
  expect(uneven).toBeCloseTo(0.16862276309197, 9);

  const career = await fileOf("modes.score-CAR.csv");
  const pooled = career
    .split(/\r?\n/)
    .find((row) => row.startsWith("Within years, pooled") || row.startsWith('"Within'))!;
  // d, v of each year's t.test(CAR ~ BG09, var.equal = FALSE): weighted.mean(d, 1/v)
  expect(Number(pooled.replace(/^"[^"]*",/, "").split(",")[6])).toBeCloseTo(-0.905531681441, 10);
});

test("the page offers its files; what may not be shown is named, and no number travels", async ({
  browser,
  server,
}) => {
  const { groups, exhibits } = messagesIn("en");
  const page = await open(browser, `${server.url}${groupsPath}?by=BG03`, "en", 1280);
  await expect(page.getByText(/^Groups not shown\. .*Fewer than 5 answers\.$/)).toBeVisible();
  const name = fill(exhibits.formatOf, { title: groups.tests.scores, format: "CSV" });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);

  await page.goto(`${modesPath}?f.BG09=site`);
  await expect(page.getByText(groups.modes.one)).toBeVisible();
  await page.context().close();

  const { email, password } = demoAccounts.reader;
  const reader = await signedIn(server.url, email, password);
  for (const path of [`${groupsPath}?by=BG03`, `${modesPath}`, `${groupsPath}?by=BG06&theme=CUR`]) {
    const { status, body } = await reader.get(path);
    expect(status).toBe(200);
    expect(body.toString()).not.toMatch(/NaN/);
  }
  // Nobody may ask for a question that is no group, or a theme that is none.
  for (const query of ["by=EXM01", "by=day", "by=constructor", "theme=constructor"])
    expect((await reader.get(`${groupsPath}?${query}`)).status).toBe(400);
  const refused = await reader.get(`${groupsPath}?f.BG01=hvc&f.BG05=1&f.BG07=elem&f.BG08=2021&by=BG09`);
  expect(refused.body.toString()).not.toMatch(/"scores":\[\{"shown":true/);
});
