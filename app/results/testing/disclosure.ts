/*
 * Plays the attacker on many random studies: `npm run test:disclosure [studies] [first seed]`. Ends with 1 when some
 * small group could be worked out, and names the study by its seed.
 */
import { publicPolicy, staffPolicy } from "../policy.ts";
import { leaksIn } from "./attack.ts";
import { loadSolver } from "./ledger.ts";
import { notesOf } from "./notes.ts";
import { filtersOver } from "./places.ts";
import { type Name, randomStudy } from "./random-study.ts";

const studies = Number(process.argv[2] ?? 1000);
const first = Number(process.argv[3] ?? 1);
const roles = [
  { role: "the public's threshold", policy: publicPolicy },
  { role: "the staff's threshold", policy: staffPolicy(5) },
];
const rooms: Name[][] = [["BGA"], ["BGB", "wave"], ["BGA", "BGB"]];

await loadSolver();
const began = performance.now();
let groups = 0;
let pinned = 0;
const narrow = new Set<string>();
const narrowest = roles.map(() => Number.POSITIVE_INFINITY);
for (let seed = first; seed < first + studies; seed++) {
  const people = randomStudy(seed);
  const some = rooms[seed % rooms.length]!;
  for (const [at, { role, policy }] of roles.entries()) {
    const found = leaksIn(notesOf(people, filtersOver(some), policy), people, some, policy);
    groups += found.groups;
    narrowest[at] = Math.min(narrowest[at]!, found.narrowest);
    for (const { what, group, n, low, high } of found.leaks) {
      const line = `seed ${seed}, ${role}, ${some.join(" × ")}: ${what} of ${group}: ${n} in ${low}..${high}`;
      if (low === high) {
        pinned++;
        console.error(`PINNED ${line}`);
      } else if (!narrow.has(`${seed} ${role}`)) console.log(`narrow ${line}`);
      narrow.add(`${seed} ${role}`);
    }
  }
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(
  `${studies} studies from seed ${first}, ${groups} small groups, ${seconds} s: ${pinned} pinned; ${narrow.size} of ${
    studies * roles.length
  } looks held a group bounded tighter than k.`,
);
for (const [at, { role, policy }] of roles.entries())
  console.log(`${role} (${policy.k}): the narrowest range was ${narrowest[at]} wide.`);
if (pinned > 0) process.exitCode = 1;
