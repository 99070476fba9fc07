// `npm test`: everything, from a fresh clone. `npm test -- unit`, `lint`, `types` or `e2e` runs that alone; what
// follows goes to its tool: `npm test -- unit app/statistics`.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "./lib/browser.mjs";
import { ensureBuild } from "./lib/build.mjs";
import { countPlaywright, countVitest } from "./lib/counts.mjs";
import { ensureDependencies } from "./lib/dependencies.mjs";
import { runInForeground } from "./lib/run.mjs";
import { cache, getProjectNode, projectEnvironment, requireHostNode, root } from "./lib/runtime.mjs";
import { seconds } from "./lib/step.mjs";

/** @typedef {import("./lib/counts.mjs").Counts} Counts */

const STAGES = { lint, types, unit, e2e };
const TITLES = {
  lint: "Lint (Biome)",
  types: "Types (TypeScript)",
  unit: "Unit and database tests (Vitest; SQLite and PostgreSQL)",
  e2e: "Browser tests (Playwright, production build)",
};

const unitReport = join(cache, "vitest.json");
const browserReport = join(cache, "playwright.json");

async function lint() {
  return one(await tool("@biomejs/biome/bin/biome", ["ci", ".", "--colors=off"]));
}

async function types() {
  return one(await tool("typescript/bin/tsc", ["--noEmit"]));
}

/** @param {string[]} only */
async function unit(...only) {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
  return countVitest(unitReport, await tool("vitest/vitest.mjs", ["run", ...reporters, ...only]));
}

/** @param {string[]} only */
async function e2e(...only) {
  const browser = await findBrowser();
  console.log(`Browser: ${browser.path} (${browser.origin})`);
  await ensureBuild();
  const env = { ...browser.environment, CHROMIUM_PATH: browser.path };
  return countPlaywright(browserReport, await tool("@playwright/test/cli.js", ["test", ...only], env));
}

/** @param {string} entry @param {string[]} args @param {Record<string, string>} [extra] */
function tool(entry, args, extra = {}) {
  // Tests choose their own settings; the developer's NODE_ENV is not one of them.
  const env = projectEnvironment({ NODE_ENV: undefined, ...extra });
  return runInForeground(getProjectNode(), [join(root, "node_modules", entry), ...args], { env });
}

/** A tool without tests of its own is one test. @param {number} exitCode @returns {Counts} */
function one(exitCode) {
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A stage that cannot even run is one failure; the others still run. */
async function runStage(/** @type {keyof typeof STAGES} */ name, /** @type {string[]} */ args) {
  console.log(`\n── ${TITLES[name]} ${"─".repeat(Math.max(0, 72 - TITLES[name].length))}`);
  const start = Date.now();
  const counts = await STAGES[name](...args).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  console.log(`── ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds(start)}`);
  return counts;
}

async function main() {
  const [wanted, ...args] = process.argv.slice(2);
  const names = /** @type {(keyof typeof STAGES)[]} */ (Object.keys(STAGES));
  const chosen = wanted ? names.filter((name) => name === wanted) : names;
  if (chosen.length === 0)
    throw new Error(`There is no stage "${wanted}"; choose one of ${names.join(", ")}.`);
  await ensureDependencies();
  mkdirSync(cache, { recursive: true });
  for (const report of [unitReport, browserReport]) rmSync(report, { force: true });
  const total = { passed: 0, failed: 0 };
  for (const name of chosen) {
    const { passed, failed } = await runStage(name, args);
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

requireHostNode();
const total = await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
});
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
