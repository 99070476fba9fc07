import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { seededDatabase } from "../seeded-database.ts";
import { TestServer } from "../server.ts";
import { countRows } from "./hall.ts";

/** A server on its own copy of the demo, gone afterwards. */
export async function withServer<T>(
  run: (server: TestServer, seeded: number) => Promise<T>,
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-fault-")),
): Promise<T> {
  const file = path.join(folder, "demo.sqlite");
  fs.copyFileSync(seededDatabase, file);
  const seeded = await countRows(file);
  const server = await TestServer.start(file);
  try {
    return await run(server, seeded);
  } finally {
    await server.stop();
    for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name), { force: true });
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
