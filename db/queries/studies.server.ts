import type { Kysely, Selectable } from "kysely";
import { type StudyMethod, studyMethod } from "#app/instrument/study-method.ts";
import type { Text } from "#app/locales/language.ts";
import type { Disclosure } from "#app/results/policy.ts";
import type { Database, MemberTable, StudyTable } from "../schema.ts";

export type Role = MemberTable["role"];

/** A study as one of its members sees it. */
export interface MemberStudy {
  id: string;
  slug: string;
  title: Text;
  timeZone: string;
  synthetic: boolean;
  /** Fewest respondents behind anything staff see. */
  staffK: number;
  /** How closely numbers may be told. */
  disclosure: Disclosure;
  method: StudyMethod;
  /** YYYY-MM-DD */
  keepUntil: string;
  role: Role;
}

const read = (row: Selectable<StudyTable> & { role: Role }): MemberStudy => ({
  id: row.id,
  slug: row.slug,
  title: JSON.parse(row.title),
  timeZone: row.time_zone,
  synthetic: row.synthetic === 1,
  staffK: row.staff_k,
  disclosure: row.disclosure,
  method: studyMethod.parse(JSON.parse(row.method)),
  keepUntil: row.keep_until,
  role: row.role,
});

const studiesOf = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom("studies")
    .innerJoin("members", "members.study_id", "studies.id")
    .selectAll("studies")
    .select("members.role")
    .where("members.account_id", "=", accountId);

/** The study of this address, if the account is a member of it. */
export async function findMemberStudy(
  db: Kysely<Database>,
  accountId: string,
  slug: string,
): Promise<MemberStudy | undefined> {
  const row = await studiesOf(db, accountId).where("studies.slug", "=", slug).executeTakeFirst();
  return row && read(row);
}

/** Every study the account is a member of, the newest first. */
export async function listMemberStudies(db: Kysely<Database>, accountId: string): Promise<MemberStudy[]> {
  const rows = await studiesOf(db, accountId)
    .orderBy("studies.created_at", "desc")
    .orderBy("studies.slug")
    .execute();
  return rows.map(read);
}

/** Gives an account a role in a study; a second time changes the role. @throws if there is no such study */
export async function setMember(
  db: Kysely<Database>,
  member: { slug: string; accountId: string; role: Role },
): Promise<void> {
  const study = await db
    .selectFrom("studies")
    .select("id")
    .where("slug", "=", member.slug)
    .executeTakeFirst();
  if (!study) throw new Error(`There is no study "${member.slug}".`);
  await db
    .insertInto("members")
    .values({ study_id: study.id, account_id: member.accountId, role: member.role })
    .onConflict((conflict) => conflict.columns(["study_id", "account_id"]).doUpdateSet({ role: member.role }))
    .execute();
}
