import { expect, test } from "./fixtures.ts";

test("the front page opens, and nothing it needs comes from elsewhere", async ({ page, server }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url)) foreign.push(request.url());
  });
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
  expect(foreign).toEqual([]);
});

test("SIGTERM ends the server cleanly, and a restart serves again", async ({ page, server }) => {
  expect(await server.stop()).toBe(0);
  await server.restart();
  expect((await page.goto("/healthz"))?.status()).toBe(200);
});

test("after SIGKILL the same database serves again", async ({ page, server }) => {
  await server.kill();
  await server.restart();
  expect((await page.goto("/healthz"))?.status()).toBe(200);
});
