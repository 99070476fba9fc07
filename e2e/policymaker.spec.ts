import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { messagesIn } from "#app/locales/index.ts";
import { demoStudy } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

/** A program that reads PDF, where the machine has one. */
function textOf(file: string): string | undefined {
  try {
    return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

for (const language of ["zh-CN", "en"] as const) {
  const { common } = messagesIn(language);

  test(`from the public page to the brief in hand: ${language}`, async ({ page, server }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.url))
        complaints.push(request.url());
    });
    await page.goto(`/p/demo?lang=${language}`);
    await expect(page.getByRole("heading", { level: 1, name: demoStudy.title[language] })).toBeVisible();
    await expect(page.getByText(common.synthetic).first()).toBeVisible();
    await expect(page.getByRole("main")).toContainText("3.70");
    expect(await page.getByRole("figure").count()).toBeGreaterThanOrEqual(5);

    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: /PDF/ }).click();
    const file = await (await downloading).path();
    expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
    const text = textOf(file);
    test.info().annotations.push({ type: "pdftotext", description: text ? "read" : "not on this machine" });
    if (text !== undefined) {
      const pages = text.split("\f").length - 1;
      expect(pages).toBeGreaterThanOrEqual(2);
      expect(pages).toBeLessThanOrEqual(4);
      const plain = text.replace(/\s+/g, "");
      expect(plain).toContain(demoStudy.title[language].replace(/\s+/g, ""));
      expect(plain).toContain(common.synthetic.replace(/\s+/g, ""));
      expect(plain).toContain("3.70");
      expect(plain).toMatch(/n=1,\d{3}/);
      // A CJK font that lacks glyphs, or swaps them for look-alikes, shows here.
      if (language === "zh-CN") expect(plain).toContain("考试");
      expect(plain).not.toMatch(/[\u2e80-\u2fdf\ufffd]/);
    }
    expect(complaints).toEqual([]);
    await expectAccessible(page);
  });

  test(`every file the public page offers is what its name says: ${language}`, async ({ page }) => {
    await page.goto(`/p/demo?lang=${language}`);
    // Most of them are folded away until somebody opens the list.
    const links = page.locator('a[href*="/files/"]');
    const files = await links.evaluateAll((found) => found.map((one) => one.getAttribute("href") ?? ""));
    expect(files.length).toBeGreaterThanOrEqual(12);
    const starts: Record<string, string> = {
      pdf: "%PDF-",
      png: "\u0089PNG",
      svg: "<svg",
      csv: "\u00ef\u00bb\u00bf",
    };
    for (const address of files) {
      const answered = await page.request.get(address);
      expect(answered.status(), address).toBe(200);
      expect(answered.headers()["x-content-type-options"]).toBe("nosniff");
      const body = (await answered.body()).toString("latin1").replace(/^<\?xml[^>]*>\s*/, "");
      expect(body.startsWith(starts[address.split(".").at(-1) ?? ""] ?? "?"), address).toBe(true);
      if (address.endsWith(".svg")) expect(body).not.toMatch(/<script|\son\w+=|javascript:/i);
    }
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the page says it all, has its picture for sharing, and leads to the brief", async ({
    page,
    server,
  }) => {
    await page.goto("/p/demo?lang=en");
    await expect(page.getByRole("heading", { level: 1, name: demoStudy.title.en })).toBeVisible();
    expect(await page.getByRole("main").getByRole("img").count()).toBeGreaterThanOrEqual(5);
    const table = page.getByText(/^Table of numbers/).first();
    await table.click();
    await expect(page.getByRole("table").first()).toBeVisible();
    const meta = (name: string) =>
      page.locator(`meta[property="${name}"],meta[name="${name}"]`).getAttribute("content");
    expect(await meta("description")).toMatch(/\S{3}/);
    const image = (await meta("og:image")) ?? "";
    expect(image.startsWith(`${server.url}/`)).toBe(true);
    const picture = await page.request.get(image);
    expect(picture.headers()["content-type"]).toBe("image/png");
    const brief = await page.getByRole("link", { name: /PDF/ }).getAttribute("href");
    expect((await page.request.get(brief ?? "")).headers()["content-type"]).toBe("application/pdf");
  });
});

test("the public page answers no question of one's own: filters in its address change nothing", async ({
  page,
}) => {
  const body = async (query: string) => {
    const text = await (await page.request.get(`/p/demo?lang=en${query}`)).text();
    return text
      .replaceAll(/nonce="[^"]*"|\\"nonce\\",\\"[^"]*\\"|lang=en[^"\\]*/g, "")
      .replaceAll(/[\w+/]{22}==/g, "");
  };
  expect(await body("&f.BG01=hvc&compare=1")).toBe(await body(""));
});

test("a phone reads it, too: nothing runs out of the page at 360 px", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const language of ["zh-CN", "en"]) {
    await page.goto(`/p/demo?lang=${language}`);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
  }
});
