import { monitorEventLoopDelay } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { sql } from "kysely";
import { usualThresholds } from "#app/fieldwork/quality-flags.ts";
import { countPlan, judgeRows } from "#app/http/counting.server.ts";
import { buildColumns, type Columns } from "#app/results/columns.ts";
import { countWith } from "#app/results/counting.ts";
import { cutOf } from "#app/results/cut.ts";
import type { Filter } from "#app/results/filter.ts";
import { buildView, comparison, viewing } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { judging } from "#app/results/suspects.ts";
import { connect } from "#db/connect.server.ts";
import { migrateToLatest } from "#db/migrate.server.ts";
import { seedScale } from "#db/seed.server.ts";
import { around, censusColumns, population } from "./population.ts";
import { against, ms, type Section } from "./report.ts";
import { startUps } from "./start-up.ts";
import { stores } from "./stores.ts";

/** Students of the two cohorts the literature counts: 16.03 and 13.12 million. */
const census = 29_150_000;
const goals: Record<number, number> = { 1000000: 100, [census]: 1000 };

const filters: Filter[] = [
  {},
  { BG09: ["site"] },
  { BG01: ["hvc"], BG07: ["inter"] },
  { BG09: ["site"], BG03: ["53"], BG08: ["2021", "2022"] },
];
const policy = staffPolicy(5);

interface Times {
  rows: number;
  buildMs: number;
  /** One per filter, and two groups side by side. */
  viewMs: number[];
  /** Of the whole process, all threads, for one view. */
  cpuMs: number[];
  compareMs: number;
  /** The longest the thread that serves students was held while counting. */
  heldMs: number;
  bytesPerRow: number;
  /** Of the whole process, while its numbers were asked for and suspects judged. */
  residentBytes: number;
  judgeMs: number;
}

/**
 * Any cut of the data in memory, from a thousand respondents to a census: the numbers of the whole dashboard behind the
 * gate, counted in threads; and the same counts by plain SQL GROUP BY, as everybody else would do it.
 */
export async function results(options: { census: boolean; most: number }): Promise<Section[]> {
  const { most } = options;
  const upTo = (sizes: number[]) => sizes.filter((rows) => rows <= most);
  const times: Times[] = [];
  for (const rows of [...upTo([1000, 10_000, 100_000, 1_000_000]), ...(options.census ? [census] : [])])
    times.push(await measure(rows));
  const peers = [];
  for (const rows of upTo([10_000, 100_000])) {
    peers.push(await bySql("sqlite", rows));
    peers.push(await bySql("postgresql", rows));
  }
  const starting = await startUps(most);
  return [
    {
      title: "Any filter plus the whole dashboard's numbers",
      head: [
        "respondents",
        "all",
        "1 condition",
        "2",
        "3",
        "CPU, all",
        "CPU, 3",
        "two groups",
        "goal",
        "",
        "thread held",
        "build",
        "per row",
        "process",
        "suspects",
      ],
      rows: times.map((one) => {
        const slowest = Math.max(...one.viewMs);
        const goal = goals[one.rows];
        return [
          one.rows.toLocaleString("en"),
          ...one.viewMs.map(ms),
          ms(one.cpuMs[0]!),
          ms(one.cpuMs.at(-1)!),
          ms(one.compareMs),
          goal ? `${goal} ms` : "",
          goal ? against(slowest, goal, "less") : "",
          ms(one.heldMs),
          `${(one.buildMs / 1000).toFixed(1)} s`,
          // Below, what else the process keeps is more than the rows.
          one.rows < 100_000 ? "" : `${Math.round(one.bytesPerRow)} B`,
          `${(one.residentBytes / 2 ** 30).toFixed(2)} GiB`,
          `${(one.judgeMs / 1000).toFixed(1)} s`,
        ];
      }),
      notes: [
        "ms, median of five, gate included. Build: from stored JSON to packed columns, the reading from disk not counted.",
        "Per row: growth of the process's memory by what is kept of one respondent, ids included. The census is joined from blocks.",
        "Process: resident memory at most while suspects are judged, in a thread beside; goal for a census: 4 GB.",
      ],
      figures: times,
    },
    {
      title: "The same counts by SQL: GROUP BY over every answer",
      head: ["", "SQL, ms", "columns, ms", "ratio", "counts equal"],
      rows: peers.map((one) => [
        `${one.rows.toLocaleString("en")}, ${one.store}`,
        ms(one.sqlMs),
        ms(one.columnsMs),
        `${Math.round(one.sqlMs / one.columnsMs)} : 1`,
        one.equal ? `yes, ${one.compared}` : "NO",
      ]),
      notes: ["SQL only counts; the columns' time includes themes, reliability, intervals and the gate."],
      figures: peers,
    },
    starting,
  ];
}

async function measure(rows: number): Promise<Times> {
  collectGarbage();
  const before = memory();
  const start = performance.now();
  const columns = rows === census ? censusColumns(rows) : buildColumns(around(), population(rows));
  const buildMs = performance.now() - start;
  collectGarbage();
  const bytesPerRow = (memory() - before) / rows;
  const view = (filter: Filter) => countWith(viewing(cutOf(columns, filter, policy)), countPlan);
  const two = () =>
    countWith(comparison(columns, { BG09: ["site"] }, { BG09: ["remote"] }, policy), countPlan);
  await view({});
  const viewMs: number[] = [];
  const cpuMs: number[] = [];
  for (const filter of filters) {
    const used = process.cpuUsage();
    viewMs.push(await median(() => view(filter)));
    const { user, system } = process.cpuUsage(used);
    cpuMs.push((user + system) / 1000 / repeats);
  }
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const compareMs = await median(two);
  for (const filter of filters) await view(filter);
  delay.disable();
  const judged = performance.now();
  const sampling = setInterval(() => {
    residentBytes = Math.max(residentBytes, process.memoryUsage().rss);
  }, 100);
  let residentBytes = process.memoryUsage().rss;
  await judgeRows(judging(columns, usualThresholds));
  clearInterval(sampling);
  const judgeMs = performance.now() - judged;
  const heldMs = delay.max / 1e6;
  return { rows, buildMs, viewMs, cpuMs, compareMs, heldMs, bytesPerRow, residentBytes, judgeMs };
}

/** Node offers it only where it was started so. */
function collectGarbage() {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

const memory = () => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
};

/** How often everything is measured. */
const repeats = 5;

async function median(run: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < repeats; time++) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[2]!;
}

/** One query for all items: every answer of every response unnested and grouped. */
async function bySql(name: "sqlite" | "postgresql", rows: number) {
  const store = await stores[name]!();
  const connection = connect(store.url);
  try {
    await migrateToLatest(connection);
    await seedScale(connection, rows);
    await sql`analyze`.execute(connection.db);
    const each =
      name === "sqlite"
        ? sql`select key as item, value as answer, count(*) as n from responses, json_each(answers)
              where excluded = 0 group by 1, 2`
        : sql`select key as item, value as answer, count(*) as n from responses, json_each_text(answers::json)
              where excluded = 0 group by 1, 2`;
    let found: { item: string; answer: unknown; n: number }[] = [];
    const sqlMs = await median(async () => {
      found = (await each.execute(connection.db)).rows as typeof found;
    });
    const stored = await connection.db
      .selectFrom("responses")
      .select(["id", "collector_id", "language", "received_on", "excluded", "answers", "words", "quality"])
      .execute();
    const columns = buildColumns({ ...around(), cohorts: new Map() }, stored);
    const columnsMs = await median(async () => countWith(viewing(cutOf(columns, {}, policy)), countPlan));
    return { store: store.name, rows, sqlMs, columnsMs, ...compare(columns, found) };
  } finally {
    await connection.close();
    await store.remove();
  }
}

/** Every point of every statement, by SQL and by columns. */
function compare(columns: Columns, found: { item: string; answer: unknown; n: number }[]) {
  const counted = new Map(found.map((one) => [`${one.item} ${one.answer}`, Number(one.n)]));
  let compared = 0;
  let equal = true;
  const view = buildView(columns, {}, policy);
  for (const { code, result } of view.themes.flatMap((theme) => theme.items)) {
    if (!result.shown) continue;
    for (const { value, share } of result.points) {
      compared++;
      if (
        typeof share !== "number" ||
        Math.round(share * result.n) !== (counted.get(`${code} ${value}`) ?? 0)
      )
        equal = false;
    }
  }
  return { compared, equal };
}
