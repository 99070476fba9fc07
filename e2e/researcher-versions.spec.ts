import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { newSecret, responseId } from "#app/fieldwork/phone-secret.server.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { writtenItems } from "#app/instrument/differences.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { readRows, write } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

const { studio, versions } = messagesIn("en");
const room = "/studio/demo/instruments/oneplusx-student/versions";

async function signIn(page: Page) {
  await page.goto("/studio/demo");
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await expect(page).toHaveURL(/\/studio\/demo$/);
}

interface Instrument {
  instrument_id: string;
  definition: string;
}
/** Changes the draft as the editor would: one more state of it. */
function changeDraft(file: string, change: (definition: Definition) => void) {
  write(file, (database) => {
    const one = database
      .prepare(
        `select v.instrument_id, v.definition from instrument_versions v join instruments i on i.id = v.instrument_id
         where i.code = 'oneplusx-student' order by v.number desc`,
      )
      .get() as Instrument;
    const last = database
      .prepare(
        "select number, definition from instrument_drafts where instrument_id = ? order by number desc",
      )
      .get(one.instrument_id) as { number: number; definition: Buffer } | undefined;
    const definition = JSON.parse(last ? gunzipSync(last.definition).toString() : one.definition);
    change(definition);
    const { id } = database
      .prepare("select id from accounts where email = ?")
      .get(demoAccounts.researcher.email) as { id: string };
    database
      .prepare("insert into instrument_drafts values (?, ?, ?, ?, ?, ?)")
      .run(
        ...[one.instrument_id, (last?.number ?? 0) + 1, gzipSync(JSON.stringify(definition))],
        ...[JSON.stringify({ did: "set", place: "item:SCR01" }), id, new Date().toISOString()],
      );
  });
}
const itemOf = (definition: Definition, code: string) =>
  writtenItems(definition).find((one) => one.code === code);

test("other words raise the revision; new visitors read them, a phone in hand finishes as it began", async ({
  page,
  server,
}) => {
  const file = server.databaseFile;
  const [instrument] = readRows(file, "instruments", "code = 'oneplusx-student'");
  const newest = () =>
    readRows(file, "instrument_versions", "instrument_id = ? order by number desc", instrument?.id);
  const revOf = (row: { definition: unknown } | undefined, code: string) =>
    itemOf(JSON.parse(String(row?.definition)), code)?.rev;
  const before = newest()[0];
  // Somebody is in the middle of it.
  const begun = newSecret();
  const phone = await hurryToLastPage(server.url, "demo", begun);
  await signIn(page);
  await page.goto(room);
  await expect(page.getByText(fill(versions.sameLead, { n: 2 }))).toBeVisible();
  changeDraft(file, (definition) => {
    const screening = itemOf(definition, "SCR01");
    if (screening) screening.text.en = "How far have you come with 1+X certificates so far?";
    const slip = itemOf(definition, "CUR02");
    if (slip) slip.text.en += " !";
    const other = itemOf(definition, "CUR01");
    if (other) other.text.en = "Working late on the projects was never worth it.";
  });
  await page.goto(room);
  await expect(page.getByRole("heading", { level: 2, name: versions.classes.meaning })).toBeVisible();
  await expectAccessible(page);
  const publish = page.getByRole("button", { name: fill(versions.publish, { n: 3 }) });
  // Enter in a field presses no button by chance.
  await page.getByLabel(versions.reason).first().press("Enter");
  await publish.click();
  await expect(page.getByRole("alert")).toHaveText(versions.problems.refused);
  await expect(page.getByText(versions.problems["new-code"])).toBeVisible();
  expect(newest()[0]?.id).toBe(before?.id);
  await page.getByRole("button", { name: versions.newCode.one }).click();
  await expect(page.getByRole("status").filter({ hasText: versions.newCodeDone })).toBeVisible();
  await expect(page.getByRole("heading", { level: 2, name: versions.classes.meaning })).toHaveCount(0);
  // The proposal stands unless a reason is given.
  const decide = page.locator("li").filter({ hasText: "SCR01 · question" });
  await decide.getByLabel(versions.decide).selectOption("typo");
  await publish.click();
  await expect(decide.getByText(versions.problems.reason)).toBeVisible();
  await decide.getByLabel(versions.decide).selectOption("wording");
  await publish.click();
  await expect(
    page.getByRole("status").filter({ hasText: fill(versions.published, { n: 3 }) }),
  ).toBeVisible();
  const [third] = newest();
  expect([revOf(third, "SCR01"), revOf(third, "CUR02"), revOf(third, "CUR01B")]).toEqual([
    Number(revOf(before, "SCR01")) + 1,
    revOf(before, "CUR02"),
    1,
  ]);
  expect(JSON.parse(String(third?.differences))).toContainEqual(
    expect.objectContaining({ key: "item:SCR01/text", decided: "wording", by: demoAccounts.researcher.name }),
  );
  await page.getByRole("link", { name: fill(versions.versionNumber, { n: 3 }) }).click();
  await expect(page.getByText("How far have you come").last()).toBeVisible();
  await expectAccessible(page);

  // What was begun is sent as it was begun; whoever comes now is asked in the new words.
  const versionOf = (secret: string) =>
    readRows(file, "responses", "id = ?", responseId(secret)).map((row) => row.version_id);
  expect(codeIn((await phone.post("/s/demo/words", { go: "next" })).body)).toBeTruthy();
  expect(versionOf(begun)).toEqual([before?.id]);
  await expect(async () => {
    await page.goto("/s/demo?lang=en");
    await expect(page.locator("[data-version]").first()).toHaveAttribute("data-version", String(third?.id));
  }).toPass();
  const come = newSecret();
  const later = await hurryToLastPage(server.url, "demo", come);
  expect(codeIn((await later.post("/s/demo/words", { go: "next" })).body)).toBeTruthy();
  expect(versionOf(come)).toEqual([third?.id]);
});
