import { createHash } from "node:crypto";
import { once } from "node:events";
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

/** A port nobody listens on, of those the system gives out: two measurements at once must not get the same one. */
export async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
