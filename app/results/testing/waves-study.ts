import type { Instrument } from "#app/instrument/definition.ts";
import type { Answers } from "#app/questions/kind.ts";
import { buildColumns, type Columns, type ResponseRow } from "../columns.ts";
import { countHere } from "../counting.ts";
import { cutOf } from "../cut.ts";
import type { Filter } from "../filter.ts";
import { type Policy, staffPolicy } from "../policy.ts";
import type { AtWave } from "../trend.ts";
import { trending } from "../trend-view.ts";
import { askedIn } from "../versions.ts";
import { both, responseRow, smallInstrument, surroundings } from "./small-study.ts";

export const instrument = smallInstrument([{ code: "I01" }, { code: "I02" }], { BGA: ["a", "b"] });

/** So many people of a wave. */
export interface WaveOf {
  /** How many agree with I01 (they say 5, all others 2) and with I02 (4, others 1), and how many are "a". */
  n: number;
  first: number;
  last: number;
  a?: number;
  version?: string;
}
const answersOf = ({ n, first, last, a = 0 }: WaveOf): Answers[] =>
  Array.from({ length: n }, (_, at) => ({
    BGA: at < a ? "a" : "b",
    I01: at < first ? 5 : 2,
    I02: at >= n - last ? 4 : 1,
  }));

/** A study of some waves. @param versions what the versions named by the waves asked */
export function study(
  waves: WaveOf[],
  asks = instrument,
  versions: Record<string, Instrument> = {},
): Columns {
  const numbers = waves.map((_, at) => String(at + 1));
  const rows = waves.flatMap((wave, at): ResponseRow[] =>
    answersOf(wave).map((answers, index) =>
      responseRow(at * 1000 + index, answers, {
        collector_id: `door ${at + 1}`,
        ...(wave.version && { version_id: wave.version }),
      }),
    ),
  );
  const around = {
    ...surroundings(asks),
    waves: new Map(numbers.map((code) => [`door ${code}`, { code, label: both(`Wave ${code}`) }])),
    versions: new Map(Object.entries(versions).map(([id, one], at) => [id, askedIn(at + 1, one)])),
  };
  return buildColumns(around, rows);
}
export const trend = (columns: Columns, filter: Filter = {}, policy: Policy = staffPolicy(5)) =>
  countHere(trending(cutOf(columns, filter, policy)));
/** What became of each wave: shown, why it is hidden, or why it is not joined. */
export const said = <T>(waves: AtWave<T>[]) =>
  waves.map((at) => at.seam ?? (at.result.shown ? "shown" : at.result.why));
