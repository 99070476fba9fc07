import type { InstrumentChoice } from "#app/instrument/instrument-choice.ts";
import { type AskedInstrument, listAskedInstruments } from "#db/queries/columns.server.ts";
import { db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";

/** The one instrument of a study that a room shows. */
export interface ShownInstrument {
  /** Undefined while no wave asks anything. */
  instrument: AskedInstrument | undefined;
  /** Its waves; undefined where they are all the study has, so that nothing need be looked for. */
  waveIds: string[] | undefined;
  /** What else could be shown; nothing to choose from for most studies. */
  choice: InstrumentChoice | undefined;
}

/**
 * Reads from an address which of a study's instruments is meant: `respondent=teacher`, or none for the one the study is
 * about. No number is ever of two of them.
 * @param wave whose instrument is meant where the address names none
 * @throws 400 for one that is not asked
 */
export async function shownInstrument(
  study: { id: string },
  search: URLSearchParams,
  wave?: string,
): Promise<ShownInstrument> {
  const all = await listAskedInstruments(db(), study.id);
  const key = search.get("respondent");
  const own = wave === undefined ? undefined : all.find((one) => one.waveIds.includes(wave));
  const instrument = key ? all.find((one) => one.key === key) : (own ?? all[0]);
  if (key && !instrument) throw badRequest();
  return { instrument, ...surroundingsOf(all, instrument) };
}

/** The instrument that asked a wave's questions, among its study's. */
export async function instrumentOfWave(study: { id: string }, waveId: string): Promise<ShownInstrument> {
  const all = await listAskedInstruments(db(), study.id);
  const instrument = all.find((one) => one.waveIds.includes(waveId));
  return { instrument, ...surroundingsOf(all, instrument) };
}

function surroundingsOf(all: readonly AskedInstrument[], instrument: AskedInstrument | undefined) {
  if (!instrument || all.length < 2) return { waveIds: undefined, choice: undefined };
  const options = all.map(({ key, respondent, title }) => ({ key, respondent, title }));
  return {
    waveIds: instrument.waveIds,
    choice: { options, main: all[0]!.key, shown: instrument.key },
  };
}
