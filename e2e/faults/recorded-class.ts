import { setTimeout as pause } from "node:timers/promises";
import {
  codeHash,
  draftKey,
  newSecret,
  responseId,
  withdrawalCode,
} from "#app/fieldwork/phone-secret.server.ts";
import type { Connection } from "#db/connect.server.ts";
import type { Commit } from "#db/dialects/dialect.ts";
import { beginDraft, type StoredDraft, updateDraft } from "#db/queries/drafts.server.ts";
import { recordResponse, withdrawResponse } from "#db/queries/responses.server.ts";
import { smallResponse } from "#db/testing/small-response.ts";
import { insertSmallStudy } from "#db/testing/small-study.ts";

/** What one student was told is safe, and after how many operations of the disk. */
export interface Told {
  secret: string;
  words: string;
  /** `began[n]`: when the n-th state of the draft was acknowledged. */
  kept: number[];
  sent?: number;
  withdrawn?: number;
}

const study = "power";

const draftOf = (state: number): StoredDraft => ({
  collectorId: `${study}-a`,
  versionId: study,
  language: "zh-CN",
  seed: 7,
  answers: { Q1: state },
  page: `page-${state}`,
  pageSeconds: {},
  signals: [],
});

/**
 * A lecture hall on the product's own queries: each student begins, saves twice, sends (every third one twice), and
 * every seventh takes it back.
 * @param now how much the disk has been asked to do so far
 */
export async function fillIn(
  store: Connection,
  commit: Commit,
  students: number,
  now: () => number,
): Promise<Told[]> {
  await insertSmallStudy(store.db, study);
  const told: Told[] = [];
  let next = 0;
  const seat = async () => {
    while (next < students) {
      const number = next++;
      const secret = newSecret();
      const one: Told = {
        secret,
        words: `${number} ${secret} ${"话".repeat(40 + (number % 500))}`,
        kept: [],
      };
      told.push(one);
      await commit((trx) => beginDraft(trx, draftKey(secret), draftOf(0), "2027-01-01"));
      one.kept.push(now());
      for (let state = 1; state <= 2; state++) {
        await commit((trx) => updateDraft(trx, draftKey(secret), draftOf(state), "2027-01-01"));
        one.kept.push(now());
      }
      const send = async () => {
        const response = smallResponse(study, responseId(secret), one.words);
        response.receiptHash = codeHash(withdrawalCode(secret));
        await commit((trx) => recordResponse(trx, response, draftKey(secret), null));
        one.sent ??= now();
      };
      await Promise.all(number % 3 === 0 ? [send(), pause(2).then(send)] : [send()]);
      if (number % 7 !== 0) continue;
      await commit((trx) => withdrawResponse(trx, codeHash(withdrawalCode(secret)), "2026-11-22"));
      one.withdrawn = now();
    }
  };
  await Promise.all(Array.from({ length: 12 }, seat));
  return told;
}
