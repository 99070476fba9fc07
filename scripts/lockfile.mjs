// npm writes into package-lock.json only those platform packages its registry could serve. A mirror that
// carries Linux alone thus makes a lock that `npm ci` refuses elsewhere ("Missing: @rollup/rollup-darwin-x64").
// This adds the entries such a mirror left out. npm runs it after every install (package.json "dependencies").
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ version?: string, dev?: true, devOptional?: true, optional?: true, peer?: true,
 *   os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

const SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
// Longest first: "arm64" must not be taken for "arm".
const PROCESSORS = [
  "mips64el",
  "loong64",
  "riscv64",
  "wasm32",
  "arm64",
  "ppc64",
  "s390x",
  "ia32",
  "x64",
  "arm",
];

/**
 * The `os`, `cpu` and `libc` limits that a platform package's name spells out
 * (`@rollup/rollup-linux-x64-musl` -> linux, x64, musl). What the name does not say is left open.
 * @param {string} name
 * @returns {Pick<LockedPackage, "os" | "cpu" | "libc">}
 */
export function platformOf(name) {
  const os = SYSTEMS.find((system) => name.includes(system));
  const cpu = PROCESSORS.find((processor) => name.includes(processor));
  const libc =
    os !== "linux" ? undefined : name.includes("musl") ? "musl" : name.includes("-gnu") ? "glibc" : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }), ...(os && { os: [os] }) };
}

/**
 * Every optional dependency at an exact version that the lock names but does not list.
 * @param {Lock} lock
 * @returns {{ path: string, name: string, version: string, parent: LockedPackage }[]}
 */
export function missingOptionalPackages(lock) {
  const missing = [];
  for (const [path, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (!/^\d+\.\d+\.\d+/.test(version) || isReachable(lock, path, name)) continue;
      const folder = path.slice(0, path.lastIndexOf("node_modules/"));
      missing.push({ path: `${folder}node_modules/${name}`, name, version, parent });
    }
  }
  return missing;
}

/**
 * Node's own search: beside the package, then in every folder above it.
 * @param {Lock} lock @param {string} path @param {string} name
 */
function isReachable(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/**
 * The lock with every missing platform package listed, in npm's own order. Without an integrity hash: only
 * the registry that has the package knows it, and npm fills it in on the first install there.
 * @param {Lock} lock
 * @returns {Lock}
 */
export function repairLock(lock) {
  const packages = { ...lock.packages };
  for (const { path, name, version, parent } of missingOptionalPackages(lock)) {
    const { dev, devOptional, peer } = parent;
    packages[path] = {
      version,
      ...platformOf(name),
      ...(dev && { dev }),
      ...(devOptional && { devOptional }),
      optional: true,
      ...(peer && { peer }),
    };
  }
  const inOrder = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(inOrder) };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const file = new URL("../package-lock.json", import.meta.url);
  const before = JSON.parse(readFileSync(file, "utf8"));
  const count = missingOptionalPackages(before).length;
  if (count > 0) {
    writeFileSync(file, `${JSON.stringify(repairLock(before), null, 2)}\n`);
    console.log(`package-lock.json: listed ${count} platform packages the registry left out`);
  }
}
