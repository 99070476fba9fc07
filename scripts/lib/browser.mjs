import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import process, { platform } from "node:process";
import { runQuietly } from "./run.mjs";
import { getProjectNode, projectEnvironment, root } from "./runtime.mjs";
import { step } from "./step.mjs";

/** @typedef {{ path: string, origin: string, environment?: Record<string, string> }} Browser */

const KNOWN_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * A Chromium that starts: one that is here already, else one that can be fetched; the nearest first.
 * @returns {Promise<Browser>} its path, a word on where it is from, and what it needs in its environment
 * @throws Error that says what to do, where no way led to one
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await starts(named)) return { path: named, origin: "$CHROMIUM_PATH" };
    throw new Error(`CHROMIUM_PATH names ${named}, which does not start.`);
  }
  const found = (await playwrightsOwn()) ?? (await installed());
  if (found) return found;
  for (const fetch of [downloadPlaywrights, installDebians, unpackBundled]) {
    const browser = await fetch();
    if (browser) return browser;
  }
  throw new Error("No Chromium was found or could be fetched: install one and set CHROMIUM_PATH to it.");
}

async function playwrightsOwn(origin = "Playwright's own") {
  const ask = 'import("@playwright/test").then(({ chromium }) => console.log(chromium.executablePath()))';
  const { output } = await runQuietly(getProjectNode(), ["-e", ask], { env: projectEnvironment() });
  const path = output.trim();
  return (await starts(path)) ? { path, origin } : undefined;
}

async function installed() {
  for (const path of KNOWN_PLACES) {
    if (await starts(path)) return { path, origin: "already on this machine" };
  }
}

async function downloadPlaywrights() {
  const host = process.env.PLAYWRIGHT_DOWNLOAD_HOST ?? "https://cdn.playwright.dev";
  // Playwright tries for minutes before it gives up; five seconds tell whether the host can be reached at all.
  const isReachable = await fetch(host, { method: "HEAD", signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
  if (!isReachable) return console.log(`No way to ${host}, so Playwright's own Chromium is not to be had.`);
  await step("Downloading Playwright's Chromium", () => {
    const cli = join(root, "node_modules", "@playwright", "test", "cli.js");
    const install = [cli, "install", "chromium", "--no-shell"];
    return runQuietly(getProjectNode(), install, { env: projectEnvironment(), seconds: 180 });
  });
  return playwrightsOwn("downloaded by Playwright");
}

async function installDebians() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const fonts = await runQuietly("fc-list", [":lang=zh", "family"]);
  const packages = ["chromium", ...(fonts.code === 0 && fonts.output.trim() ? [] : ["fonts-noto-cjk"])];
  await step(`Installing ${packages.join(" and ")} from Debian`, async () => {
    await runQuietly("apt-get", ["update"], { env, seconds: 120 });
    const install = ["install", "-y", "--no-install-recommends", ...packages];
    return runQuietly("apt-get", install, { env, seconds: 300 });
  });
  const path = "/usr/bin/chromium";
  return (await starts(path)) ? { path, origin: "installed from Debian" } : undefined;
}

/** The one inside the npm package @sparticuz/chromium: made for bare Linux servers, it brings its own libraries. */
async function unpackBundled() {
  if (platform !== "linux") return;
  // Read on import: without it the package leaves its libraries packed.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const name = "@sparticuz/chromium";
  const { default: chromium } = await import(name);
  const path = await chromium.executablePath();
  const fonts = process.env.FONTCONFIG_PATH ?? join(dirname(path), "fonts");
  cpSync(chineseFont(), join(fonts, "NotoSansSC-Regular.ttf"));
  const environment = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? "", FONTCONFIG_PATH: fonts };
  return (await starts(path)) ? { path, origin: name, environment } : undefined;
}

function chineseFont() {
  const folder = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular";
  return join(root, folder, "NotoSansSC_400Regular.ttf");
}

/** Whether it is there and all its libraries are. @param {string} path */
async function starts(path) {
  if (!path || !existsSync(path)) return false;
  // Chrome on Windows opens a window instead of answering.
  if (platform === "win32") return true;
  return (await runQuietly(path, ["--version"], { seconds: 30 })).code === 0;
}
