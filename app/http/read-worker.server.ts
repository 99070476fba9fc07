import { parentPort, workerData } from "node:worker_threads";
import { type Block, blockOf, buffersOf } from "#app/results/blocks.ts";
import { appendRows, buildColumns, type StudySurroundings } from "#app/results/columns.ts";
import type { AskedVersion } from "#app/results/versions.ts";
import { connect } from "#db/connect.server.ts";
import {
  type ChangeStamp,
  type ResponseRange,
  readChangeStamp,
  readResponsePage,
} from "#db/queries/columns.server.ts";
import { meetVersions } from "./meet-versions.server.ts";

/** What a thread with a connection of its own is asked: it only ever reads. */
export type Reading = { range: ResponseRange; around: StudySurroundings } | { stampOf: string };
/** Each order goes by a number; rows come in blocks, and `done` after the last. */
export type Told =
  | { order: number; block: Block }
  | { order: number; done: true; stamp?: ChangeStamp }
  | { order: number; failed: string };

const { db } = connect((workerData as { url: string }).url);
const page = 2000;
const blockSize = 20_000;

const tell = (told: Told) => parentPort?.postMessage(told);

async function readRange(order: number, range: ResponseRange, around: StudySurroundings) {
  const versions = new Map<string, AskedVersion>(around.versions);
  for (let after = range.above ?? "", last = false; !last; ) {
    const columns = buildColumns({ ...around, versions }, []);
    while (!last && columns.length < blockSize) {
      const rows = await readResponsePage(db, range, after, page);
      await meetVersions(db, rows, versions);
      appendRows(columns, rows, "new");
      last = rows.length < page;
      after = rows.at(-1)?.id ?? after;
    }
    const block = blockOf(columns);
    parentPort?.postMessage({ order, block } satisfies Told, buffersOf(block));
  }
}

parentPort?.on("message", async (reading: Reading & { order: number }) => {
  const { order } = reading;
  try {
    if ("stampOf" in reading) tell({ order, done: true, stamp: await readChangeStamp(db, reading.stampOf) });
    else {
      await readRange(order, reading.range, reading.around);
      tell({ order, done: true });
    }
  } catch (error) {
    tell({ order, failed: error instanceof Error ? error.message : String(error) });
  }
});
