import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import type { Definition } from "#app/instrument/definition.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { write } from "./store.ts";

/** What stands in the way of opening, where it is mended, and how long answering takes. */
const check = "/studio/demo/instruments/oneplusx-student/check";
const { checks, studio } = messagesIn("en");

async function signIn(page: Page) {
  await page.goto(check);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await page.getByRole("button", { name: studio.signIn.send }).click();
  await page.waitForURL((url) => url.pathname === check);
}

/** Another state of the student survey's draft. */
const changeDraft = (file: string, change: (definition: Definition) => void) =>
  write(file, (database) => {
    const { id, definition } = database
      .prepare(
        `select i.id, v.definition from instruments i join instrument_versions v on v.instrument_id = i.id
         join studies s on s.id = i.study_id
         where s.slug = 'demo' and i.code = 'oneplusx-student' order by v.number desc`,
      )
      .get() as { id: string; definition: string };
    const state = database
      .prepare(
        "select number, definition from instrument_drafts where instrument_id = ? order by number desc",
      )
      .get(id) as { number: number; definition: Buffer } | undefined;
    const changed = JSON.parse(state ? gunzipSync(state.definition).toString() : definition) as Definition;
    change(changed);
    database
      .prepare(
        `insert into instrument_drafts (instrument_id, number, definition, change, account_id, saved_at)
         select ?, ?, ?, '{"did":"set"}', id, ? from accounts where email = ?`,
      )
      .run(
        id,
        (state?.number ?? 0) + 1,
        gzipSync(JSON.stringify(changed)),
        new Date().toISOString(),
        demoAccounts.researcher.email,
      );
  });

test("a finished survey has nothing in its way; its three ways and their minutes are told", async ({
  page,
}) => {
  await signIn(page);
  await expect(page.getByText(checks.lead.clear)).toBeVisible();
  await expect(page.getByRole("heading", { name: checks.errorsTitle })).toHaveCount(0);
  await expect(page.getByText(fill(checks.paths.several.other, { n: 3 }))).toBeVisible();
  const ways = page.getByRole("region", { name: checks.paths.caption });
  await expect(ways.getByRole("row")).toHaveCount(3);
  await expect(ways).toContainText("SCR01");
  await page.getByText(checks.groups.wording, { exact: false }).first().click();
  await expect(page.getByRole("link", { name: /OVR01/ }).first()).toBeVisible();
  await expectAccessible(page);
});

test("what must change comes first, each with the way to its place", async ({ page, server }) => {
  changeDraft(server.databaseFile, ({ pages, minutes }) => {
    const [about, , , , last] = pages;
    if (about) about.showIf = { item: "OVR01", in: [1] };
    if (last) last.title.en = "";
    Object.assign(minutes, { from: 2, to: 3 });
  });
  await signIn(page);
  const errors = page.getByRole("region", { name: checks.errorsTitle });
  await expect(errors.getByRole("listitem")).toHaveCount(2);
  await expect(errors).toContainText(fill(checks.findings["asked-later"], { item: "OVR01" }));
  await expect(errors).toContainText(
    fill(checks.findings["missing-text"], { languages: "English", texts: 1 }),
  );
  await expect(errors.getByRole("link").first()).toHaveAttribute(
    "href",
    /\/oneplusx-student\?at=page%3Aabout$/,
  );
  await expect(page.getByText(/promises 2–3 minutes, but/)).toBeVisible();
  await expectAccessible(page);
});
