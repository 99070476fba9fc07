import { createHash } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { cache, root } from "../scripts/lib/runtime.mjs";

/** Databases and logs of the measurements; safe to delete. */
export function cacheFolder(): string {
  const folder = path.join(cache, "bench");
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}

/** A short name for the present state of some source folders: what was seeded by other code is not used again. */
export function stateOf(...folders: string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders) {
    const files = fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
    const paths = files.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
    for (const file of paths.sort()) {
      if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update(fs.readFileSync(file));
    }
  }
  return hash.digest("hex").slice(0, 12);
}

/** The first port from 41500 on that nobody listens on. */
export async function freePort(from = 41_500): Promise<number> {
  for (let port = from; port < from + 100; port++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = net.createServer();
      probe.once("error", () => resolve(false));
      probe.listen(port, () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`No free port from ${from} to ${from + 99}.`);
}
