import { templates } from "#app/instrument/templates/index.ts";
import { Connection } from "./connection.ts";
import { Phone } from "./phone.ts";
import { type Journey, journeyOf } from "./student.ts";

/** Sends journeys to 127.0.0.1 until its time is over, and finishes those under way. */
export interface Order {
  port: number;
  clients: number;
  seconds: number;
  /** Also save each page once while it is being filled in, as a phone with JavaScript does after a pause. */
  saving: boolean;
}

export interface Result {
  /** Journeys that ended with a receipt carrying this phone's own withdrawal code. */
  receipts: number;
  requests: number;
  seconds: number;
  /** Milliseconds from the tap until all of the next page is there, by the page it is sent from. */
  waits: Record<string, number[]>;
  /** CPU of this process, in ms. */
  cpuMs: number;
}

/** Whatever the speed, never more than this. */
const mostJourneys = 20_000;

const students = Array.from({ length: 300 }, (_, seed) => journeyOf(templates["oneplusx-student"](), seed));

export async function run({ port, clients, seconds, saving }: Order): Promise<Result> {
  const result: Result = { receipts: 0, requests: 0, seconds: 0, waits: {}, cpuMs: 0 };
  const notes = {
    request() {
      result.requests++;
    },
    tap(page: string, ms: number) {
      result.waits[page] ??= [];
      result.waits[page].push(ms);
    },
  };
  const start = performance.now();
  const cpu = process.cpuUsage();
  let begun = 0;
  const phones = Array.from({ length: clients }, async (_, number) => {
    const phone = new Phone(port, notes);
    if (number === 0) await checkedJourney(port, students[0] as Journey, notes).then(() => result.receipts++);
    while (performance.now() - start < seconds * 1000 && begun < mostJourneys) {
      await phone.answer(students[begun++ % students.length] as Journey, { saving });
      result.receipts++;
    }
    phone.close();
  });
  await Promise.all(phones);
  const { user, system } = process.cpuUsage(cpu);
  return { ...result, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
}

/**
 * One journey with every page read: the questions are on it, and the styles and scripts it names are there. Phones
 * keep those files afterwards, so they are not part of the load.
 */
async function checkedJourney(port: number, journey: Journey, notes: ConstructorParameters<typeof Phone>[1]) {
  const files = new Connection(port);
  const steps = [...journey.steps];
  const page = async (path: string, html: string) => {
    for (const [, file = ""] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const { status } = await files.get(file, "");
      if (status !== 200) throw new Error(`${file} on ${path} answered ${status}.`);
    }
    const step = path.endsWith(`/${steps[0]?.page}`) ? steps.shift() : undefined;
    for (const code of step?.asked ?? [])
      if (!html.includes(`name="${code}"`)) throw new Error(`${code} is missing on ${path}.`);
  };
  const phone = new Phone(port, { ...notes, page });
  await phone.answer(journey);
  if (steps.length > 0) throw new Error(`${steps.length} pages were never shown.`);
  phone.close();
  files.close();
}
