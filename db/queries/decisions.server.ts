import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Database, DecisionTable } from "../schema.ts";

/** Who decided what about a response, when and why. */
export interface Decision {
  id: string;
  decidedAt: string;
  action: DecisionTable["action"];
  by: string;
  reason: string;
}

/**
 * Leaves a response out of every count, or takes it in again, and keeps why. Call inside a transaction.
 * @returns false when the study has no such response; deciding what already holds changes and records nothing
 */
export async function decideOnResponse(
  trx: Kysely<Database>,
  decision: {
    studyId: string;
    responseId: string;
    accountId: string;
    action: "exclude" | "include";
    reason: string;
    now: string;
  },
): Promise<boolean> {
  const excluded = decision.action === "exclude" ? 1 : 0;
  const changed = await trx
    .updateTable("responses")
    .set({ excluded })
    .where("id", "=", decision.responseId)
    .where("study_id", "=", decision.studyId)
    .where("excluded", "=", excluded === 1 ? 0 : 1)
    .returning("id")
    .executeTakeFirst();
  if (!changed) {
    const there = await trx
      .selectFrom("responses")
      .select("id")
      .where("id", "=", decision.responseId)
      .where("study_id", "=", decision.studyId)
      .executeTakeFirst();
    return there !== undefined;
  }
  await recordDecision(trx, { ...decision, subject: decision.responseId });
  return true;
}

/** Who decides, when and why. */
export interface Deciding {
  studyId: string;
  accountId: string;
  /** ISO-8601 UTC. */
  now: string;
  reason: string;
}

/** Writes a decision down. Call in the transaction that carries it out. */
export async function recordDecision(
  trx: Kysely<Database>,
  decision: Deciding & Pick<DecisionTable, "action" | "subject">,
): Promise<void> {
  await trx
    .insertInto("decisions")
    .values({
      id: randomUUID(),
      study_id: decision.studyId,
      account_id: decision.accountId,
      decided_at: decision.now,
      action: decision.action,
      subject: decision.subject,
      reason: decision.reason,
    })
    .execute();
}

/** What was decided about one response or release, the newest first. */
export async function listDecisions(
  db: Kysely<Database>,
  studyId: string,
  subject: string,
): Promise<Decision[]> {
  return db
    .selectFrom("decisions as d")
    .innerJoin("accounts as a", "a.id", "d.account_id")
    .where("d.study_id", "=", studyId)
    .where("d.subject", "=", subject)
    .orderBy("d.decided_at", "desc")
    .orderBy("d.id")
    .select(["d.id", "d.decided_at as decidedAt", "d.action", "a.name as by", "d.reason"])
    .execute();
}
