import { flagsIn, isSuspect, meansMask, type Thresholds } from "#app/fieldwork/quality-flags.ts";
import type { Suspects } from "#app/results/suspects.ts";
import { listDecisions } from "#db/queries/decisions.server.ts";
import { getThresholds, listExclusions, thresholdsSubject } from "#db/queries/quality.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { columnsOf, type StudyColumns } from "./columns.server.ts";
import { db } from "./db.server.ts";

export interface Judged {
  known: StudyColumns;
  thresholds: Thresholds;
  suspects: Suspects;
}

/**
 * The columns of one instrument of a study with who is suspect by the study's thresholds; undefined while it is not asked.
 * @param instrument its key; without one the instrument the study is about
 */
export async function judgedColumns(
  study: { id: string; timeZone: string },
  instrument?: string,
): Promise<Judged | undefined> {
  const thresholds = await getThresholds(db(), study.id);
  const known = await columnsOf(study, instrument);
  if (!known) return undefined;
  const suspects = await known.judge(thresholds);
  return { known, thresholds, suspects };
}

/** What speaks against one response to an instrument, and of which kinds it is. */
export async function flagsOfResponse(
  study: { id: string; timeZone: string },
  id: string,
  instrument: string | undefined,
) {
  const judged = await judgedColumns(study, instrument);
  const row = judged?.known.columns.ids.find([id]).get(id);
  if (!judged || row === undefined) return undefined;
  const mask = judged.suspects.masks[row]!;
  return { flags: flagsIn(mask), suspect: isSuspect(mask) };
}

/**
 * The flags of every response to an instrument that has some, by id. A copy: rows move when somebody withdraws while a file is written;
 * who answers meanwhile is in it without flags.
 */
export async function flagsById(
  study: { id: string; timeZone: string },
  instrument: string | undefined,
): Promise<Map<string, number>> {
  const judged = await judgedColumns(study, instrument);
  const found = new Map<string, number>();
  judged?.suspects.masks.forEach((mask, row) => {
    if (mask !== 0) found.set(judged.known.columns.ids.at(row), mask);
  });
  return found;
}

const pageSize = 25;

/** Suspect responses that still count, those with most signs first, then by their random ids. */
export function listSuspects({ known, suspects }: Judged): { row: number; id: string }[] {
  const { ids, excluded, length } = known.columns;
  const found: { row: number; id: string; weight: number }[] = [];
  for (let row = 0; row < length; row++)
    if (suspects.column.values[row] === 1 && !excluded[row])
      found.push({ row, id: ids.at(row), weight: weightOf(suspects.masks[row]!) });
  return found.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** Kinds of signs first, single signs second. */
const weightOf = (mask: number): number => bits(meansMask(mask)) * 16 + bits(mask);
const bits = (mask: number): number => mask.toString(2).replaceAll("0", "").length;

/** Everything the quality page shows of one instrument, the one an address names. @param page of the list of suspects, from 1; the last one where it lies beyond */
export async function qualityRoom(study: MemberStudy, search: URLSearchParams, page: number) {
  const { instrument, waveIds, choice } = await shownInstrument(study, search);
  const judged = await judgedColumns(study, instrument?.key);
  const [exclusions, history] = await Promise.all([
    listExclusions(db(), study.id, 20, waveIds),
    listDecisions(db(), study.id, thresholdsSubject),
  ]);
  const common = { choice, exclusions, history, timeZone: study.timeZone, k: study.staffK };
  if (!judged || judged.known.columns.length === 0) return { ...common, judged: undefined };
  const { known, thresholds, suspects } = judged;
  const found = listSuspects(judged);
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const shown = Math.min(page, pages);
  const { pace, runs } = suspects.distributions;
  const enough = (one: typeof pace) => (one.n >= study.staffK ? one : undefined);
  return {
    ...common,
    judged: {
      thresholds,
      counts: suspects.counts,
      pace: enough(pace),
      runs: enough(runs),
      list: {
        total: found.length,
        page: shown,
        pages,
        rows: found.slice((shown - 1) * pageSize, shown * pageSize).map(({ row, id }) => {
          const { longstring, asked, secondsPerItem } = known.columns.quality.get(row)!;
          return { id, longstring, asked, secondsPerItem, flags: flagsIn(suspects.masks[row]!) };
        }),
      },
    },
  };
}
export type QualityRoom = Awaited<ReturnType<typeof qualityRoom>>;
