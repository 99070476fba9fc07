import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";

export { expect } from "@playwright/test";

interface WorkerFixtures {
  /** The production server with the demo, one for each worker; the tests of a worker share its database. */
  server: TestServer;
}

/** Playwright's `test`, against the worker's own server: `page.goto("/")` is its front page. */
export const test = base.extend<object, WorkerFixtures>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-e2e-"));
      const databaseFile = path.join(folder, "demo.sqlite");
      fs.copyFileSync(seededDatabase, databaseFile);
      const server = await TestServer.start(databaseFile);
      await use(server);
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});
