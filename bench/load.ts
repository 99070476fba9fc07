import { accountFor, accountLine, addsUp, storedReceipts } from "./account.ts";
import { apart } from "./apart.ts";
import { cpuOf } from "./cpu.ts";
import type { CrowdOrder, CrowdResult } from "./crowd.ts";
import { liftQuotas } from "./lift-quotas.ts";
import type { Section } from "./report.ts";
import { type ServerProcess, startServer } from "./server-process.ts";
import { sessions } from "./sessions.ts";
import { type Store, stores } from "./stores.ts";
import { outcomesLine, tallyHead, tallyRows } from "./tally.ts";
import { watched } from "./watched.ts";

export interface LoadOptions {
  /** classroom, hall or sessions; all of them without. */
  scenario?: string;
  /** sqlite or postgresql; without, crowds come to SQLite and sessions to both. */
  store?: string;
  seconds?: number;
  /** The classroom's two minutes in fifteen seconds. */
  fast?: boolean;
}

/** Whatever is asked for, no scenario lasts longer. */
const mostSeconds = 300;
const crowds = {
  classroom: [
    { name: "A classroom", phones: 60, garbage: 0, seed: 1000 },
    {
      name: "The same with 200 garbage requests a second from the same address",
      phones: 60,
      garbage: 200,
      seed: 2000,
    },
  ],
  hall: [{ name: "A lecture hall", phones: 600, garbage: 0, seed: 3000 }],
};
export const scenarios = ["classroom", "hall", "sessions"];

/** Crowds behind one address and many open sessions, each with an account of every receipt. Loopback only. */
export async function load({ scenario, store, seconds, fast }: LoadOptions): Promise<Section[]> {
  if (scenario && !scenarios.includes(scenario)) throw new Error(`Scenarios are ${scenarios.join(", ")}.`);
  if (store && !stores[store]) throw new Error(`Stores are ${Object.keys(stores).join(", ")}.`);
  const sections: Section[] = [];
  const chosen = (name: string) => !scenario || scenario === name;
  const crowdSeconds = Math.min(mostSeconds, seconds ?? (fast ? 15 : 120));
  const come = [...(chosen("classroom") ? crowds.classroom : []), ...(chosen("hall") ? crowds.hall : [])];
  if (come.length > 0)
    await onStore(store ?? "sqlite", async (opened) => {
      const server = await startServer(opened.url);
      await liftQuotas(opened.url);
      try {
        for (const one of come) sections.push(await crowdSection(opened, server, one, crowdSeconds));
      } finally {
        await server.stop();
      }
    });
  if (chosen("sessions"))
    for (const name of store ? [store] : Object.keys(stores))
      await onStore(name, async (opened) => {
        sections.push(await sessions(opened, Math.min(mostSeconds, seconds ?? (fast ? 5 : 15))));
      });
  return sections;
}

async function onStore(name: string, use: (store: Store) => Promise<void>): Promise<void> {
  const store = await (stores[name] as NonNullable<(typeof stores)[string]>)();
  try {
    await use(store);
  } finally {
    await store.remove();
  }
}

type Crowd = (typeof crowds)["hall"][number];

/** A crowd at a server that runs already, and whether what it was told is what is stored. */
export async function bringCrowd(url: string, server: ServerProcess, order: Omit<CrowdOrder, "port">) {
  const before = await storedReceipts(url);
  await server.watch();
  const cpu = cpuOf(server.pid);
  const result = await apart<CrowdOrder, CrowdResult>(new URL("crowd.ts", import.meta.url), {
    ...order,
    port: server.port,
  });
  const reading = await server.read();
  const account = await accountFor(url, before, result.receipts, result.senders);
  return { result, reading, account, cpuMs: cpuOf(server.pid) - cpu };
}

async function crowdSection(
  store: Store,
  server: ServerProcess,
  crowd: Crowd,
  seconds: number,
): Promise<Section> {
  const { name, phones, garbage, seed } = crowd;
  const { result, reading, account, cpuMs } = await bringCrowd(store.url, server, {
    phones,
    garbage,
    seed,
    seconds,
  });
  const right = addsUp(account) && result.receipts.length === phones;
  return {
    title: `${name}: ${phones} phones, one address, ${seconds} s, a quarter of them sending twice (${store.name})`,
    head: tallyHead,
    rows: tallyRows(result.tally),
    notes: [
      `${result.receipts.length} of ${phones} phones have their receipt after ${result.seconds.toFixed(1)} s.`,
      ...result.failures.slice(0, 5).map((failure) => `FAILED: ${failure.slice(0, 200)}`),
      ...(garbage > 0 ? [`What became of the garbage: ${outcomesLine(result.garbage)}.`] : []),
      `CPU of the server: ${(cpuMs / phones).toFixed(1)} ms per phone${garbage > 0 ? ", garbage included" : ""}.`,
      watched(reading),
      accountLine(account),
    ],
    figures: {
      ...crowd,
      seconds,
      result: { ...result, receipts: result.receipts.length, senders: result.senders.length },
      reading,
      account,
      problems: right ? [] : ["receipts"],
    },
  };
}
