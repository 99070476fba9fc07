import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { newSecret } from "#app/fieldwork/phone-secret.server.ts";
import { workbook } from "#app/http/testing/workbook.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { demoAccounts } from "#db/demo/study.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { ask, Client } from "./http.ts";
import { PostOffice } from "./post-office.ts";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";
import { addDoor, dump, readRows, write } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

const { mail, studio } = messagesIn("en");
const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** A server that sends through a mail server of this machine, with an empty list of the demo study. */
async function withList() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-mail-"));
  const file = path.join(folder, "mail.sqlite");
  fs.copyFileSync(seededDatabase, file);
  const slug = addDoor(file, "list");
  write(file, (database) => {
    database.prepare("update collectors set kind = 'list' where slug = ?").run(slug);
    // The demo's own letters stay where they are.
    database.prepare("update mail_messages set state = 'cancelled' where state = 'queued'").run();
  });
  const office = await PostOffice.open();
  const server = await TestServer.start(file, {
    SMTP_URL: office.url,
    MAIL_FROM: "Survey <survey@example.org>",
    MAIL_PER_MINUTE: "600",
  });
  const close = async () => {
    await server.stop();
    await office.close();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { server, office, file, slug, close };
}

async function signIn(page: Page, address: string) {
  await page.goto(address);
  await page.getByLabel(studio.signIn.email).fill(demoAccounts.researcher.email);
  await page.getByLabel(studio.signIn.password).fill(demoAccounts.researcher.password);
  await button(page, studio.signIn.send).click();
  await expect(page).toHaveURL(address);
}

// 邮箱,姓名,语言,学院 and three people, as Chinese Excel saves them.
const gbk = Buffer.from(
  "d3cacfe42cd0d5c3fb2cd3efd1d42cd1a7d4ba0a6c696e406578616d706c652e6f72672cc1d6cffe2cd6d0cec42cbbe1bcc60a6368656e406578616d706c652e6f72672cb3c2d0c02cd3a2cec42cbbe1bcc60ad6dc2c2c2c0a",
  "hex",
);
const sheet = Buffer.from(
  workbook([
    ["email", "name", "学院"],
    ["wu@example.org", "<b>吴</b>", "物流"],
    ["LIN@example.org", "again", "物流"],
    ["wrong@example.org", "错", "物流"],
  ]),
);

test("a list, from the roster to the reminder: everybody once, nobody named, and a way out", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { server, office, file, slug, close } = await withList();
  const list = `${server.url}/studio/demo/fieldwork/doors/${slug}/invitations`;
  const outbox = `${server.url}/studio/demo/fieldwork/outbox`;
  try {
    await signIn(page, list);
    await expect(main(page)).toContainText(mail.people.empty);

    await test.step("a GBK roster is shown row by row before anything is stored", async () => {
      await page.getByRole("link", { name: mail.people.ways.import }).click();
      await page
        .getByLabel(mail.import.file)
        .setInputFiles({ name: "名单.csv", mimeType: "text/csv", buffer: gbk });
      const before = dump(file);
      await button(page, mail.import.check).click();
      await expect(main(page)).toContainText(fill(mail.import.counts, { add: 2, there: 0, bad: 1 }));
      await expect(page.getByRole("row", { name: "周" })).toContainText(mail.import.problems["no-at"]);
      await expect(page.getByRole("row", { name: "林晓" })).toContainText(mail.import.good);
      await expectAccessible(page);
      expect(dump(file)).toBe(before);
      await button(page, fill(mail.import.confirm, { add: 2 })).click();
      await expect(page.getByRole("status")).toContainText(
        fill(mail.import.doneWithout, { added: 2, left: 1 }),
      );
    });

    await test.step("a workbook adds only who is new", async () => {
      await page.getByRole("link", { name: mail.people.ways.import }).click();
      await page
        .getByLabel(mail.import.file)
        .setInputFiles({ name: "roster.xlsx", mimeType: "", buffer: sheet });
      await button(page, mail.import.check).click();
      await expect(main(page)).toContainText(fill(mail.import.counts, { add: 2, there: 1, bad: 0 }));
      await button(page, fill(mail.import.confirm, { add: 2 })).click();
      await expect(page.getByRole("cell", { name: "<b>吴</b>" })).toBeVisible();
      await expectAccessible(page);
    });

    await test.step("a letter is looked at before it goes, and says what is wrong with it", async () => {
      await page.getByRole("link", { name: mail.people.ways.invitation }).click();
      const body = page.getByLabel(mail.letter.body.en);
      const written = await body.inputValue();
      await body.fill("{name} {college} {unsubscribe}");
      await button(page, mail.letter.preview).click();
      await expect(main(page)).toContainText(
        fill(mail.letter.problems["unknown-fields"], { found: "{college}" }),
      );
      await page.getByLabel(mail.letter.body.en).fill(`${written}\n{学院}`);
      await button(page, mail.letter.preview).click();
      await expect(main(page)).toContainText("/i/••••••");
      await expectAccessible(page);
      expect(office.letters).toEqual([]);
      await button(page, mail.letter.send).click();
      await expect(page).toHaveURL(/outbox\?done=queued/);
    });

    await test.step("each gets one, in their language; the wrong address is named", async () => {
      await expect.poll(() => office.letters.length, { timeout: 20_000 }).toBe(3);
      const [lin, chen] = [office.to("lin@example.org"), office.to("chen@example.org")].map((one) => one[0]!);
      expect(lin?.text).toContain("林晓，您好");
      expect(chen?.text).toMatch(/^Dear 陈欣,[\s\S]*会计\s*$/);
      expect(office.to("wu@example.org")[0]?.text).toContain("<b>吴</b>");
      expect(new Set(office.letters.map((one) => one.token)).size).toBe(3);
      // The page follows by itself.
      const refused = page.getByRole("region", { name: mail.outbox.undeliveredTitle });
      await expect(refused).toContainText("wrong@example.org", { timeout: 15_000 });
      await expect(refused).toContainText("no such user");
      await expectAccessible(page);
    });

    const token = (address: string) => office.to(address)[0]?.token ?? "";
    await test.step("opening a link or the way out changes nothing, answering spends the link", async () => {
      const before = dump(file);
      const scanner = new Client(server.url);
      for (const one of ["lin@example.org", "chen@example.org"]) {
        await scanner.get(`/i/${token(one)}`);
        expect((await scanner.get(`/i/${token(one)}/unsubscribe`)).status).toBe(200);
      }
      expect(dump(file)).toBe(before);
      const student = new Client(server.url);
      expect((await student.get(`/i/${token("lin@example.org")}`)).headers.location).toBe(`/s/${slug}`);
      await hurryToLastPage(server.url, slug, newSecret(), student);
      expect(codeIn((await student.post(`/s/${slug}/words`, { go: "next" })).body)).toBeDefined();
      expect(readRows(file, "invitations", "email = 'lin@example.org'")[0]?.spent_by).not.toBeNull();
      await page.goto(list);
      // Nothing on the page has changed for it.
      await expect(page.getByRole("row", { name: "lin@example.org" })).toContainText(
        mail.people.states.invited,
      );
    });

    await test.step("one click in the mail program is enough to be left alone", async () => {
      const { head } = office.to("chen@example.org")[0]!;
      expect(head).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
      const [, way = ""] = /List-Unsubscribe: <([^>]+)>/.exec(head) ?? [];
      const answered = await ask(server.url, new URL(way).pathname, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
      expect(answered.status).toBe(200);
      // Nowhere else does a form from nowhere get through.
      const elsewhere = await ask(server.url, `/i/${token("chen@example.org")}`, {
        method: "POST",
        body: "a=b",
      });
      expect(elsewhere.status).toBe(403);
      await page.goto(way);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(mail.unsubscribe.doneTitle);
      await expectAccessible(page);
      await button(page, mail.unsubscribe.undo).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(mail.unsubscribe.undoneTitle);
      await page.goto(way);
      await button(page, mail.unsubscribe.confirm).click();
      await page.goto(list);
      await expect(page.getByRole("row", { name: "chen@example.org" })).toContainText(
        mail.people.states.optedOut,
      );
    });

    await test.step("a reminder waits two days and then reaches only who is left", async () => {
      await page.goto(`${list}/letter?kind=reminder`);
      await expect(main(page)).toContainText("48 hours old");
      write(file, (database) =>
        database
          .prepare("update mailings set created_at = ?")
          .run(new Date(Date.now() - 3 * 86_400_000).toISOString()),
      );
      await page.reload();
      await button(page, mail.letter.preview).click();
      await button(page, mail.letter.send).click();
      await expect.poll(() => office.letters.length, { timeout: 20_000 }).toBe(4);
      expect(office.to("wu@example.org")).toHaveLength(2);
      await page.goto(outbox);
      const reminder = page.getByRole("row", { name: new RegExp(`^${mail.kinds.reminder}`) }).first();
      await expect(reminder).toContainText(fill(mail.outbox.under, { step: 10 }));
      await expectAccessible(page);
    });

    await test.step("erased is erased, and what is out still works", async () => {
      await page.goto(list);
      await page.getByText(mail.people.eraseNow, { exact: true }).click();
      await button(page, mail.people.eraseDo).click();
      await expect(main(page)).toContainText(mail.people.notAgreed);
      await page.getByLabel(mail.people.eraseAgree).check();
      await button(page, mail.people.eraseDo).click();
      await expect(main(page)).toContainText(mail.people.erased);
      expect(/林晓|陈欣|wu@example|wrong@example/.test(dump(file))).toBe(false);
      expect((await new Client(server.url).get(`/i/${token("wu@example.org")}`)).headers.location).toBe(
        `/s/${slug}`,
      );
      // Who is out stays out and cannot be let in; who was not is told that the link knows no address.
      const way = (address: string) => `${server.url}/i/${token(address)}/unsubscribe?lang=en`;
      await page.goto(way("chen@example.org"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(mail.unsubscribe.doneTitle);
      await expect(page.getByRole("button")).toHaveCount(0);
      const before = dump(file);
      await page.goto(way("wu@example.org"));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(mail.unsubscribe.erasedTitle);
      await expectAccessible(page);
      const late = await ask(server.url, new URL(way("wu@example.org")).pathname, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
      expect(late.status).toBe(200);
      expect(dump(file)).toBe(before);
    });
  } finally {
    await close();
  }
});

test("without a mail server letters stay, can be read with their link hidden, and tried with invented people", async ({
  page,
  server,
}) => {
  const outbox = `${server.url}/studio/demo/fieldwork/outbox`;
  await signIn(page, outbox);
  await expect(main(page)).toContainText(mail.outbox.noServer);
  // Somebody whose link is still unused.
  const [unused] = readRows(
    server.databaseFile,
    "invitations",
    "spent_by is null and undeliverable is null order by email",
  );
  await page
    .getByRole("link", { name: String(unused?.email), exact: true })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("@example.org");
  await expect(main(page)).toContainText("/i/••••••");
  await expectAccessible(page);
  await button(page, mail.outbox.testMake).click();
  const link = (await page.getByRole("status").getByRole("link").getAttribute("href")) ?? "";
  expect(link).toMatch(/\/i\/[\w-]{22}$/);
  expect((await new Client(server.url).get(new URL(link).pathname)).status).toBeLessThan(400);
  // Shown this once.
  await page.goto(page.url());
  await expect(main(page)).not.toContainText(link);
});
