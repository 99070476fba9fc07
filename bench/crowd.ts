import { setTimeout as pause } from "node:timers/promises";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { randomFrom } from "#app/instrument/order.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { sendGarbage } from "./garbage.ts";
import { Phone } from "./phone.ts";
import { journeyOf } from "./student.ts";
import { count, type Tally } from "./tally.ts";

/** A class behind one address, asked to take out its phones. */
export interface CrowdOrder {
  port: number;
  phones: number;
  /** All of them arrive within the first part of this time and are done at its end, if the server keeps up. */
  seconds: number;
  /** Requests a second from the same address that are none. */
  garbage: number;
  seed: number;
}

export interface CrowdResult {
  /** What each phone that got its receipt was told. */
  receipts: string[];
  /** The codes of all phones, also of those that got none. */
  senders: string[];
  failures: string[];
  tally: Tally;
  garbage: Record<string, number>;
  seconds: number;
}

/** A student reads and taps about this long on a page when a class has the usual two minutes. */
const usual = { seconds: 120, thinkMs: 2000 };

export async function run({ port, phones, seconds, garbage, seed }: CrowdOrder): Promise<CrowdResult> {
  const instrument = templates["oneplusx-student"]();
  const random = randomFrom(seed);
  const result: CrowdResult = { receipts: [], senders: [], failures: [], tally: {}, garbage: {}, seconds: 0 };
  const stop = new AbortController();
  const nuisance = garbage > 0 ? sendGarbage(port, garbage, stop.signal) : undefined;
  const start = performance.now();
  const thinkMs = (usual.thinkMs * seconds) / usual.seconds;
  const students = Array.from({ length: phones }, (_, number) => ({
    journey: journeyOf(instrument, seed + number),
    arrivesMs: random() * seconds * 1000 * 0.7,
    // A quarter sends the last page twice: half of these by a double tap, half because they did not believe the receipt.
    twice: number % 4 !== 0 ? undefined : number % 8 === 0 ? ("together" as const) : ("after" as const),
  }));
  await Promise.all(
    students.map(async ({ journey, arrivesMs, twice }) => {
      await pause(arrivesMs);
      const phone = new Phone(port, {
        request: (kind, status, took) => count(result.tally, kind, status, took),
      });
      const think = () => pause(thinkMs * (0.5 + random()));
      await phone.answer(journey, { think, twice }).then(
        (code) => result.receipts.push(code),
        (error: Error) => result.failures.push(error.message),
      );
      result.senders.push(withdrawalCode(phone.secret));
      phone.close();
    }),
  );
  result.seconds = (performance.now() - start) / 1000;
  stop.abort();
  result.garbage = (await nuisance) ?? {};
  return result;
}
