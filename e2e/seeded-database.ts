import fs from "node:fs";
import path from "node:path";
import { cache } from "../scripts/lib/runtime.mjs";
import { TestServer } from "./server.ts";

/** The demo as a first start leaves it. Seeding takes seconds, copying milliseconds: every server gets a copy. */
export const seededDatabase = path.join(cache, "e2e", "seeded.sqlite");

/** Playwright's global set-up: a first start on a fresh machine, in every run. */
export default async function seedOnce() {
  fs.rmSync(path.dirname(seededDatabase), { recursive: true, force: true });
  fs.mkdirSync(path.dirname(seededDatabase), { recursive: true });
  const server = await TestServer.start(seededDatabase);
  const code = await server.stop();
  if (code !== 0) throw new Error(`The server did not close cleanly (exit code ${code}):\n${server.log}`);
  // A clean close folds the write-ahead log into the file; a copy without it would lack rows.
  const log = `${seededDatabase}-wal`;
  if (fs.existsSync(log) && fs.statSync(log).size > 0)
    throw new Error("The server left a write-ahead log behind.");
}
