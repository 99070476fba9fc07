import { defineConfig, devices } from "@playwright/test";
import { getBrowser } from "./e2e/browser.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  globalSetup: "./e2e/seeded-database.ts",
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // Twice what the slowest take on two quiet cores: a busy machine is no failure.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: ".cache/playwright.json" }]],
  use: {
    // Recording doubles the time of every test: `npm test -- e2e --trace retain-on-failure` when one is to be studied.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { ...getBrowser(), executablePath: process.env.CHROMIUM_PATH },
  },
  projects: [
    {
      name: "phone",
      testMatch: /(student|start).*\.spec\.ts$/,
      use: {
        ...devices["Pixel 5"],
        viewport: { width: 390, height: 844 },
        hasTouch: true,
        isMobile: true,
        locale: "zh-CN",
      },
    },
    {
      name: "desktop",
      testIgnore: /(student|start).*\.spec\.ts$/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 }, locale: "en" },
    },
  ],
});
