import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { arch, platform } from "node:process";
import { runQuietly } from "./run.mjs";
import { findProjectNode, getProjectNode, installEnvironment, root } from "./runtime.mjs";
import { step, tail } from "./step.mjs";

const lockFile = join(root, "package-lock.json");
const stampFile = join(root, "node_modules", ".tributary-installed");

/** Installs what package-lock.json lists, unless exactly that is installed already. */
export async function ensureDependencies() {
  const lock = readFileSync(lockFile, "utf8");
  const stamp = `${createHash("sha256").update(lock).digest("hex")} ${platform} ${arch}\n`;
  if (findProjectNode()) {
    if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
    if (isInstalledByHand(lock)) return writeFileSync(stampFile, stamp);
  }
  await step("Installing dependencies (npm ci; about a minute the first time)", install);
  getProjectNode();
  writeFileSync(stampFile, stamp);
}

async function install() {
  // All of them, also with NODE_ENV=production: the build tool is a development dependency.
  // The shell finds npm.cmd on Windows.
  const { code, output } = await runQuietly("npm", ["ci", "--include=dev", "--include=optional"], {
    env: installEnvironment(),
    shell: platform === "win32",
  });
  if (code !== 0) throw new Error(`${tail(output)}\n\nnpm ci failed with exit code ${code}.`);
}

/**
 * Whether `npm install` or `npm ci`, run by hand, left what the lock asks for: npm notes what it installed in a
 * lock of its own. Optional packages may be absent, they belong to other platforms.
 * @param {string} lock
 */
function isInstalledByHand(lock) {
  const noteFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(noteFile)) return false;
  const wanted = Object.entries(JSON.parse(lock).packages);
  const installed = JSON.parse(readFileSync(noteFile, "utf8")).packages;
  return wanted.every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}
