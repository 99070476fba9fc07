// Where things are, and which Node runs them. Everything here must run on plain Node 20.19, before any install.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { env, exit, platform, versions } from "node:process";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Scratch for reports, seeded databases and the like; never committed, always safe to delete. */
export const cache = join(root, ".cache");

const binaries = join(root, "node_modules", ".bin");

/** Ends the process with one sentence when the host's Node cannot even run the set-up. */
export function requireHostNode() {
  const [major = 0, minor = 0] = versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Tributary needs Node 20.19 or newer to set itself up; this is Node ${versions.node}.`);
  exit(1);
}

/**
 * The Node 24 that the npm package `node` brings along: better-sqlite3 and type stripping need it.
 * @returns {string | undefined} its path, undefined where it is not installed
 */
export function findProjectNode() {
  const file = join(root, "node_modules", "node", "bin", platform === "win32" ? "node.exe" : "node");
  return existsSync(file) ? file : undefined;
}

/** @returns {string} */
export function getProjectNode() {
  const file = findProjectNode();
  if (file) return file;
  throw new Error(
    "The project's own Node 24 is missing (node_modules/node/bin/node): its install script did not run. " +
      "Delete node_modules and start again, with npm's install scripts allowed (no ignore-scripts setting).",
  );
}

/**
 * The environment for the project's own programs: its Node 24 and its tools come first on the PATH.
 * @param {Record<string, string | undefined>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function projectEnvironment(extra = {}) {
  return { ...env, PATH: [binaries, ...foreignPath()].join(delimiter), ...extra };
}

/**
 * The environment for `npm ci`: without this project's tools, since npm deletes them while it works
 * (`npm start` puts node_modules/.bin first, so npm would be running on the Node it is removing).
 */
export function installEnvironment() {
  return { ...env, PATH: foreignPath().join(delimiter) };
}

function foreignPath() {
  return (env.PATH ?? "").split(delimiter).filter((folder) => folder && !folder.startsWith(binaries));
}
