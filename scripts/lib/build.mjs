import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./run.mjs";
import { getProjectNode, projectEnvironment, root } from "./runtime.mjs";
import { step, tail } from "./step.mjs";

/** What the build is made from. A newcomer's file is seen because folders are read, not lists. */
const SOURCES = [
  "app",
  "db",
  "public",
  "vite.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

const stampFile = join(root, "build", ".made-from");

/** Builds the production server and client, unless the present build was made from the present sources. */
export async function ensureBuild() {
  const sources = hashOf(SOURCES);
  const isComplete = existsSync(join(root, "build", "server", "index.js"));
  if (isComplete && existsSync(stampFile) && readFileSync(stampFile, "utf8") === sources) return;
  await step("Building", build);
  writeFileSync(stampFile, sources);
}

async function build() {
  const remix = join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const { code, output } = await runQuietly(getProjectNode(), [remix, "vite:build"], {
    env: projectEnvironment({ NODE_ENV: "production" }),
  });
  if (code !== 0) throw new Error(`${tail(output)}\n\nThe build failed with exit code ${code}.`);
}

/**
 * By content, not by time: a fresh clone and a switched branch give every file a new time.
 * Tests are left out, they never reach the build.
 * @param {string[]} sources
 */
function hashOf(sources) {
  const hash = createHash("sha256");
  /** @param {string} path */
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  /** @param {string} folder */
  const addFolder = (folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) addFolder(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) add(path);
    }
  };
  for (const source of sources) {
    if (!existsSync(join(root, source))) continue;
    if (/\.\w+$/.test(source)) add(source);
    else addFolder(source);
  }
  return hash.digest("hex");
}
