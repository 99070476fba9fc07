import type { z } from "zod";
import { dayIn } from "#app/fieldwork/door.ts";
import { usedShown } from "#app/fieldwork/mail-rules.ts";
import { addressDays, addressesUntil, eraseByDecision } from "#db/queries/erase-addresses.server.ts";
import {
  findListDoor,
  type ListDoor,
  markedByHand,
  markUndeliverable,
  removeInvitation,
  setAddressesUntil,
} from "#db/queries/invitations.server.ts";
import { countPeople, listPeople } from "#db/queries/people.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import type { peopleForm, peopleQuery } from "./mail-forms.server.ts";
import type { Membership } from "./session.server.ts";

/** A list of this study. @throws 404 for any other door */
export async function getList(study: { id: string }, slug: string | undefined): Promise<ListDoor> {
  const list = await findListDoor(db(), study.id, slug ?? "");
  if (!list) throw notFound();
  return list;
}

/** A list as its page shows it. The exact number of used links stays here. */
export async function peoplePage(list: ListDoor, query: z.infer<typeof peopleQuery>) {
  const [{ used, ...counts }, { people, more }] = await Promise.all([
    countPeople(db(), list.collectorId),
    listPeople(db(), list.collectorId, query),
  ]);
  return {
    slug: list.slug,
    name: list.name,
    ...counts,
    used: usedShown(used, counts.total),
    people: people.map((one) => ({ ...one, byHand: one.undeliverable === markedByHand })),
    more,
    page: query.page,
    search: query.search ?? "",
    until: addressesUntil({ addressesUntil: list.addressesUntil, closesAt: list.times.closesAt }),
    days: addressDays,
  };
}

/** Carries out one change to a list. @returns what to say afterwards, or the problem of a field */
export async function changeList(
  { study, account }: Pick<Membership, "study" | "account">,
  list: ListDoor,
  form: z.infer<typeof peopleForm>,
): Promise<{ done: "saved" | "changed" | "tooLate" } | { field: string; problem: string }> {
  const { commit } = connection();
  const id = list.collectorId;
  switch (form.intent) {
    case "remove": {
      const removed = await commit((trx) => removeInvitation(trx, id, form.person));
      return { done: removed ? "changed" : "tooLate" };
    }
    case "mark":
    case "unmark":
      await commit((trx) => markUndeliverable(trx, id, form.person, form.intent === "mark"));
      return { done: "changed" };
    case "until": {
      const today = dayIn(study.timeZone, new Date());
      // Never longer than the wave needs, or a year from now where that is later.
      const usual = addressesUntil({ addressesUntil: null, closesAt: list.times.closesAt });
      const year = new Date(Date.now() + 366 * 86_400_000).toISOString().slice(0, 10);
      if (form.until < today || [usual, year].every((latest) => form.until > latest))
        return { field: "until", problem: "badDay" };
      await commit((trx) => setAddressesUntil(trx, id, form.until));
      return { done: "saved" };
    }
    case "erase": {
      const now = new Date().toISOString();
      const decision = { studyId: study.id, collectorId: id, slug: list.slug, accountId: account.id, now };
      await commit((trx) => eraseByDecision(trx, decision));
      return { done: "changed" };
    }
  }
}
