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

/** Who decides, when and why. */
export interface Deciding {
  studyId: string;
  accountId: string;
  /** ISO-8601 UTC. */
  now: string;
  reason: string;
}
type ResponsesDecision = Deciding & { action: "exclude" | "include" };

/**
 * Leaves a response out of every count, or takes it in again, and keeps why. Call inside a transaction.
 * @returns false when the study has no such response; deciding what already holds changes and records nothing
 */
export async function decideOnResponse(
  trx: Kysely<Database>,
  { responseId, ...decision }: ResponsesDecision & { responseId: string },
): Promise<boolean> {
  if ((await decideOnResponses(trx, { ...decision, responseIds: [responseId] })) > 0) return true;
  const there = await trx
    .selectFrom("responses")
    .select("id")
    .where("id", "=", responseId)
    .where("study_id", "=", decision.studyId)
    .executeTakeFirst();
  return there !== undefined;
}

/** Statements carry so many responses: a batch of thousands is a few dozen statements in one transaction. */
const batch = 500;

/**
 * The same for many at once: one person, one reason, one moment, and a decision for each that it changes. Call inside
 * a transaction.
 * @returns how many it changed; unknown ids and those that stand so already are passed over
 */
export async function decideOnResponses(
  trx: Kysely<Database>,
  decision: ResponsesDecision & { responseIds: readonly string[] },
): Promise<number> {
  const excluded = decision.action === "exclude" ? 1 : 0;
  let decided = 0;
  for (let at = 0; at < decision.responseIds.length; at += batch) {
    const changed = await trx
      .updateTable("responses")
      .set({ excluded })
      .where("id", "in", decision.responseIds.slice(at, at + batch))
      .where("study_id", "=", decision.studyId)
      .where("excluded", "=", excluded === 1 ? 0 : 1)
      .returning("id")
      .execute();
    if (changed.length === 0) continue;
    decided += changed.length;
    const rows = changed.map(({ id }) => rowOf({ ...decision, subject: id }));
    await trx.insertInto("decisions").values(rows).execute();
  }
  return decided;
}

/** Writes a decision down. Call in the transaction that carries it out. */
export async function recordDecision(
  trx: Kysely<Database>,
  decision: Deciding & Pick<DecisionTable, "action" | "subject">,
): Promise<void> {
  await trx.insertInto("decisions").values(rowOf(decision)).execute();
}

const rowOf = (decision: Deciding & Pick<DecisionTable, "action" | "subject">) => ({
  id: randomUUID(),
  study_id: decision.studyId,
  account_id: decision.accountId,
  decided_at: decision.now,
  action: decision.action,
  subject: decision.subject,
  reason: decision.reason,
});

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
