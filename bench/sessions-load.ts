import { setTimeout as pause } from "node:timers/promises";
import { withdrawalCode } from "#app/fieldwork/phone-secret.server.ts";
import { Connection, textOf } from "./connection.ts";
import { unseenFields } from "./phone.ts";
import { count, type Tally } from "./tally.ts";

/** Phones that are on the last page and send it, so many a second, whether or not the server keeps up. */
export interface SendOrder {
  port: number;
  perSecond: number;
  page: string;
  body: string;
  secrets: string[];
}

export interface SendResult {
  receipts: string[];
  tally: Tally;
  /** Seconds until the last of them was answered; sent on time it would be secrets / perSecond. */
  seconds: number;
  cpuMs: number;
}

const home = "/s/demo";
/** More than any browser would open to one server, fewer than a machine allows. */
const mostConnections = 400;

export async function run({ port, perSecond, page, body, secrets }: SendOrder): Promise<SendResult> {
  const path = `${home}/${page}`;
  const result: SendResult = { receipts: [], tally: {}, seconds: 0, cpuMs: 0 };
  const free: Connection[] = [];
  let busy = 0;
  const take = () => {
    let one = free.pop();
    while (one && !one.isOpen) one = free.pop();
    return one ?? new Connection(port);
  };

  // Everybody has the last page in hand before the clock runs, as a browser would.
  const bodies = new Map<string, string>();
  const waiting = [...secrets];
  const look = async () => {
    for (let secret = waiting.pop(); secret; secret = waiting.pop()) {
      const connection = take();
      const answer = await connection.get(path, `draft=${secret}`);
      if (answer.status !== 200)
        throw new Error(`${path} answered ${answer.status}: ${textOf(answer).slice(0, 300)}`);
      bodies.set(secret, body + unseenFields(textOf(answer), body));
      free.push(connection);
    }
  };
  await Promise.all(Array.from({ length: 16 }, look));

  const cpu = process.cpuUsage();
  const start = performance.now();
  const send = async (secret: string, due: number) => {
    const connection = take();
    let outcome: string | number = "closed";
    try {
      const answer = await connection.post(path, `draft=${secret}`, bodies.get(secret) ?? body);
      const code = withdrawalCode(secret);
      const receipt = answer.status === 200 && textOf(answer).includes(code);
      if (receipt) result.receipts.push(code);
      outcome = receipt || answer.status !== 200 ? answer.status : "no receipt";
      if (connection.isOpen) free.push(connection);
    } catch {
      connection.close();
    }
    // Counted from when it should have been sent: a server that falls behind does not get to choose its moments.
    count(result.tally, "submitted", outcome, performance.now() - due);
  };
  const all: Promise<void>[] = [];
  for (let next = 0; next < secrets.length; await pause(2)) {
    const now = performance.now();
    while (next < secrets.length && start + (next * 1000) / perSecond <= now && busy < mostConnections) {
      busy++;
      all.push(
        send(secrets[next] as string, start + (next * 1000) / perSecond).finally(() => {
          busy--;
        }),
      );
      next++;
    }
  }
  await Promise.all(all);
  for (const one of free) one.close();
  const { user, system } = process.cpuUsage(cpu);
  return { ...result, seconds: (performance.now() - start) / 1000, cpuMs: (user + system) / 1000 };
}
