import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import BetterSqlite from "better-sqlite3";
import { draftKey, responseId } from "#app/fieldwork/phone-secret.server.ts";
import type { Connection } from "#db/connect.server.ts";
import type { Commit } from "#db/dialects/dialect.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { cuts as kinds, RecordedDisk, Replay } from "#db/testing/recorded-disk.ts";
import { openRecorded } from "#db/testing/recorded-sqlite.ts";
import { chance, type Fault, listLosses } from "./fault.ts";
import { fillIn, type Told } from "./recorded-class.ts";

const sizes = {
  short: { cuts: 30, students: 120 },
  full: { cuts: 200, students: 600 },
  long: { cuts: 2000, students: 2000 },
};

interface Damage {
  lost: number;
  doubled: number;
  half: number;
  unreadable: number;
}

/** The store as it is found after one cut, against what had been acknowledged by then. */
function account(file: string, told: Told[], at: number): Damage {
  const damage: Damage = { lost: 0, doubled: 0, half: 0, unreadable: 0 };
  const database = new BetterSqlite(file);
  try {
    if (database.pragma("integrity_check", { simple: true }) !== "ok") return { ...damage, unreadable: 1 };
    if (!database.prepare("select 1 from sqlite_master where name = 'responses'").get())
      return { ...damage, lost: told.filter(({ kept }) => (kept[0] ?? Infinity) <= at).length };
    const all = <Row>(text: string) => database.prepare(text).all() as Row[];
    const responses = new Map<string, { words: string; answers: string }[]>();
    for (const row of all<{ id: string; words: string; answers: string }>("select * from responses"))
      responses.set(row.id, [...(responses.get(row.id) ?? []), row]);
    const drafts = new Map(
      all<{ key_hash: string; page: string }>("select key_hash, page from drafts").map((row) => [
        row.key_hash,
        row.page,
      ]),
    );
    const gone = new Set(
      all<{ response_id: string }>("select * from withdrawals").map((row) => row.response_id),
    );
    for (const one of told) {
      const rows = responses.get(responseId(one.secret)) ?? [];
      const draft = drafts.get(draftKey(one.secret));
      const withdrawn = gone.has(responseId(one.secret));
      if (rows.length > 1) damage.doubled++;
      // One transaction each: the response comes as its draft goes, the tombstone as the response goes.
      const isWhole = rows.every(
        (row) => JSON.parse(row.words).OPS01 === one.words && row.answers.length > 8,
      );
      if (!isWhole || (rows.length > 0 && (draft || withdrawn))) damage.half++;
      const has = (moment: number | undefined) => (moment ?? Number.POSITIVE_INFINITY) <= at;
      const state = one.kept.filter((moment) => moment <= at).length - 1;
      if (has(one.withdrawn)) damage.lost += withdrawn && rows.length === 0 ? 0 : 1;
      else if (has(one.sent)) damage.lost += rows.length > 0 || withdrawn ? 0 : 1;
      else if (state >= 0 && rows.length === 0 && !withdrawn)
        damage.lost += draft && Number(draft.split("-")[1]) >= state ? 0 : 1;
    }
    return damage;
  } catch {
    return { ...damage, unreadable: 1 };
  } finally {
    database.close();
  }
}

/** A tenth of SQLite's own 1,000: power is also cut while the log is being folded into the file. */
const checkpointPages = 100;

interface Wrong {
  /** Other settings than the product's. */
  change?: (setting: string) => string;
  /** Another moment of acknowledgement than the product's. */
  commit?: (store: Connection) => Commit;
}

/** Plays the class once, then cuts the power at `count` moments times three kinds of loss. */
export async function cutPower(count: number, students: number, wrong: Wrong = {}) {
  const disk = new RecordedDisk();
  const store = await openRecorded(disk, checkpointPages, wrong.change);
  await migrateToLatest(store);
  const from = disk.operations.length;
  const commit = wrong.commit?.(store) ?? store.commit;
  const told = await fillIn(store, commit, students, () => disk.operations.length);
  // Whoever was told too early may still be on the way.
  await store.commit(async () => {});
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = chance(seed);
  const to = disk.operations.length;
  const checkpoints = disk.operations.filter(
    (one, index) => index >= from && one.kind === "sync" && one.file === "disk.db",
  ).length;
  const moments = Array.from({ length: count }, () => from + Math.floor(random() * (to - from + 1)));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tributary-power-"));
  const total = {
    seed,
    checkpoints,
    cuts: 0,
    wrongCuts: 0,
    acknowledged: 0,
    lost: 0,
    doubled: 0,
    half: 0,
    unreadable: 0,
  };
  total.acknowledged = told.reduce(
    (sum, one) => sum + one.kept.length + [one.sent, one.withdrawn].filter(Boolean).length,
    0,
  );
  const replay = new Replay(disk);
  try {
    for (const moment of moments.sort((a, b) => a - b)) {
      replay.advanceTo(moment);
      for (const kind of kinds) {
        for (const file of fs.readdirSync(folder)) fs.rmSync(path.join(folder, file));
        for (const [file, bytes] of replay.after(kind, random))
          fs.writeFileSync(path.join(folder, file), bytes);
        const damage = account(path.join(folder, "disk.db"), told, moment);
        total.cuts++;
        if (Object.values(damage).some((number) => number > 0)) total.wrongCuts++;
        for (const name of ["lost", "doubled", "half", "unreadable"] as const) total[name] += damage[name];
      }
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    await store.close();
  }
  return total;
}

/** The product's settings but one: what a reopened WAL file would have if nobody set it. */
export const relaxed = (setting: string) => setting.replace("synchronous = FULL", "synchronous = NORMAL");

/** Says yes while the transaction is still open. */
export const hasty =
  (store: Connection): Commit =>
  (write) =>
    new Promise((resolve, reject) => {
      const noting: typeof write = async (trx) => {
        const result = await write(trx);
        resolve(result);
        return result;
      };
      store.commit(noting).catch(reject);
    });

export const power: Fault = {
  name: "power",
  async run(length, rounds) {
    const { cuts, students } = { ...sizes[length], ...(rounds ? { cuts: rounds } : {}) };
    const found = await cutPower(cuts, students);
    const controls = Math.min(cuts, 30);
    const normal = await cutPower(controls, Math.min(students, 150), { change: relaxed });
    const early = await cutPower(controls, Math.min(students, 150), { commit: hasty });
    return {
      told:
        `${found.cuts} cuts, ${found.acknowledged} acknowledgements, ${found.checkpoints} checkpoints: ${found.lost} lost, ${found.doubled} doubled, ` +
        `${found.half} half-written, ${found.unreadable} unreadable. Controls: synchronous=NORMAL went wrong in ` +
        `${normal.wrongCuts} of ${normal.cuts} cuts (${normal.lost} lost), acknowledging before COMMIT in ` +
        `${early.wrongCuts} of ${early.cuts} (${early.lost} lost), as they should`,
      losses: listLosses({
        [`power cuts did damage (seed ${found.seed})`]: found.wrongCuts > 0,
        "the control with synchronous=NORMAL lost nothing: this test cannot fail": normal.lost === 0,
        "the control that acknowledges before COMMIT lost nothing: this test cannot fail": early.lost === 0,
      }),
    };
  },
};
