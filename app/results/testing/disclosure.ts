/*
 * Plays the attacker on many random studies: `npm run test:disclosure [studies] [first seed]`. Ends with 1 when the
 * numbers shown leave fewer possible sizes of some small group than "fewer than k" does, and says how to look again.
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
/** Variables that are filtered by together; crossings of three take longest and come seldom. */
const rooms: Name[][] = [["BGA"], ["BGB", "wave"], ["BGA"], ["BGB", "wave"], ["BGA", "BGB"]];

await loadSolver();
const began = performance.now();
let groups = 0;
let leaks = 0;
let answers = 0;
const open = new Set<number>();
for (let seed = first; seed < first + studies; seed++) {
  const people = randomStudy(seed);
  const some = rooms[seed % rooms.length]!;
  for (const { role, policy } of roles) {
    const found = leaksIn(notesOf(people, filtersOver(some), policy), people, some, policy);
    groups += found.groups;
    for (const { what, group, n, low, high } of found.leaks) {
      // That everybody who gave one answer is of one group: tables side by side say so, and are not kept from it.
      if (what === "answer") {
        answers++;
        continue;
      }
      leaks++;
      // One line for each study: most leaks come in crowds.
      if (open.has(seed)) continue;
      open.add(seed);
      console.error(
        `seed ${seed}, ${role}, ${some.join(" × ")}: ${what} of ${group}: ${n} in ${low}..${high}`,
      );
    }
  }
}
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(
  `${studies} studies from seed ${first}, ${groups} small groups, ${seconds} s: ${leaks} known to fewer than k numbers. ` +
    `Of ${answers} that answered alike, one answer is known (not promised).`,
);
for (const seed of open) console.log(`look again: npm run test:disclosure 1 ${seed}`);
if (leaks > 0) process.exitCode = 1;
