import { away } from "./away.ts";
import { disk } from "./disk.ts";
import type { Fault } from "./fault.ts";
import { gone } from "./gone.ts";
import { kill } from "./kill.ts";
import { locked } from "./locked.ts";
import { migration } from "./migration.ts";
import { power } from "./power.ts";
import { restore } from "./restore.ts";
import { sigterm } from "./sigterm.ts";
import { twoServers } from "./two-servers.ts";

/** Every fault the store must survive, and what it means. `alone`: too slow for `npm test`. */
export const faults: { fault: Fault; means: string; alone?: true }[] = [
  { fault: kill, means: "kill -9 at random moments" },
  { fault: power, means: "power cut: unsynced writes lost or torn" },
  { fault: disk, means: "disk full" },
  { fault: locked, means: "database locked by another process" },
  { fault: away, means: "PostgreSQL locked, then hanging up", alone: true },
  { fault: sigterm, means: "SIGTERM during a class" },
  { fault: gone, means: "client gone after sending" },
  { fault: twoServers, means: "two servers on one database" },
  { fault: migration, means: "migration killed at each statement" },
  { fault: restore, means: "damaged file, restore from a backup" },
];
