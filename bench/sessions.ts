import { draftKey, newSecret, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { connect } from "#db/connect.server.ts";
import { findDoor } from "#db/queries/doors.server.ts";
import { beginDraft } from "#db/queries/drafts.server.ts";
import { accountFor, accountLine, addsUp, storedReceipts } from "./account.ts";
import { apart } from "./apart.ts";
import { cpuOf } from "./cpu.ts";
import { liftQuotas } from "./lift-quotas.ts";
import type { Section } from "./report.ts";
import { startServer } from "./server-process.ts";
import type { SendOrder, SendResult } from "./sessions-load.ts";
import type { Store } from "./stores.ts";
import { type Journey, journeyOf } from "./student.ts";
import { tallyHead, tallyRows } from "./tally.ts";
import { watched } from "./watched.ts";

/** This many remain open, whatever is sent. */
const open = 10_000;
const goal = 500;
const profiledSeconds = 3;

/** Ten thousand sessions under way and five hundred of them a second sending their last page. */
export async function sessions(store: Store, seconds: number): Promise<Section> {
  const server = await startServer(store.url);
  try {
    const journey = journeyOf(templates["oneplusx-student"](), 1);
    const last = journey.steps.at(-1);
    if (!last) throw new Error("The survey has no page.");
    await liftQuotas(store.url);
    await fillDrafts(store.url, journey, open);
    const order = async (forSeconds: number): Promise<SendOrder> => ({
      port: server.port,
      perSecond: goal,
      page: last.page,
      body: last.body,
      secrets: await fillDrafts(store.url, journey, goal * forSeconds),
    });
    const before = await storedReceipts(store.url);
    const measured = await order(seconds);
    const load = (one: SendOrder) =>
      apart<SendOrder, SendResult>(new URL("sessions-load.ts", import.meta.url), one);
    await load(await order(2)).then(() => server.watch());
    const started = new Set((await storedReceipts(store.url)).keys());
    const [cpu, databaseCpu] = [cpuOf(server.pid), store.cpu()];
    const result = await load(measured);
    const used = { server: cpuOf(server.pid) - cpu, database: store.cpu() - databaseCpu };
    const reading = await server.read();
    const codes = measured.secrets.map(withdrawalCode);
    const account = await accountFor(
      store.url,
      new Map([...started].map((hash) => [hash, 1])),
      result.receipts,
      codes,
    );
    const profiled = await order(profiledSeconds);
    const shares = await server.profile(async () => void (await load(profiled)));
    const problems = addsUp(account) && result.receipts.length === measured.secrets.length ? [] : ["account"];
    const each = measured.secrets.length;
    return {
      title: `${store.name}: ${open.toLocaleString("en")} open sessions, ${goal} submits a second for ${seconds} s`,
      head: tallyHead,
      rows: tallyRows(result.tally),
      notes: [
        `Reached: ${(result.receipts.length / result.seconds).toFixed(0)} receipts a second of ${goal} (${each.toLocaleString("en")} in ${result.seconds.toFixed(1)} s); times count from when a submit was due.`,
        `CPU per submit and the look at its page before it: server ${(used.server / each).toFixed(2)} ms, database ${store.cpu() === 0 ? "in the server" : `${(used.database / each).toFixed(2)} ms`}, load ${(result.cpuMs / each).toFixed(2)} ms, all on the same cores.`,
        watched(reading),
        `Where the server spends its time: ${Object.entries(shares)
          .slice(0, 7)
          .map(([place, share]) => `${place} ${share.toFixed(0)} %`)
          .join(", ")}.`,
        accountLine(account),
      ],
      figures: {
        result: { ...result, receipts: result.receipts.length },
        used,
        reading,
        shares,
        account,
        problems,
        before: before.size,
      },
    };
  } finally {
    await server.stop();
  }
}

/** Students who have answered everything and look at the last page. @returns their secrets */
async function fillDrafts(url: string, journey: Journey, count: number): Promise<string[]> {
  const connection = connect(url);
  try {
    const door = await findDoor(connection.db, "demo");
    if (!door) throw new Error("The demo has no open door.");
    const draft = {
      collectorId: door.collectorId,
      versionId: door.versionId,
      language: "zh-CN" as const,
      seed: 1,
      answers: journey.answers,
      page: journey.steps.at(-1)?.page ?? "",
      pageSeconds: Object.fromEntries(journey.steps.map((step) => [step.page, 30])),
      signals: [],
    };
    const expires = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const secrets = Array.from({ length: count }, newSecret);
    // Small transactions: the server that is running may want to write in between.
    for (let at = 0; at < count; at += 250)
      await connection.db.transaction().execute(async (trx) => {
        for (const [index, secret] of secrets.slice(at, at + 250).entries())
          await beginDraft(trx, draftKey(secret), { ...draft, seed: at + index }, expires);
      });
    return secrets;
  } finally {
    await connection.close();
  }
}
