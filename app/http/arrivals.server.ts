import { hourIn } from "#app/fieldwork/door.ts";
import { type Arrival, recordArrivals } from "#db/queries/arrivals.server.ts";
import { connection } from "./db.server.ts";

// Counted here and written once a minute: a counter that every submission changes would make them queue for it.
const waiting = new Map<string, Arrival>();

/** Notes that an answer of this wave came in, at this hour of the day in the study's time zone. */
export function countArrival(waveId: string, timeZone: string, now: Date): void {
  const hour = hourIn(timeZone, now);
  const key = `${waveId} ${hour}`;
  const known = waiting.get(key) ?? { waveId, hour, people: 0 };
  known.people++;
  waiting.set(key, known);
}

/** Writes what was counted; what could not be written is counted again. */
export async function writeArrivals(): Promise<void> {
  if (waiting.size === 0) return;
  const arrivals = [...waiting.values()];
  waiting.clear();
  try {
    await connection().commit((trx) => recordArrivals(trx, arrivals));
  } catch (error) {
    for (const one of arrivals) {
      const key = `${one.waveId} ${one.hour}`;
      waiting.set(key, { ...one, people: one.people + (waiting.get(key)?.people ?? 0) });
    }
    throw error;
  }
}
