import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { newToken, tokenHash } from "#app/fieldwork/invitation-token.server.ts";
import type { WrittenLetter } from "#app/fieldwork/letter.ts";
import { backOff } from "#app/fieldwork/mail-backoff.ts";
import type { Connection } from "#db/connect.server.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import {
  type ClaimedLetter,
  claimLetter,
  markUnsure,
  recordSent,
  type Sent,
} from "#db/queries/mail-queue.server.ts";
import { addressHash } from "./address-hash.server.ts";
import { connection } from "./db.server.ts";
import { env } from "./env.server.ts";
import { letterFor, personalLinks } from "./mail-letter.server.ts";
import { type Delivery, lettersAtOnce, type Mailer, mailer } from "./mail-transport.server.ts";

export interface MailWorkerSettings {
  connection: Pick<Connection, "db" | "commit">;
  mailer: Mailer;
  publicUrl: string;
  perMinute: number;
  /** Tells this process from others on the same database, also after it has started anew. */
  name: string;
  /** How long to wait when nothing is due (ms). */
  idle?: number;
}

export interface MailWorker {
  /** Sends no further letter; resolves when those under way have been recorded. */
  stop(): Promise<void>;
}

/** Rests after the server could not be reached: 5 s, then twice as long each time, up to five minutes. */
const rest = (failures: number) => Math.min(5_000 * 2 ** (failures - 1), 300_000);

/**
 * Sends what is due until it is stopped: letters are claimed one after the other at the pace that was set, and a few may
 * be under way at once. Between claiming a letter and recording what became of it nothing is held in the database: a
 * process that ends in between leaves the letter "sending", and it becomes "unsure".
 */
export function mailWorker(settings: MailWorkerSettings): MailWorker {
  const { connection, perMinute, name, idle = 2_000 } = settings;
  const spacing = 60_000 / perMinute;
  const stopping = new AbortController();
  const { signal } = stopping;
  const underWay = new Set<Promise<void>>();
  let failures = 0;
  let restUntil = 0;
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => {});

  /** Starts the next letter. @returns how long to wait before the one after it (ms) */
  async function next(): Promise<number> {
    // A server that was away is asked with one letter first.
    while (underWay.size >= (failures > 0 ? 1 : lettersAtOnce)) await Promise.race(underWay);
    if (signal.aborted) return 0;
    if (restUntil > Date.now()) return restUntil - Date.now();
    const token = newToken();
    const claim = await connection.commit((trx) =>
      claimLetter(trx, { now: new Date(), worker: name, spacing, tokenHash: tokenHash(token), addressHash }),
    );
    if (claim.is === "none") return Math.min(idle, Math.max(spacing, 50));
    if (claim.is === "skipped") return 0;
    const sending = send(claim.letter, token)
      .catch(pardon)
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
    return spacing;
  }

  async function send(letter: ClaimedLetter, token: string) {
    const delivery = await deliver(settings, letter, token);
    const unreachable = delivery.is !== "accepted" && delivery.server;
    if (!unreachable) failures = 0;
    // Those that were under way with the first to fail are the same failure.
    else if (Date.now() >= restUntil) restUntil = Date.now() + rest(++failures);
    await record(letter, outcomeOf(delivery, letter));
  }

  /** The database is busy or away: letters can wait, and what was claimed is found again as "sending". */
  function pardon(error: Error) {
    process.stderr.write(`mail: ${error.message}\n`);
    restUntil = Date.now() + 10_000;
  }

  /** What is known is worth several tries: forgotten, the letter would count as unsure. */
  async function record(letter: ClaimedLetter, sent: Sent) {
    for (let tries = 1; ; tries++) {
      try {
        return await connection.commit((trx) => recordSent(trx, letter, sent));
      } catch (error) {
        if (tries === 5 || signal.aborted) throw error;
        await wait(1_000 * tries);
      }
    }
  }

  async function run() {
    let checked = 0;
    let justStarted = true;
    while (!signal.aborted) {
      try {
        if (Date.now() - checked > 60_000) {
          checked = Date.now();
          await connection.commit((trx) => markUnsure(trx, new Date(), justStarted ? name : undefined));
          justStarted = false;
        }
        await wait(await next());
      } catch (error) {
        pardon(error as Error);
        await wait(restUntil - Date.now());
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      // A server that keeps us waiting does not keep the process from ending: its letters are then unsure.
      const late = setTimeout(() => settings.mailer.close(true), 5_000);
      await running;
      await Promise.all(underWay);
      clearTimeout(late);
      settings.mailer.close();
    },
  };
}

async function deliver(
  settings: MailWorkerSettings,
  letter: ClaimedLetter,
  token: string,
): Promise<Delivery> {
  const { source } = letter;
  const links = personalLinks(token, settings.publicUrl);
  let written: WrittenLetter;
  try {
    written = letterFor(source, await getInstrument(settings.connection.db, source.versionId), links);
  } catch (error) {
    // Nothing has left yet, so this is known to have failed.
    return { is: "failed", problem: (error as Error).message.slice(0, 200), server: false };
  }
  return settings.mailer.deliver(
    { address: source.email, name: source.name ?? "" },
    written,
    links.unsubscribe,
  );
}

function outcomeOf(delivery: Delivery, letter: ClaimedLetter): Sent {
  const now = new Date();
  if (delivery.is === "accepted") return { is: "sent", on: now.toISOString().slice(0, 10) };
  if (delivery.is !== "later") return { is: delivery.is, problem: delivery.problem };
  const at = new Date(now.getTime() + backOff(letter.attempts, Math.random())).toISOString();
  return { is: "later", at, problem: delivery.problem };
}

/** This process's worker, where a mail server is configured; without one nothing leaves the machine. */
export function startMailWorker(): MailWorker | undefined {
  const { mail, mailPerMinute, port, publicUrl } = env();
  if (!mail) return undefined;
  return mailWorker({
    connection: connection(),
    mailer: mailer(mail.smtpUrl, mail.from),
    publicUrl,
    perMinute: mailPerMinute,
    name: `${os.hostname()}:${port}`,
  });
}
