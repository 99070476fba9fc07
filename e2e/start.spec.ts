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

for (const address of ["/", "/withdraw", "/s/demo"]) {
  test(`${address} carries its own styles, and its policy lets them in`, async ({ page }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto(address);
    expect(complaints).toEqual([]);
    const paper = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue("--paper"),
    );
    expect(paper.trim()).toMatch(/^#/);
  });
}

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
