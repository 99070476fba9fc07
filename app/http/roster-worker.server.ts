import { parentPort, workerData } from "node:worker_threads";
import { UnreadableRoster } from "#app/fieldwork/roster.ts";
import { readRosterFile } from "./roster-file.server.ts";

// A file of 20,000 rows takes a second to read: in a thread of its own nobody else has to wait for it.
try {
  parentPort?.postMessage({ roster: await readRosterFile(workerData as Uint8Array) });
} catch (error) {
  if (!(error instanceof UnreadableRoster)) throw error;
  parentPort?.postMessage({ fault: error.fault });
}
