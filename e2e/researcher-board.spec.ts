import fs from "node:fs";
import type { Page } from "@playwright/test";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { readCsv } from "#app/fieldwork/read-csv.ts";
import { messagesIn } from "#app/locales/index.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";

import { ofStudents, readRows } from "./store.ts";
import { hurryToLastPage } from "./survey.ts";

const { board, studio } = messagesIn("en");

async function signIn(page: Page, who: keyof typeof demoAccounts) {
  await page.goto("/studio/demo/fieldwork");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts[who].email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts[who].password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page.getByRole("heading", { level: 1, name: board.title })).toBeVisible();
}

/** The ledger as the page shows it. */
async function ledgerOn(page: Page) {
  const table = page.getByRole("region", { name: board.ledger.title });
  const number = async (stage: "started" | "partial" | "complete" | "counted" | "excluded" | "withdrawn") => {
    const row = table
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: board.ledger[stage], exact: true }) });
    return Number((await row.getByRole("cell").first().textContent())?.replaceAll(",", ""));
  };
  return {
    started: await number("started"),
    partial: await number("partial"),
    complete: await number("complete"),
    counted: await number("counted"),
    excluded: await number("excluded"),
    withdrawn: await number("withdrawn"),
  };
}

test("an answer appears on the board by itself, everything adds up, and it can be taken along", async ({
  page,
  server,
}) => {
  await signIn(page, "researcher");
  const before = await ledgerOn(page);
  const wave = "wave_id = (select id from waves where number = 2)";
  expect(before.counted + before.excluded).toBe(readRows(server.databaseFile, "responses", wave).length);
  expect(before.partial + before.complete).toBe(before.started);
  expect(before.counted + before.excluded + before.withdrawn).toBe(before.complete);
  const proof = page.getByRole("list", { name: board.ledger.proof });
  await expect(proof.getByText(board.ledger.rightWord)).toHaveCount(3);

  // Somebody elsewhere answers. Nobody touches this page.
  await page.evaluate(() => Object.assign(window, { untouched: true }));
  const student = await hurryToLastPage(server.url, "demo", newSecret());
  const sent = await student.post("/s/demo/words", { go: "next" });
  expect(sent.status, sent.body.slice(0, 300)).toBeLessThan(400);
  await expect
    .poll(async () => (await ledgerOn(page)).complete, { timeout: 12_000 })
    .toBe(before.complete + 1);
  const after = await ledgerOn(page);
  expect(after).toEqual({
    ...before,
    started: before.started + 1,
    complete: before.complete + 1,
    counted: before.counted + 1,
  });
  await expect(page.getByRole("main")).toContainText(
    `${(after.counted + after.excluded).toLocaleString("en")} answers`,
  );
  expect(await page.evaluate(() => "untouched" in window)).toBe(true);
  await expect(proof.getByText(board.ledger.rightWord)).toHaveCount(3);

  // The smallest class is held back, and what is held back adds up with the rest.
  const doors = page.getByRole("region", { name: board.doors.title, exact: true });
  await expect(doors.getByRole("row").filter({ hasText: "Equipment contract class" })).toContainText(
    board.doors.heldBack,
  );

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: board.download }).click();
  const file = fs.readFileSync(await (await downloading).path(), "utf8");
  expect(file.startsWith("\ufeff")).toBe(true);
  const rows = readCsv(file).map((row) => row.fields);
  const cell = (item: string, measure: string) =>
    rows.find((row) => row[1] === item && row[2] === measure)?.[3];
  expect(Number(cell(board.ledger.complete, board.ledger.number))).toBe(after.complete);
  expect(rows.find((row) => row[1]?.startsWith("Equipment contract class"))?.slice(3)).toEqual([
    "",
    "held back (fewer than 10, or could be worked out)",
  ]);
  await expectAccessible(page);
});

test("a reader sees how it goes, all waves of the students together too, and no address of anybody", async ({
  page,
  server,
}) => {
  await signIn(page, "reader");
  await page.getByLabel(board.waves).selectOption({ label: board.allWaves });
  await page.getByRole("button", { name: board.choose, exact: true }).click();
  await expect(page).toHaveURL(/wave=all/);
  const all = readRows(server.databaseFile, "responses", ofStudents).length;
  await expect
    .poll(async () => {
      const { counted, excluded } = await ledgerOn(page);
      return counted + excluded;
    })
    .toBe(all);
  const html = await page.content();
  expect(html).not.toMatch(/[\w.]+\d@example\.org/);
  expect(html).not.toContain("/fieldwork/outbox");
  const file = await page.request.get("/studio/demo/fieldwork/board.csv?wave=all");
  expect(file.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  expect(await file.text()).not.toContain("@example.org");
});
