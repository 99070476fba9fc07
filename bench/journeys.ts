import { connect } from "#db/connect.server.ts";
import { apart } from "./apart.ts";
import { cpuOf } from "./cpu.ts";
import type { Order, Result } from "./journeys-load.ts";
import { liftQuotas } from "./lift-quotas.ts";
import { against, ms, quantile, type Section } from "./report.ts";
import { startServer } from "./server-process.ts";
import { type Store, stores } from "./stores.ts";

/** Two cores; the incumbent (LimeSurvey) measured on the same kind of machine: 4.3 a second, 440 ms of CPU. */
const goals = { perSecond: 215, cpuMs: 8 };
const loads = [
  { clients: 1, saving: false },
  { clients: 8, saving: false },
  { clients: 32, saving: false },
  { clients: 8, saving: true },
];

interface Cell {
  store: string;
  clients: number;
  saving: boolean;
  journeys: number;
  perSecond: number;
  requestsPerJourney: number;
  /** Milliseconds from the tap to the whole next page, over all pages. */
  p50: number;
  p95: number;
  p99: number;
  p95ByPage: Record<string, number>;
  serverCpuMs: number;
  databaseCpuMs: number;
  loadCpuMs: number;
}

const loader = new URL("journeys-load.ts", import.meta.url);

/** Whole journeys, from the letter to the receipt, with every receipt looked up in the database afterwards. */
export async function journeys(options: {
  seconds: number;
  store?: string;
  clients?: number;
}): Promise<Section> {
  const cells: Cell[] = [];
  const notes: string[] = [];
  const chosen = loads.filter(({ clients }) => !options.clients || clients === options.clients);
  for (const [key, open] of Object.entries(stores)) {
    if (options.store && options.store !== key) continue;
    const store = await open();
    try {
      notes.push(await measureStore(store, options.seconds, chosen, cells));
    } finally {
      await store.remove();
    }
  }
  return {
    title: "Whole journeys: letter, consent, every page of the survey, receipt",
    head: [
      "",
      "journeys/s",
      `goal ${goals.perSecond}`,
      "requests",
      "p50 ms",
      "p95",
      "p99",
      "slowest page p95",
      "server CPU ms",
      `goal ${goals.cpuMs}`,
      "database CPU ms",
    ],
    rows: cells.map((cell) => [
      `${cell.store}, ${cell.clients} ${cell.clients === 1 ? "client" : "clients"}${cell.saving ? ", saving as they go" : ""}`,
      cell.perSecond.toFixed(1),
      cell.clients === 1 ? "one phone" : against(cell.perSecond, goals.perSecond, "more"),
      cell.requestsPerJourney.toFixed(1),
      ms(cell.p50),
      ms(cell.p95),
      ms(cell.p99),
      slowest(cell.p95ByPage),
      cell.serverCpuMs.toFixed(2),
      against(cell.serverCpuMs, goals.cpuMs, "less"),
      cell.databaseCpuMs === 0 ? "in the server" : cell.databaseCpuMs.toFixed(2),
    ]),
    notes: [
      "p50, p95, p99: from the tap until all of the next page is there (the form and the page it leads to).",
      "CPU is per journey. The load runs on the same cores, so journeys a second are lower than a server alone would give.",
      ...notes,
    ],
    figures: cells,
  };
}

async function measureStore(
  store: Store,
  seconds: number,
  chosen: typeof loads,
  cells: Cell[],
): Promise<string> {
  const server = await startServer(store.url);
  let receipts = 0;
  try {
    const before = await countRows(store.url);
    await liftQuotas(store.url);
    const load = async (clients: number, forSeconds: number, saving: boolean) => {
      const result = await apart<Order, Result>(loader, {
        port: server.port,
        clients,
        seconds: forSeconds,
        saving,
      });
      receipts += result.receipts;
      return result;
    };
    await load(8, Math.min(4, seconds), false);
    for (const { clients, saving } of chosen) {
      const [cpu, databaseCpu] = [cpuOf(server.pid), store.cpu()];
      const result = await load(clients, seconds, saving);
      const used = { server: cpuOf(server.pid) - cpu, database: store.cpu() - databaseCpu };
      cells.push(cellOf(store.name, clients, saving, result, used));
    }
    const rows = (await countRows(store.url)) - before;
    if (rows !== receipts) throw new Error(`${receipts} receipts were given for ${rows} stored responses.`);
    return `${store.name}: ${receipts.toLocaleString("en")} receipts, each with its own code, and as many new rows.`;
  } finally {
    await server.stop();
  }
}

async function countRows(url: string): Promise<number> {
  const connection = connect(url);
  try {
    const row = await connection.db
      .selectFrom("responses")
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  } finally {
    await connection.close();
  }
}

function cellOf(
  store: string,
  clients: number,
  saving: boolean,
  result: Result,
  used: { server: number; database: number },
): Cell {
  const all = Object.values(result.waits).flat();
  return {
    store,
    clients,
    saving,
    journeys: result.receipts,
    perSecond: result.receipts / result.seconds,
    requestsPerJourney: result.requests / result.receipts,
    p50: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    p99: quantile(all, 0.99),
    p95ByPage: Object.fromEntries(
      Object.entries(result.waits).map(([page, waits]) => [page, quantile(waits, 0.95)]),
    ),
    serverCpuMs: used.server / result.receipts,
    databaseCpuMs: used.database / result.receipts,
    loadCpuMs: result.cpuMs / result.receipts,
  };
}

function slowest(byPage: Record<string, number>): string {
  const [page, value] = Object.entries(byPage).sort((a, b) => b[1] - a[1])[0] ?? ["–", Number.NaN];
  return `${page} ${ms(value)}`;
}
