import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test as base } from "@playwright/test";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";

export { expect } from "@playwright/test";

interface TestFixtures {
  /** Each file's tests find the demo as seeded, whatever another file's tests did on this worker before. */
  freshForFile: undefined;
}

interface WorkerFixtures {
  /** The production server with the demo, one for each worker; the tests of one file share its database. */
  server: TestServer;
}

let fileServed: string | undefined;

/** Playwright's `test`, against the worker's own server: `page.goto("/")` is its front page. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
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
  freshForFile: [
    async ({ server }, use, { file }) => {
      if (fileServed !== undefined && fileServed !== file) await server.renew(seededDatabase);
      fileServed = file;
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: async ({ server }, use) => use(server.url),
});
