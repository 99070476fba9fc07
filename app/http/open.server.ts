import type { Connection } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { findAccountByEmail } from "#db/queries/accounts.server.ts";
import { expireDrafts } from "#db/queries/drafts.server.ts";
import { eraseExpiredAddresses } from "#db/queries/erase-addresses.server.ts";
import { forgetClaims } from "#db/queries/mail-queue.server.ts";
import { computeMissingQuality } from "#db/queries/quality.server.ts";
import { forgetInvited } from "#db/queries/redeeming.server.ts";
import { findRelease, findStudy } from "#db/queries/releases.server.ts";
import { expireResponses } from "#db/queries/responses.server.ts";
import { expireVolunteers } from "#db/queries/volunteers.server.ts";
import { demoAccounts, hasStudies, seedDemo } from "#db/seed.server.ts";
import { writeArrivals } from "./arrivals.server.ts";
import { connection } from "./db.server.ts";
import { env } from "./env.server.ts";
import { forgetNow } from "./forgetting.server.ts";
import { type MailWorker, startMailWorker } from "./mail-worker.server.ts";
import { makeRelease } from "./make-release.server.ts";

let scattered = "";
let tidying: ReturnType<typeof setInterval> | undefined;
let counting: ReturnType<typeof setInterval> | undefined;
let sending: MailWorker | undefined;

/** Forgets what the consent letter promised to forget: unsent drafts after a month, answers and contacts after their date. */
async function tidy(): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await connection().commit(async (trx) => {
    await expireDrafts(trx, today);
    await expireResponses(trx, today);
    await expireVolunteers(trx, today);
    await forgetInvited(trx, today);
    await eraseExpiredAddresses(trx, today);
    await forgetClaims(trx, new Date());
  });
  if (today !== scattered) await connection().engine.scatter?.(connection().db);
  scattered = today;
  await forgetNow();
  await connection().engine.forgetBackUp?.();
}

/** The demo's first release, whether the demo came with this start or by `npm run seed`: every door leads somewhere. */
async function releaseDemo(store: Connection): Promise<void> {
  const study = await findStudy(store.db, "demo");
  if (!study?.synthetic || (await findRelease(store.db, study.id))) return;
  const researcher = await findAccountByEmail(store.db, demoAccounts.researcher.email);
  if (researcher) await makeRelease(store, study, researcher);
}

/** Brings the store up: schema migrated, durable settings asserted, the demo study on first start. Returns what to print. */
export async function open(): Promise<string[]> {
  const store = connection();
  await migrateToLatest(store);
  await store.engine.assertDurable(store.db);
  // Of several servers starting together one prepares; the others wait and find it done.
  await store.engine.alone(async () => {
    if (!(await hasStudies(store.db))) await seedDemo(store);
    await computeMissingQuality(store);
    await releaseDemo(store);
    // A full disk or somebody's lock is no reason to keep the doors shut: the next hour tries again.
    await tidy().catch((error) => process.stderr.write(`Could not tidy up at the start: ${error}\n`));
  });
  tidying ??= setInterval(() => void tidy().catch(() => {}), 3_600_000).unref();
  counting ??= setInterval(() => void writeArrivals().catch(() => {}), 60_000).unref();
  sending ??= startMailWorker();
  const { publicUrl } = env();
  const demo = await store.db
    .selectFrom("studies")
    .select("id")
    .where("slug", "=", "demo")
    .executeTakeFirst();
  const logins = Object.values(demoAccounts).map(({ email, password }) => `      ${email} · ${password}`);
  return [
    "",
    "  Tributary 汇流",
    "",
    `  学生答卷  a student’s survey   ${publicUrl}/s/demo`,
    `  研究后台  the studio           ${publicUrl}/studio`,
    ...(demo ? logins : []),
    `  公开页面  the public page      ${publicUrl}/p/demo`,
    "",
  ];
}

/** Finishes with the store; whatever was acknowledged is on disk already. */
export async function close(): Promise<void> {
  clearInterval(tidying);
  clearInterval(counting);
  await sending?.stop();
  // Neither may keep the store from being closed properly.
  await writeArrivals().catch(() => {});
  await forgetNow().catch(() => {});
  await connection().close();
}
