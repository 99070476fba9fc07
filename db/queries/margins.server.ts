import type { Kysely } from "kysely";
import { type Margin, type Margins, readMargins } from "#app/results/margins.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";

/** What decisions about the margins of a study are about. */
export const marginsSubject = "margins";

/** What is known of a study's population. @throws when there is no such study */
export async function getMargins(db: Kysely<Database>, studyId: string): Promise<Margins> {
  const row = await db
    .selectFrom("studies")
    .select("margins")
    .where("id", "=", studyId)
    .executeTakeFirstOrThrow();
  return readMargins(row.margins);
}

/**
 * Sets what is known along one variable, or forgets it, and keeps who did and why. Call inside a transaction.
 * @returns false when it stands so already: nothing is recorded then
 */
export async function setMargin(
  trx: Kysely<Database>,
  set: Deciding & { variable: string; margin: Margin | undefined },
): Promise<boolean> {
  const before = await getMargins(trx, set.studyId);
  const { [set.variable]: known, ...others } = before;
  if (JSON.stringify(known) === JSON.stringify(set.margin)) return false;
  // A variable keeps its place: in this order they are used for weights.
  const after = set.margin ? { ...before, [set.variable]: set.margin } : others;
  await trx
    .updateTable("studies")
    .set({ margins: JSON.stringify(after) })
    .where("id", "=", set.studyId)
    .execute();
  await recordDecision(trx, { ...set, action: "margins", subject: marginsSubject });
  return true;
}
