import { parseArgs } from "node:util";
import { ensureBuild } from "../../scripts/lib/build.mjs";
import seedOnce from "../seeded-database.ts";
import { type Fault, type Length, NotHere } from "./fault.ts";
import { faults } from "./list.ts";

/**
 * `npm run test:faults [-- --only kill,power --rounds 20 --long]`: breaks what can break, on this machine only, and
 * accounts for every acknowledgement. Ends with 1 if a promise was broken, or if a test could not have noticed.
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string" },
    long: { type: "boolean", default: false },
    short: { type: "boolean", default: false },
  },
});
const names = faults.map(({ fault }) => fault.name);
const only = values.only?.split(",") ?? names;
const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
const unknown = only.filter((name) => !names.includes(name));
if (unknown.length > 0 || (rounds !== undefined && !(rounds >= 1 && rounds <= 10_000))) {
  console.error(`--only takes some of ${names.join(",")}; --rounds a number from 1 to 10000.`);
  process.exit(2);
}
const length: Length = values.long ? "long" : values.short ? "short" : "full";

interface Row {
  name: string;
  means: string;
  outcome: "held" | "BROKEN" | "not here";
  seconds: number;
}

async function tryOne(fault: Fault, means: string): Promise<Row> {
  const started = performance.now();
  const row = (outcome: Row["outcome"]): Row => ({
    name: fault.name,
    means,
    outcome,
    seconds: Math.round((performance.now() - started) / 1000),
  });
  try {
    const { told, losses } = await fault.run(length, rounds);
    console.log(`${fault.name}: ${told}.`);
    for (const loss of losses) console.log(`  BROKEN: ${loss}`);
    return row(losses.length === 0 ? "held" : "BROKEN");
  } catch (error) {
    if (error instanceof NotHere) {
      console.log(`${fault.name}: cannot be produced on this machine: ${error.message}.`);
      return row("not here");
    }
    console.log(`${fault.name}: ${(error as Error).stack}`);
    return row("BROKEN");
  }
}

await ensureBuild();
await seedOnce();
const rows: Row[] = [];
for (const { fault, means } of faults) if (only.includes(fault.name)) rows.push(await tryOne(fault, means));

console.log("");
for (const { name, means, outcome, seconds } of rows)
  console.log(`${name.padEnd(12)} ${means.padEnd(42)} ${outcome.padEnd(9)} ${String(seconds).padStart(5)} s`);
const broken = rows.filter(({ outcome }) => outcome === "BROKEN").length;
console.log(
  `\n${rows.length - broken} of ${rows.length} faults survived or not to be had here, ${broken} broken.`,
);
process.exit(broken > 0 ? 1 : 0);
