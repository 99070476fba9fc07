import { parseArgs } from "node:util";
import { ensureBuild } from "../scripts/lib/build.mjs";
import { describeMachine, machineLine } from "./machine.ts";
import { asMarkdown, asText, type Section } from "./report.ts";

const usage = `npm run bench -- [student] [journeys] [dashboard] [brief] [load] [results] [options]

  Without a part: all but "load" (eight minutes) and "results" (ten), about four minutes on a quiet machine.
  --json | --markdown   instead of the table
  --seconds 8           how long each load of "journeys" lasts, or each scenario of "load"
  --store sqlite        "journeys" or "load" on one database only (or postgresql)
  --clients 8           "journeys" at one load only (1, 8 or 32)
  --scenario classroom  "load": only this (or hall, or sessions)
  --census              "results": 29,150,000 respondents as well, ten minutes and 3 GB more
  --most <n>            "results": nothing beyond so many respondents, to see that it works
  --fast                "load": the two minutes of a classroom in fifteen seconds
`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    markdown: { type: "boolean" },
    help: { type: "boolean" },
    seconds: { type: "string" },
    store: { type: "string" },
    clients: { type: "string" },
    scenario: { type: "string" },
    fast: { type: "boolean" },
    census: { type: "boolean" },
    most: { type: "string" },
  },
});

/** Loaded when asked for: a part's own imports must not warm up another. */
const parts: Record<string, () => Promise<Section | Section[]>> = {
  student: async () => (await import("./pages.ts")).pages(),
  journeys: async () =>
    (await import("./journeys.ts")).journeys({
      seconds: Math.min(60, Number(options.seconds ?? 8)),
      ...(options.store ? { store: options.store } : {}),
      ...(options.clients ? { clients: Number(options.clients) } : {}),
    }),
  dashboard: async () => (await import("./dashboard.ts")).dashboard(),
  brief: async () => (await import("./brief.ts")).brief(),
  results: async () =>
    (await import("./results.ts")).results({
      census: options.census === true,
      most: Number(options.most ?? 1_000_000),
    }),
  load: async () =>
    (await import("./load.ts")).load({
      ...(options.scenario ? { scenario: options.scenario } : {}),
      ...(options.store ? { store: options.store } : {}),
      ...(options.seconds ? { seconds: Number(options.seconds) } : {}),
      ...(options.fast ? { fast: true } : {}),
    }),
};
const usual = Object.keys(parts).filter((name) => name !== "load" && name !== "results");

const unknown = positionals.filter((name) => !parts[name]);
if (options.help || unknown.length > 0) {
  process.stdout.write(usage);
  process.exit(unknown.length > 0 ? 1 : 0);
}

// Whatever ends the run, the servers it started end with it (server-process.ts).
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

const machine = describeMachine();
const quiet = options.json || options.markdown;
const print = process.stdout.write;
// A line of progress is no part of a report that a program reads.
if (quiet) process.stdout.write = process.stderr.write.bind(process.stderr);
await ensureBuild();
process.stdout.write = print;
if (!quiet) process.stdout.write(`\n${machineLine(machine)}\n\n`);
const sections: Section[] = [];
for (const name of positionals.length > 0 ? positionals : usual) {
  const made = [await parts[name]?.()].flat().filter((one) => one !== undefined);
  sections.push(...made);
  if (!quiet) for (const section of made) process.stdout.write(`${asText(section)}\n`);
}
// A load whose receipts do not add up is a failure, not a figure.
if (sections.some(({ figures }) => (figures as { problems?: string[] })?.problems?.length))
  process.exitCode = 1;
if (options.markdown) {
  process.stdout.write(`${machineLine(machine)}\n\n${sections.map(asMarkdown).join("\n")}`);
}
if (options.json) {
  const report = sections.map(({ title, figures, notes }) => ({ title, figures, notes }));
  process.stdout.write(`${JSON.stringify({ machine, at: new Date().toISOString(), report }, null, 2)}\n`);
}
