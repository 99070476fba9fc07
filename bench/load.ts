import { newSecret, withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { templates } from "#app/instrument/templates/index.ts";
import { type Answer, Connection, textOf } from "./connection.ts";
import { type Journey, journeyOf, type Step } from "./student.ts";

/**
 * The load: a process of its own, so that what the phones cost is not counted as the server's work. Sends journeys
 * to 127.0.0.1 until its time is over, finishes those under way, and reports to the process that forked it.
 */
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

const home = "/s/demo";
/** Whatever the speed, never more than this. */
const mostJourneys = 20_000;

const instrument = templates["oneplusx-student"]();
const students = Array.from({ length: 300 }, (_, seed) => journeyOf(instrument, seed));

class Phone {
  readonly #connection: Connection;
  readonly #result: Result;
  #cookie = "";

  constructor(port: number, result: Result) {
    this.#connection = new Connection(port);
    this.#result = result;
  }

  close() {
    this.#connection.close();
  }

  /** @param check whether to unpack and read every page instead of only the receipt */
  async answer(journey: Journey, saving: boolean, check: boolean) {
    const secret = newSecret();
    this.#cookie = "";
    const landing = await this.#get("landing", home);
    expectThat(landing.status === 200, "the letter", landing);
    if (check) await this.#styles(textOf(landing));
    let shown = await this.#tap("consent", home, `${journey.consent}&secret=${secret}&go=start`);
    for (const step of journey.steps) {
      const path = `${home}/${step.page}`;
      expectThat(shown.to === path && shown.answer.status === 200, path, shown.answer);
      if (check) expectQuestions(step, shown.answer);
      if (saving) {
        const saved = await this.#post(path, step.body.replace(/go=next$/, "go=save"));
        expectThat(saved.status === 204, `saving ${path}`, saved);
      }
      shown = await this.#tap(step.page, path, step.body);
    }
    const code = withdrawalCode(secret);
    expectThat(shown.answer.status === 200 && textOf(shown.answer).includes(code), "a receipt", shown.answer);
    this.#result.receipts++;
  }

  /** Sends a form and follows where it leads, as a browser does. */
  async #tap(page: string, path: string, body: string): Promise<{ to: string; answer: Answer }> {
    const start = performance.now();
    let answer = await this.#post(path, body);
    let to = path;
    if (answer.status === 303) {
      to = answer.location;
      if (answer.cookie) this.#cookie = answer.cookie;
      this.#result.requests++;
      answer = await this.#connection.get(to, this.#cookie);
    }
    this.#waited(page, start);
    return { to, answer };
  }

  async #get(page: string, path: string): Promise<Answer> {
    const start = performance.now();
    this.#result.requests++;
    const answer = await this.#connection.get(path, this.#cookie);
    this.#waited(page, start);
    return answer;
  }

  #post(path: string, body: string): Promise<Answer> {
    this.#result.requests++;
    return this.#connection.post(path, this.#cookie, body);
  }

  #waited(page: string, start: number) {
    const waits = this.#result.waits;
    waits[page] ??= [];
    waits[page].push(performance.now() - start);
  }

  /** Stylesheet and script must be there; they are then kept by the phone, so they are not part of the load. */
  async #styles(html: string) {
    for (const [, path = ""] of html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
      const file = await this.#connection.get(path, "");
      expectThat(file.status === 200, path, file);
    }
  }
}

function expectQuestions(step: Step, answer: Answer) {
  const html = textOf(answer);
  for (const code of step.asked)
    expectThat(html.includes(`name="${code}"`), `${code} on ${step.page}`, answer);
}

function expectThat(right: boolean, what: string, answer: Answer) {
  if (right) return;
  throw new Error(
    `Expected ${what}, got ${answer.status} ${answer.location}\n${textOf(answer).slice(0, 500)}`,
  );
}

async function run({ port, clients, seconds, saving }: Order): Promise<Result> {
  const result: Result = { receipts: 0, requests: 0, seconds: 0, waits: {}, cpuMs: 0 };
  const start = performance.now();
  const cpu = process.cpuUsage();
  let begun = 0;
  const phones = Array.from({ length: clients }, async (_, number) => {
    const phone = new Phone(port, result);
    for (let round = 0; performance.now() - start < seconds * 1000 && begun < mostJourneys; round++) {
      const student = students[begun++ % students.length] as Journey;
      await phone.answer(student, saving, number === 0 && round === 0);
    }
    phone.close();
  });
  await Promise.all(phones);
  const { user, system } = process.cpuUsage(cpu);
  return { ...result, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
}

process.on("message", (order: Order) => {
  run(order).then(
    (result) => process.send?.({ result }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
