import type { Kysely } from "kysely";
import type { Database } from "../schema.ts";

/** How many answers of a wave came in an hour of the day (0–23, in the study's time zone), over all its days. */
export interface Arrival {
  waveId: string;
  hour: number;
  people: number;
}

/** Adds to what is counted. Call inside a transaction. */
export async function recordArrivals(trx: Kysely<Database>, arrivals: readonly Arrival[]): Promise<void> {
  // In one order everywhere, so that two servers never wait for each other.
  const sorted = [...arrivals].sort((a, b) =>
    a.waveId === b.waveId ? a.hour - b.hour : a.waveId < b.waveId ? -1 : 1,
  );
  for (const { waveId, hour, people } of sorted) {
    await trx
      .insertInto("arrivals")
      .values({ wave_id: waveId, hour, people })
      .onConflict((conflict) =>
        conflict
          .columns(["wave_id", "hour"])
          .doUpdateSet((e) => ({ people: e("arrivals.people", "+", people) })),
      )
      .execute();
  }
}

/** The arrivals of a study by wave and hour; hours without any are missing. */
export async function listArrivals(db: Kysely<Database>, studyId: string): Promise<Arrival[]> {
  return db
    .selectFrom("arrivals as a")
    .innerJoin("waves as w", "w.id", "a.wave_id")
    .where("w.study_id", "=", studyId)
    .select(["a.wave_id as waveId", "a.hour", "a.people"])
    .orderBy("a.wave_id")
    .orderBy("a.hour")
    .execute();
}
