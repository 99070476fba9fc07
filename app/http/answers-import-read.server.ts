import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { Certificate } from "#app/fieldwork/certificates.ts";
import type { Instrument } from "#app/instrument/definition.ts";
import type { AnswersMapping, AnswersReport, ImportedAnswers } from "#app/interchange/answers-rows.ts";
import type { AnswersTable } from "#app/interchange/answers-table.ts";
import type { Meaning, ValueMeaning } from "#app/interchange/answers-values.ts";
import type { GivenFile } from "#app/interchange/format.ts";
import { type Refusal, Unreadable } from "#app/interchange/report.ts";
import { oneByOne } from "./in-thread.server.ts";

/** A file of answers, or the table that a page sent back, and how it is to be read. */
export interface AnswersOrder {
  source: { file: GivenFile } | { packed: string };
  instrument: Instrument;
  certificates: Certificate[];
  /** What is not said is guessed. */
  choices: Pick<AnswersMapping, "day" | "language" | "today"> & {
    targets?: string[];
    meanings: [column: number, values: [value: string, answer: string][]][];
  };
  /** A report for the person who decides, with the table to send back; or the answers themselves. */
  want: "report" | "answers";
}

export interface AnswersRead extends Pick<AnswersTable, "name" | "format" | "dropped"> {
  answers?: ImportedAnswers[];
  packed?: string;
  sha256?: string;
  report: AnswersReport;
  /** Rows that would be imported. */
  good: number;
  days: { first: string; last: string };
  /** Targets that more than one column was given to. */
  twice: string[];
  columns: {
    heading: string;
    target: string;
    examples: string[];
    /** What values can mean; none where they are read as they stand. */
    meanings: Meaning[];
    values: ValueMeaning[];
  }[];
}

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/answers-import-worker.server.ts");

/** Twenty thousand rows take some seconds on the slowest of our machines. */
const longest = 20_000;
/** Two hostile files at once would take twice the memory. */
const next = oneByOne();

/**
 * Reads answers in a thread of its own, with little time and little memory.
 * @throws Unreadable also for what takes too long or too much memory to read
 */
export const readAnswersApart = (order: AnswersOrder): Promise<AnswersRead> =>
  next(
    () =>
      new Promise((resolve, reject) => {
        const thread = new Worker(worker, {
          workerData: order,
          execArgv: [],
          resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
        });
        thread.unref();
        const end = (settle: () => void) => {
          clearTimeout(late);
          settle();
          void thread.terminate();
        };
        const refuse = (reason: Refusal) => end(() => reject(new Unreadable(reason)));
        const late = setTimeout(() => refuse("tooLarge"), longest);
        thread.on("message", (said: { read: AnswersRead } | { refused: Refusal }) =>
          "read" in said ? end(() => resolve(said.read)) : refuse(said.refused),
        );
        thread.on("error", (error: NodeJS.ErrnoException) =>
          error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse("tooLarge") : end(() => reject(error)),
        );
      }),
  );
