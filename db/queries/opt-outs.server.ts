import type { Kysely } from "kysely";
import type { Text } from "#app/locales/language.ts";
import type { Database } from "../schema.ts";
import { cancelQueued } from "./invitations.server.ts";

/** Whom a personal link stands for, as far as unsubscribing needs it. */
export interface LinkedPerson {
  invitationId: string;
  /** Null once erased. */
  email: string | null;
  language: string;
  optedOut: boolean;
  study: { id: string; title: Text; synthetic: boolean; institution: Text; contact: string };
}

/** The person behind a link. */
export async function findLinkedPerson(
  db: Kysely<Database>,
  tokenHash: string,
): Promise<LinkedPerson | undefined> {
  const row = await db
    .selectFrom("invitation_links as l")
    .innerJoin("invitations as i", "i.id", "l.invitation_id")
    .innerJoin("collectors as c", "c.id", "i.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .innerJoin("studies as s", "s.id", "w.study_id")
    .where("l.token_hash", "=", tokenHash)
    .select([
      "i.id",
      "i.email",
      "i.language",
      "i.opted_out",
      "s.id as study",
      "s.title",
      "s.synthetic",
      "s.method",
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { institution, contact } = JSON.parse(row.method);
  return {
    invitationId: row.id,
    email: row.email,
    language: row.language,
    optedOut: row.opted_out === 1,
    study: {
      id: row.study,
      title: JSON.parse(row.title),
      synthetic: row.synthetic === 1,
      institution,
      contact,
    },
  };
}

/** This person's places on all lists of the study: the same address may be on several. None once it is erased. */
async function placesOf(trx: Kysely<Database>, person: LinkedPerson): Promise<string[]> {
  const rows = await trx
    .selectFrom("invitations as i")
    .innerJoin("collectors as c", "c.id", "i.collector_id")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", person.study.id)
    .where("i.email", "=", person.email)
    .select("i.id")
    .execute();
  return rows.map((row) => row.id);
}

/**
 * No more mail of this study to this person, on any of its lists, also after addresses are erased and rosters imported
 * anew. Again changes nothing. Call inside a transaction.
 * @param addressHash the keyed hash of the address
 */
export async function optOut(
  trx: Kysely<Database>,
  person: LinkedPerson,
  addressHash: string,
): Promise<void> {
  const places = await placesOf(trx, person);
  if (places.length === 0) return;
  await trx.updateTable("invitations").set({ opted_out: 1 }).where("id", "in", places).execute();
  await cancelQueued(trx, places);
  await trx
    .insertInto("opt_outs")
    .values({ study_id: person.study.id, address_hash: addressHash })
    .onConflict((conflict) => conflict.columns(["study_id", "address_hash"]).doNothing())
    .execute();
}

/** Takes that back: letters sent from now on include this person again. */
export async function undoOptOut(
  trx: Kysely<Database>,
  person: LinkedPerson,
  addressHash: string,
): Promise<void> {
  const places = await placesOf(trx, person);
  if (places.length === 0) return;
  await trx.updateTable("invitations").set({ opted_out: 0 }).where("id", "in", places).execute();
  await trx
    .deleteFrom("opt_outs")
    .where("study_id", "=", person.study.id)
    .where("address_hash", "=", addressHash)
    .execute();
}
