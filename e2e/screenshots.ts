import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, devices } from "@playwright/test";
import { demoAccounts } from "../db/demo/study.ts";
import { getBrowser } from "./browser.ts";
import { TestServer } from "./server.ts";

/**
 * Takes the README's pictures of the real product: `node e2e/screenshots.ts`, after a build. A statement page on a
 * phone, the dashboard, the editor, and the public page, into docs/screenshots.
 */
const folder = path.resolve(import.meta.dirname, "../docs/screenshots");
fs.mkdirSync(folder, { recursive: true });
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-shots-"));
const server = await TestServer.start(path.join(temporary, "demo.sqlite"));
const browser = await chromium.launch(getBrowser());
const shot = (name: string) => ({ path: path.join(folder, name), animations: "disabled" as const });

try {
  const phone = await browser.newContext({
    ...devices["Pixel 5"],
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 1,
    locale: "zh-CN",
  });
  const student = await phone.newPage();
  await student.goto(`${server.url}/s/demo`);
  await student.getByLabel("我已阅读并理解以上说明，自愿参加。").check();
  await student.getByRole("button", { name: "同意并开始" }).click();
  await student.getByLabel("已参加过考试").check();
  for (const page of ["certificate", "preparation", "curriculum"]) {
    await student.getByRole("button", { name: "下一页" }).click();
    await student.waitForURL(`**/${page}`);
  }
  const rows = student.getByRole("radiogroup");
  for (const [row, point] of [3, 4, 1, 2].entries())
    await rows.nth(row).getByRole("radio").nth(point).check({ force: true });
  await student.evaluate(() => scrollTo(0, 0));
  await student.screenshot(shot("student.png"));

  const desktop = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" });
  const page = await desktop.newPage();
  await page.goto(`${server.url}/studio/sign-in`);
  await page.locator("[name=email]").fill(demoAccounts.researcher.email);
  await page.locator("[name=password]").fill(demoAccounts.researcher.password);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL("**/studio");
  await page.goto(`${server.url}/studio/demo/results`, { waitUntil: "networkidle" });
  await page.screenshot(shot("dashboard.png"));
  await page.goto(`${server.url}/studio/demo/instruments/oneplusx-student?at=item:EXM01`, {
    waitUntil: "networkidle",
  });
  await page.screenshot(shot("editor.png"));
  await page.goto(`${server.url}/p/demo`, { waitUntil: "networkidle" });
  await page.screenshot(shot("public.png"));
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(temporary, { recursive: true, force: true });
}
console.log(`Pictures written to ${folder}`);
