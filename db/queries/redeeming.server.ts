import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

/** What a link in a letter leads to. */
export interface InvitationBehindLink {
  collectorId: string;
  /** The door's address. */
  slug: string;
  /** One-way name of the phone that used it (`invitationName`). */
  spentBy: string | null;
}

/** The invitation a link stands for; looking changes nothing. People who want no more mail may still answer. */
export async function findInvitation(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<InvitationBehindLink | undefined> {
  return db
    .selectFrom("invitation_links as l")
    .innerJoin("invitations as i", "i.id", "l.invitation_id")
    .innerJoin("collectors as c", "c.id", "i.collector_id")
    .where("l.token_hash", "=", tokenHash)
    .select(["c.id as collectorId", "c.slug", "i.spent_by as spentBy"])
    .executeTakeFirst();
}

interface Redeeming {
  tokenHash: string;
  collectorId: string;
  /** `invitationName` of the phone's secret. */
  phone: string;
}

/**
 * Marks an invitation as used by this phone. The same phone may do it again, which is what makes sending repeatable;
 * another phone may not. In a commit of its own, so that no transaction ever holds both the invitation and the answers.
 * @returns whether this phone may send
 */
export async function redeemInvitation(trx: Kysely<Database>, redeeming: Redeeming): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable("invitations")
    .set({ spent_by: redeeming.phone })
    .where("id", "=", invitationOf(trx, redeeming))
    .where("collector_id", "=", redeeming.collectorId)
    .where((e) => e.or([e("spent_by", "is", null), e("spent_by", "=", redeeming.phone)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Makes an invitation unused again whose answers found no room. */
export async function returnInvitation(trx: Kysely<Database>, redeeming: Redeeming): Promise<void> {
  await trx
    .updateTable("invitations")
    .set({ spent_by: null })
    .where("id", "=", invitationOf(trx, redeeming))
    .where("spent_by", "=", redeeming.phone)
    .execute();
}

const invitationOf = (db: Kysely<Database>, { tokenHash }: Redeeming) =>
  db.selectFrom("invitation_links").select("invitation_id").where("token_hash", "=", tokenHash);

/** Erases who was invited to studies whose date is over; that somebody was, and whether the link was used, stays. */
export async function forgetInvited(trx: Kysely<Database>, today: string): Promise<void> {
  await trx
    .updateTable("invitations")
    .set({ email: null, name: null, fields: "{}", undeliverable: null })
    .where("email", "is not", null)
    .where((e) =>
      e(
        "collector_id",
        "in",
        trx
          .selectFrom("collectors as c")
          .innerJoin("waves as w", "w.id", "c.wave_id")
          .innerJoin("studies as s", "s.id", "w.study_id")
          .where("s.keep_until", "<", today)
          .select("c.id"),
      ),
    )
    .execute();
}
