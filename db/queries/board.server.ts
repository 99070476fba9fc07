import type { Kysely } from "kysely";
import type { BoardCounts } from "#app/fieldwork/board-counts.ts";
import { inDoorOrder } from "#app/fieldwork/door-order.ts";
import type { Database } from "../schema.ts";
import { bucketPage } from "./columns.server.ts";
import { listStops } from "./fieldwork.server.ts";

/** Reads indexes and small tables only, never an answer: a poll every few seconds must cost next to nothing. */
export async function readBoard(db: Kysely<Database>, studyId: string): Promise<BoardCounts> {
  const waves = await db
    .selectFrom("waves")
    .select(["id", "number", "name", "version_id", "closes_at", "targets", "imported"])
    .where("study_id", "=", studyId)
    .orderBy("number", "desc")
    .execute();
  const doors = await db
    .selectFrom("collectors as c")
    .innerJoin("waves as w", "w.id", "c.wave_id")
    .where("w.study_id", "=", studyId)
    .select(["c.id", "c.wave_id", "c.slug", "c.name", "c.kind", "c.cohort", "c.expected_size"])
    .orderBy("w.number", "desc")
    .orderBy("c.slug")
    .execute();
  const known = doors.map((row) => ({
    id: row.id,
    waveId: row.wave_id,
    slug: row.slug,
    name: JSON.parse(row.name),
    kind: row.kind,
    cohort: JSON.parse(row.cohort),
    expected: row.expected_size,
  }));
  const buckets = await db
    .selectFrom("responses")
    .select(["collector_id", "received_on", "excluded", (e) => e.fn.countAll<number>().as("n")])
    .where("study_id", "=", studyId)
    .groupBy(["collector_id", "received_on", "excluded"])
    .execute();
  const withdrawn = await db
    .selectFrom("withdrawals")
    .select(["collector_id", (e) => e.fn.countAll<number>().as("n")])
    .where("study_id", "=", studyId)
    .groupBy("collector_id")
    .execute();
  const arrivals = await db
    .selectFrom("arrivals as a")
    .innerJoin("waves as w", "w.id", "a.wave_id")
    .where("w.study_id", "=", studyId)
    .select(["a.wave_id", "a.hour", "a.people"])
    .execute();
  return {
    waves: waves.map((row) => ({
      id: row.id,
      number: row.number,
      name: JSON.parse(row.name),
      versionId: row.version_id,
      closesAt: row.closes_at,
      targets: JSON.parse(row.targets),
      ...(row.imported !== null && { imported: true }),
    })),
    doors: waves.flatMap(({ id }) => inDoorOrder(known.filter(({ waveId }) => waveId === id))),
    buckets: buckets.map((one) => ({ ...one, n: Number(one.n) })),
    stops: await listStops(db, studyId),
    withdrawn: withdrawn.map((one) => ({ collectorId: one.collector_id, n: Number(one.n) })),
    arrivals: arrivals.map((one) => ({ waveId: one.wave_id, hour: one.hour, n: one.people })),
    ...(await readLists(
      db,
      doors.filter((one) => one.kind === "list").map((one) => one.id),
    )),
  };
}

/** What mail knows of the people on lists. Asks nowhere who used their link: see `ListMail`. */
async function readLists(
  db: Kysely<Database>,
  lists: string[],
): Promise<Pick<BoardCounts, "invited" | "mail">> {
  if (lists.length === 0) return { invited: [], mail: [] };
  const letters = db
    .selectFrom("mail_messages as m")
    .innerJoin("mailings as l", "l.id", "m.mailing_id")
    .select("m.invitation_id")
    .where("l.kind", "=", "invitation")
    .where("m.state", "in", ["sent", "unsure"])
    .distinct()
    .as("letter");
  const people = await db
    .selectFrom("invitations as i")
    .leftJoin(letters, "letter.invitation_id", "i.id")
    .where("i.collector_id", "in", lists)
    .select((e) => [
      "i.collector_id",
      "i.opted_out",
      e("i.undeliverable", "is not", null).as("undeliverable"),
      e("letter.invitation_id", "is not", null).as("written"),
      e.fn.countAll<number>().as("n"),
    ])
    .groupBy((e) => [
      "i.collector_id",
      "i.opted_out",
      e("i.undeliverable", "is not", null),
      e("letter.invitation_id", "is not", null),
    ])
    .execute();
  const mail = await db
    .selectFrom("mail_messages as m")
    .innerJoin("mailings as l", "l.id", "m.mailing_id")
    .where("l.collector_id", "in", lists)
    .where("l.kind", "=", "invitation")
    .select(["l.collector_id", "m.state", (e) => e.fn.countAll<number>().as("n")])
    .groupBy(["l.collector_id", "m.state"])
    .execute();
  return {
    invited: lists.map((collectorId) => {
      const here = people.filter((one) => one.collector_id === collectorId);
      const sum = (which: (one: (typeof people)[number]) => unknown) =>
        here.reduce((total, one) => total + (which(one) ? Number(one.n) : 0), 0);
      return {
        collectorId,
        invited: sum(() => true),
        mail: {
          optedOut: sum((one) => one.opted_out),
          undeliverable: sum((one) => !one.opted_out && one.undeliverable),
          unwritten: sum((one) => !one.opted_out && !one.undeliverable && !one.written),
        },
      };
    }),
    mail: mail.map((one) => ({ collectorId: one.collector_id, state: one.state, n: Number(one.n) })),
  };
}

/** How long the responses of one bucket took, as stored, a page at a time. */
export const readPageSeconds = (
  ...asked: Parameters<typeof bucketPage>
): Promise<{ id: string; page_seconds: string }[]> =>
  bucketPage(...asked)
    .select(["id", "page_seconds"])
    .execute();
