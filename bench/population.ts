import { randomBytes } from "node:crypto";
import { templates } from "#app/instrument/templates/index.ts";
import { appendBlock, blockOf } from "#app/results/blocks.ts";
import { buildColumns, type Columns, type ResponseRow } from "#app/results/columns.ts";
import { reserve } from "#app/results/room.ts";
import { colleges } from "#db/demo/colleges.ts";
import { demoResponses } from "#db/demo/population.ts";

const instrument = templates["oneplusx-student"]();
export const around = () => ({
  instrument,
  certificates: [],
  cohorts: new Map(
    Object.entries(colleges).map(([id, name]): [string, Record<string, typeof name>] => [
      id,
      { college: name },
    ]),
  ),
  year: 2026,
});

/** So many invented students, with answers, words and indices as they are stored. */
const distinct = 20_000;

/** The invented students over and over, each time under an id of its own. */
export function* population(rows: number): Generator<ResponseRow> {
  const people = demoResponses(instrument, 1);
  const places = Object.keys(colleges);
  const some = Array.from({ length: Math.min(rows, distinct) }, (_, at) => {
    const one = people.next().value;
    return {
      collector_id: places[at % places.length]!,
      language: one.language,
      received_on: `2026-03-${String(1 + one.day).padStart(2, "0")}`,
      excluded: 0 as const,
      answers: JSON.stringify(one.answers),
      words: JSON.stringify(one.words),
      quality: JSON.stringify(one.quality),
    };
  });
  const random = randomBytes(16 * 4096).toString("hex");
  for (let row = 0; row < rows; row++) {
    const at = (row % 4096) * 32;
    const number = row.toString(16).padStart(8, "0");
    yield { ...some[row % some.length]!, id: number + random.slice(at + 8, at + 32) };
  }
}

/**
 * Columns of a census, joined block by block: parsing the answers of 29 million would take minutes and measure nothing
 * new. In each block every bundle of items is turned by another number of rows, so that no two people answer alike.
 */
export function censusColumns(rows: number): Columns {
  const block = blockOf(buildColumns(around(), population(distinct)));
  const columns = buildColumns(around(), []);
  reserve(columns, Math.ceil(rows * 1.02));
  const turned = { ...block, ids: { words: new Uint32Array(block.ids.words.length), others: new Map() } };
  while (columns.length < rows) {
    crypto.getRandomValues(turned.ids.words.subarray(0, 16_384));
    for (let at = 0; at < turned.ids.words.length; at++)
      turned.ids.words[at] = (turned.ids.words[at & 16_383]! + at * 0x9e3779b1 + columns.length) >>> 0;
    turned.bundles = block.bundles.map((values) => {
      const by = Math.floor(Math.random() * values.length);
      const out = new Uint16Array(values.length);
      out.set(values.subarray(by));
      out.set(values.subarray(0, by), values.length - by);
      return out;
    });
    appendBlock(columns, turned);
  }
  return columns;
}
