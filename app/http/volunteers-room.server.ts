import type { Kysely } from "kysely";
import { listDoorAddresses } from "#db/queries/doors.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listVolunteers } from "#db/queries/volunteers.server.ts";
import type { Database } from "#db/schema.ts";
import { env } from "./env.server.ts";

/** What the volunteers' page shows; the address of the form to hand out is that of the newest wave's first door. */
export async function volunteersRoom(db: Kysely<Database>, study: MemberStudy, removed: boolean) {
  const [volunteers, [slug]] = await Promise.all([
    listVolunteers(db, study.id),
    listDoorAddresses(db, study.id),
  ]);
  return {
    volunteers,
    keepUntil: study.keepUntil,
    address: slug === undefined ? undefined : `${env().publicUrl}/follow-up/${slug}`,
    removed,
  };
}
