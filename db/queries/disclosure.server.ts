import type { Kysely } from "kysely";
import type { Disclosure } from "#app/results/policy.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";

/** What decisions about a study's profile are written under. */
export const disclosureSubject = "disclosure";

/**
 * Sets how closely a study's numbers are told and keeps who did, what was before and why. Call inside a transaction.
 * @returns false when it stands so already: nothing is recorded then
 */
export async function setDisclosure(
  trx: Kysely<Database>,
  { disclosure, ...deciding }: Deciding & { disclosure: Disclosure },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("studies")
    .set({ disclosure })
    .where("id", "=", deciding.studyId)
    .where("disclosure", "!=", disclosure)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return false;
  const reason = `${deciding.reason} (→ ${disclosure})`;
  await recordDecision(trx, { ...deciding, reason, action: "disclosure", subject: disclosureSubject });
  return true;
}
