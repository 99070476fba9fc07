import type { Kysely } from "kysely";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { type Deciding, recordDecision } from "./decisions.server.ts";

/** What decisions about what a study says of itself are written under. */
export const settingsSubject = "settings";

/** What a study says of itself. Its address and time zone never change. */
export interface StudySettings {
  title: Text;
  method: StudyMethod;
  /** YYYY-MM-DD */
  keepUntil: string;
}

/**
 * Changes what a study says of itself and keeps who did and what. Call inside a transaction.
 * @param base how many such decisions there were when the form was opened
 * @returns "changed" when somebody decided meanwhile, "same" when it stands so already: nothing is stored then
 */
export async function changeStudy(
  trx: Kysely<Database>,
  { settings, base, ...deciding }: Deciding & { settings: StudySettings; base: number },
): Promise<"done" | "changed" | "same"> {
  const study = () => trx.updateTable("studies").where("id", "=", deciding.studyId);
  // Parallel writers queue behind this row, so that the second one sees what the first decided.
  const stored = await study()
    .set((e) => ({ keep_until: e.ref("keep_until") }))
    .returning(["title", "method", "keep_until"])
    .executeTakeFirstOrThrow();
  const { n } = await trx
    .selectFrom("decisions")
    .where("study_id", "=", deciding.studyId)
    .where("subject", "=", settingsSubject)
    .select((e) => e.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  if (Number(n) !== base) return "changed";
  // Parsed, for keys may have been stored in another order.
  const before = [JSON.parse(stored.title), studyMethod.parse(JSON.parse(stored.method)), stored.keep_until];
  const after = [settings.title, studyMethod.parse(settings.method), settings.keepUntil];
  if (isSame(before, after)) return "same";
  await study()
    .set({
      title: JSON.stringify(settings.title),
      method: JSON.stringify(settings.method),
      keep_until: settings.keepUntil,
    })
    .execute();
  await recordDecision(trx, { ...deciding, action: "study", subject: settingsSubject });
  return "done";
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
};
