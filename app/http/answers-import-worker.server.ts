import { createHash } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { certificateFinder } from "#app/fieldwork/certificates.ts";
import { guessTargets } from "#app/interchange/answers-guess.ts";
import { readAnswers, readersOf, takenTwice, valuesOf } from "#app/interchange/answers-rows.ts";
import {
  type AnswersTable,
  packTable,
  readAnswersTable,
  unpackTable,
} from "#app/interchange/answers-table.ts";
import { Unreadable } from "#app/interchange/report.ts";
import type { AnswersOrder, AnswersRead } from "./answers-import-read.server.ts";

/** More different values than this are words or numbers, not choices. */
const mostValues = 24;
/** Fields of all columns together: a form has no more than two thousand. */
const mostFields = 1000;

async function work(order: AnswersOrder): Promise<AnswersRead> {
  const { source, instrument, certificates, choices } = order;
  const table = "file" in source ? await readAnswersTable(source.file) : unpackTable(source.packed);
  const targets = choices.targets ?? guessTargets(table.headings, instrument);
  const meanings = new Map(choices.meanings.map(([at, values]) => [at, new Map(values)]));
  const mapping = { ...choices, targets, meanings };
  const { answers, report } = readAnswers(table, instrument, mapping, certificateFinder(certificates));
  const days = answers.map((one) => one.receivedOn).sort();
  return {
    ...(order.want === "answers" ? { answers } : { packed: packTable(table) }),
    ...("file" in source && { sha256: createHash("sha256").update(source.file.bytes).digest("hex") }),
    ...{ name: table.name, format: table.format, dropped: table.dropped, report },
    good: answers.length,
    days: { first: days[0] ?? choices.day, last: days.at(-1) ?? choices.day },
    twice: takenTwice(targets, instrument),
    columns: columnsOf(table, order, mapping),
  };
}

function columnsOf(
  table: AnswersTable,
  { instrument }: AnswersOrder,
  mapping: Parameters<typeof readersOf>[1],
): AnswersRead["columns"] {
  const readers = new Map(readersOf(instrument, mapping).map((reader) => [reader.at, reader]));
  let fields = 0;
  return table.headings.map((heading, at) => {
    const reader = readers.get(at);
    const examples = new Set<string>();
    for (const { cells } of table.rows) {
      if (cells[at]) examples.add(cells[at].slice(0, 40));
      if (examples.size === 3) break;
    }
    const found = reader?.meanings ? valuesOf(table, reader, mostValues) : [];
    const values = found.length <= mostValues && fields + found.length <= mostFields ? found : [];
    fields += values.length;
    return {
      ...{ heading, target: mapping.targets[at] ?? "", examples: [...examples] },
      meanings: reader?.meanings ?? [],
      values: values
        .filter((value) => value.length <= 80 && !/[\r\n]/.test(value))
        .map((value) => ({ value, answer: reader!.means(value) })),
    };
  });
}

try {
  parentPort?.postMessage({ read: await work(workerData as AnswersOrder) });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  parentPort?.postMessage({ refused: error.reason });
}
