import type { Kysely } from "kysely";
import { templates } from "#app/instrument/templates/index.ts";
import type { Database } from "../schema.ts";
import { insertSmallAccount, insertSmallStudy } from "./small-study.ts";

/** A letter that says all a letter must, in each language. */
export const smallLetter = {
  subject: { "zh-CN": "给{name}的邀请", en: "An invitation to {name}" },
  body: { "zh-CN": "{name}：\n{link}\n{unsubscribe}", en: "{name}:\n{link}\n{unsubscribe}" },
};

/**
 * A small study whose first door is a list: person n is `<slug>-n`, at `n@<slug>.example.org`, the even ones reading
 * English. Its wave is open for the next month and asks the real questionnaire.
 */
export async function insertSmallList(db: Kysely<Database>, slug: string, people: number): Promise<void> {
  await insertSmallStudy(db, slug);
  await insertSmallAccount(db, `${slug}-researcher`);
  await db
    .updateTable("instrument_versions")
    .set({ definition: JSON.stringify(templates["oneplusx-student"]()) })
    .where("id", "=", slug)
    .execute();
  await db
    .updateTable("waves")
    .set({ closes_at: new Date(Date.now() + 30 * 86_400_000).toISOString() })
    .where("id", "=", slug)
    .execute();
  await db.updateTable("collectors").set({ kind: "list" }).where("id", "=", `${slug}-a`).execute();
  for (let at = 1; at <= people; at++) {
    await db
      .insertInto("invitations")
      .values({
        id: `${slug}-${at}`,
        collector_id: `${slug}-a`,
        email: `${at}@${slug}.example.org`,
        name: `学生${at}`,
        fields: JSON.stringify({ 学院: "会计" }),
        language: at % 2 === 0 ? "en" : "zh-CN",
        spent_by: null,
        undeliverable: null,
      })
      .execute();
  }
}

/** What `createMailing` asks for, for the list of a small study. */
export const smallMailing = (slug: string, kind: "invitation" | "reminder", now: Date) => ({
  ...smallLetter,
  studyId: slug,
  collectorId: `${slug}-a`,
  slug: `${slug}-a`,
  kind,
  accountId: `${slug}-researcher`,
  now: now.toISOString(),
});
