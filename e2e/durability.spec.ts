import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { newSecret, responseId, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { Client } from "./http.ts";
import { seededDatabase } from "./seeded-database.ts";
import { TestServer } from "./server.ts";
import { readRows } from "./store.ts";
import { codeIn, hurryToLastPage } from "./survey.ts";

const studentsAtOnce = 24;
const kills = 6;
const enough = 400;

interface Student {
  secret: string;
  /** Said by nobody else, so that a doubled row is found whatever its id. */
  words: string;
  /** The code on the receipt page that reached the phone. */
  receipt?: string;
}

/** Tries until it works, as a student's thumb does: the server may be away for a while. */
async function patiently<T>(attempt: () => Promise<T>, isOver: () => boolean): Promise<T | undefined> {
  while (!isOver()) {
    try {
      return await attempt();
    } catch {
      await pause(20 + Math.random() * 60);
    }
  }
  return undefined;
}

/** From consent to receipt with one secret; every third student taps twice, and looks in again later. */
async function answerSurvey(url: string, student: Student, isOver: () => boolean): Promise<void> {
  const client = await patiently(() => hurryToLastPage(url, "demo", student.secret), isOver);
  if (!client) return;
  const send = async () => {
    const phone = new Client(url, { draft: student.secret });
    const answered = await phone.post("/s/demo/words", { OPS01: student.words, go: "next" });
    const code = codeIn(answered.body);
    // Only a page with the code is an acknowledgement.
    if (!code) throw new Error(`no receipt: ${answered.status}`);
    student.receipt = code;
  };
  const taps = student.secret < "5" ? 2 : 1;
  await Promise.all(Array.from({ length: taps }, () => patiently(send, isOver)));
}

test("killed at random moments, the server loses no acknowledged answer and doubles none", async () => {
  test.setTimeout(120_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-kills-"));
  const databaseFile = path.join(folder, "demo.sqlite");
  fs.copyFileSync(seededDatabase, databaseFile);
  const server = await TestServer.start(databaseFile);
  try {
    const seeded = readRows(databaseFile, "responses").length;
    const students: Student[] = [];
    const acknowledged = () => students.filter(({ receipt }) => receipt).length;
    let over = false;
    const isOver = () => over;
    const hall = Array.from({ length: studentsAtOnce }, async () => {
      while (!over) {
        const secret = newSecret();
        const student = { secret, words: `建议 ${secret}` };
        students.push(student);
        await answerSurvey(server.url, student, isOver);
      }
    });
    for (let kill = 0; kill < kills; kill++) {
      // Only once receipts are flowing again, so that every kill hits answers on their way.
      const before = acknowledged();
      const patience = Date.now() + 20_000;
      while (acknowledged() === before && Date.now() < patience) await pause(5);
      await pause(Math.random() * 700);
      await server.kill();
      await server.restart();
    }
    const deadline = Date.now() + 30_000;
    while (acknowledged() < enough && Date.now() < deadline) await pause(50);
    // In the thick of it once more, and this time nobody gets to try again.
    await server.kill();
    over = true;
    await Promise.all(hall);
    await server.restart();

    const rows = readRows(databaseFile, "responses");
    expect(acknowledged()).toBeGreaterThanOrEqual(enough);

    const byId = new Map<string, number>();
    const byWords = new Map<string, number>();
    for (const row of rows) {
      byId.set(String(row.id), (byId.get(String(row.id)) ?? 0) + 1);
      const { OPS01 } = JSON.parse(String(row.words));
      if (OPS01) byWords.set(OPS01, (byWords.get(OPS01) ?? 0) + 1);
    }
    const receipts = students.filter(({ receipt }) => receipt);
    const lost = receipts.filter(({ secret, words }) => !byId.has(responseId(secret)) || !byWords.has(words));
    const doubled = students.filter(
      ({ secret, words }) => (byId.get(responseId(secret)) ?? 0) > 1 || (byWords.get(words) ?? 0) > 1,
    );
    const wrongCode = receipts.filter(({ receipt, secret }) => receipt !== withdrawalCode(secret));
    expect({ lost: lost.length, doubled: doubled.length, wrongCode: wrongCode.length }).toEqual({
      lost: 0,
      doubled: 0,
      wrongCode: 0,
    });
    // No row that nobody sent; and a row without a receipt is a student whose last answer was still on its way.
    expect(rows.length - seeded).toBeLessThanOrEqual(students.length);
    // Whoever never saw a receipt asks once more and gets one, for one row.
    const uncertain = students.filter(({ receipt, secret }) => !receipt && byId.has(responseId(secret)));
    for (const { secret } of uncertain) {
      const looked = await new Client(server.url, { draft: secret }).get("/s/demo");
      expect(codeIn(looked.body)).toBe(withdrawalCode(secret));
    }
    const told = `${receipts.length} acknowledged, ${rows.length - seeded} stored, ${kills + 1} kills`;
    test.info().annotations.push({ type: "account", description: told });
    console.log(told);
  } finally {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
