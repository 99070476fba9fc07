import { createRequire } from "node:module";
import { setImmediate as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import {
  type Roster,
  type RosterFault,
  type RosterRow,
  rosterCsv,
  UnreadableRoster,
} from "#app/fieldwork/roster.ts";
import { addInvitations, listAddresses, listOptOuts } from "#db/queries/invitations.server.ts";
import { addressHash } from "./address-hash.server.ts";
import { connection, db } from "./db.server.ts";
import { readRosterFile } from "./roster-file.server.ts";

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/roster-worker.server.ts");

/** What is read within a few milliseconds needs no thread. */
const small = 50_000;
const longest = 10_000;

/**
 * Reads an uploaded roster without keeping anybody waiting.
 * @throws UnreadableRoster also for what takes too long or too much memory to read
 */
export async function readRosterApart(bytes: Uint8Array): Promise<Roster> {
  if (bytes.length <= small && bytes[0] !== 0x50) return readRosterFile(bytes);
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
    });
    thread.unref();
    const end = (settle: () => void) => {
      clearTimeout(late);
      settle();
      void thread.terminate();
    };
    const refuse = (fault: RosterFault) => end(() => reject(new UnreadableRoster(fault)));
    const late = setTimeout(() => refuse("too-large"), longest);
    thread.on("message", (said: { roster: Roster } | { fault: RosterFault }) =>
      "roster" in said ? end(() => resolve(said.roster)) : refuse(said.fault),
    );
    thread.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse("too-large") : end(() => reject(error)),
    );
  });
}

/** A roster beside the list it would be added to. */
export interface RosterPreview {
  columns: string[];
  counts: { add: number; there: number; bad: number };
  /** Rows to look at: those to be mended first, those already on the list last, each in the order of the file. */
  rows: RosterRow[];
  /** Rows that are not among `rows`, because nobody reads thousands. */
  more: number;
  /** The good rows, to be sent back for adding. */
  csv: string;
}

const mostShown = 200;

/** Says of every row what would become of it. Nothing is stored. */
export async function previewRoster(
  list: { studyId: string; collectorId: string },
  roster: Roster,
): Promise<RosterPreview> {
  const rows = await besideList(list, roster.rows);
  const good = rows.filter((one) => !one.problem);
  const there = rows.filter((one) => one.problem === "already-there");
  const bad = rows.filter((one) => one.problem && one.problem !== "already-there");
  const sorted = [...bad, ...good, ...there];
  return {
    columns: roster.columns,
    counts: { add: good.length, there: there.length, bad: bad.length },
    rows: sorted.slice(0, mostShown),
    more: Math.max(0, sorted.length - mostShown),
    csv: good.length > 0 ? rosterCsv(roster, good) : "",
  };
}

/** Adds the good rows, some hundred at a time so that answers coming in meanwhile are not kept waiting. */
export async function addRoster(
  list: { studyId: string; collectorId: string },
  roster: Roster,
): Promise<{ added: number; left: number }> {
  const good = (await besideList(list, roster.rows)).filter((one) => !one.problem);
  let added = 0;
  for (let at = 0; at < good.length; at += 400) {
    const some = good.slice(at, at + 400);
    added += await connection().commit((trx) => addInvitations(trx, list.collectorId, some));
    await pause();
  }
  return { added, left: roster.rows.length - added };
}

async function besideList(
  list: { studyId: string; collectorId: string },
  rows: RosterRow[],
): Promise<RosterRow[]> {
  const [there, optOuts] = await Promise.all([
    listAddresses(db(), list.collectorId),
    listOptOuts(db(), list.studyId),
  ]);
  const judged: RosterRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % 1000 === 999) await pause();
    const problem =
      row.problem ??
      (optOuts.size > 0 && optOuts.has(addressHash(list.studyId, row.email)) ? "opted-out" : undefined) ??
      (there.has(row.email) ? "already-there" : undefined);
    judged.push(problem ? { ...row, problem } : row);
  }
  return judged;
}
