import { type ExpressionBuilder, type Kysely, sql } from "kysely";
import type { Database } from "../schema.ts";

/** What staff may know of one person: how mail to them went, never whether they answered. */
export type PersonState = "new" | "waiting" | "invited" | "failed" | "optedOut" | "undeliverable";

export interface Person {
  id: string;
  email: string;
  name: string | null;
  language: string;
  state: PersonState;
  /** What the mail server said. */
  undeliverable: string | null;
  /** Whether anything that could carry a link has left; until then they can be taken off the list. */
  written: boolean;
}

type WithPeople = Database & { i: Database["invitations"] };
// Asked for the whole list at once: asked person by person it would be read anew for each of thousands.
const mailed =
  (collectorId: string, ...states: Database["mail_messages"]["state"][]) =>
  (e: ExpressionBuilder<WithPeople, "i">) =>
    e(
      "i.id",
      "in",
      e
        .selectFrom("mail_messages as m")
        .innerJoin("mailings as g", "g.id", "m.mailing_id")
        .select("m.invitation_id")
        .where("g.collector_id", "=", collectorId)
        // Letters of a reminder would tell who had not answered by then.
        .where("g.kind", "=", "invitation")
        .where("m.state", "in", states),
    );

/** The state of one person in SQL: what they asked for comes before what the mail did. */
const state = (e: ExpressionBuilder<WithPeople, "i">, collectorId: string) =>
  e
    .case()
    .when("i.opted_out", "=", 1)
    .then<PersonState>("optedOut")
    .when("i.undeliverable", "is not", null)
    .then<PersonState>("undeliverable")
    .when(mailed(collectorId, "sent", "unsure")(e))
    .then<PersonState>("invited")
    .when(mailed(collectorId, "queued", "sending")(e))
    .then<PersonState>("waiting")
    .when(mailed(collectorId, "failed", "refused")(e))
    .then<PersonState>("failed")
    .else<PersonState>("new")
    .end();

export interface ListCounts {
  total: number;
  states: Record<PersonState, number>;
  /** Links used, of the whole list. Exact: only for `usedShown`, never for a page. */
  used: number;
  /** Whether names and addresses are still there. */
  addresses: number;
}

/** How a list stands. */
export async function countPeople(db: Kysely<Database>, collectorId: string): Promise<ListCounts> {
  const rows = await db
    .selectFrom(
      db
        .selectFrom("invitations as i")
        .where("i.collector_id", "=", collectorId)
        .select((e) => [
          state(e as never, collectorId).as("state"),
          sql<number>`case when i.spent_by is null then 0 else 1 end`.as("used"),
          sql<number>`case when i.email is null then 0 else 1 end`.as("address"),
        ])
        .as("p"),
    )
    .groupBy("p.state")
    .select((e) => ["p.state", e.fn.countAll<number>().as("n"), e.fn.sum<number>("p.used").as("used")])
    .select((e) => e.fn.sum<number>("p.address").as("addresses"))
    .execute();
  const states: Record<PersonState, number> = {
    new: 0,
    waiting: 0,
    invited: 0,
    failed: 0,
    optedOut: 0,
    undeliverable: 0,
  };
  const counts: ListCounts = { total: 0, states, used: 0, addresses: 0 };
  for (const row of rows) {
    states[row.state as PersonState] += Number(row.n);
    counts.total += Number(row.n);
    counts.used += Number(row.used);
    counts.addresses += Number(row.addresses);
  }
  return counts;
}

export const peoplePerPage = 50;

/** One page of a list by address, with who matches `search` in address or name. @param page from 1 */
export async function listPeople(
  db: Kysely<Database>,
  collectorId: string,
  { search = "", page = 1 }: { search?: string | undefined; page?: number },
): Promise<{ people: Person[]; more: boolean }> {
  const pattern = `%${search
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await db
    .selectFrom("invitations as i")
    .where("i.collector_id", "=", collectorId)
    .where("i.email", "is not", null)
    .$if(search.trim() !== "", (query) =>
      query.where(
        sql<boolean>`(lower(i.email) like ${pattern} escape '\\' or lower(i.name) like ${pattern} escape '\\')`,
      ),
    )
    .select(["i.id", "i.email", "i.name", "i.language", "i.undeliverable"])
    .select((e) => [state(e as never, collectorId).as("state")])
    .orderBy("i.email")
    .limit(peoplePerPage + 1)
    .offset((page - 1) * peoplePerPage)
    .execute();
  const shown = rows.slice(0, peoplePerPage);
  if (shown.length === 0) return { people: [], more: false };
  const linked = await db
    .selectFrom("invitation_links")
    .where(
      "invitation_id",
      "in",
      shown.map((row) => row.id),
    )
    .select("invitation_id")
    .execute();
  const written = new Set(linked.map((row) => row.invitation_id));
  return {
    people: shown.map((row) => ({
      id: row.id,
      email: String(row.email),
      name: row.name,
      language: row.language,
      state: row.state as PersonState,
      undeliverable: row.undeliverable,
      written: written.has(row.id) || row.state === "invited",
    })),
    more: rows.length > peoplePerPage,
  };
}
