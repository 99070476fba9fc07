import { boardOf } from "#app/fieldwork/board.ts";
import { countsOf } from "#app/fieldwork/board-counts.ts";
import type { BoardPage } from "#app/fieldwork/board-page.ts";
import { dayIn } from "#app/fieldwork/door.ts";
import { medianDuration } from "#app/fieldwork/duration-counts.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { readBoard } from "#db/queries/board.server.ts";
import { getToldInstrument } from "#db/queries/doors.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { compositionFor } from "./board-composition.server.ts";
import { durationsKeeper } from "./board-durations.server.ts";
import { db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";

const durationsOf = durationsKeeper(db);

/**
 * How the fieldwork stands, stepped and gated: nothing in it may not be seen by every member of the study.
 * @param search `?wave=<number>` or `?wave=all`; the newest wave without it. `?respondent=` names the instrument whose
 * waves these are, where the wave does not say it
 * @throws 400 for a wave or an instrument there is none of
 */
export async function boardPage(
  study: MemberStudy,
  search: URLSearchParams,
  now = new Date(),
): Promise<BoardPage> {
  const all = await readBoard(db(), study.id);
  const asked = search.get("wave");
  const named = all.waves.find((one) => String(one.number) === asked);
  const { instrument, waveIds, choice } = await shownInstrument(study, search, named?.id);
  const counts = waveIds ? countsOf(all, new Set(waveIds)) : all;
  const wave = asked === null ? counts.waves[0] : counts.waves.find((one) => String(one.number) === asked);
  if (asked !== null && asked !== "all" && !wave) throw badRequest();
  const k = stepFor(study.staffK);
  const newest = wave ?? counts.waves[0];
  const pages = newest ? (await getToldInstrument(db(), newest.versionId)).pages : [];
  const board = boardOf(counts, {
    wave: wave?.id ?? "all",
    k,
    today: dayIn(study.timeZone, now),
    pages: pages.map((page) => page.code),
  });
  const told = new Set(
    counts.waves
      .filter((one) => !wave || one.id === wave.id)
      .filter((one) => !board.leftOut.some((left) => left.number === one.number))
      .map((one) => one.id),
  );
  const doors = new Set(counts.doors.filter((door) => told.has(door.waveId)).map((door) => door.id));
  const median = board.numbers && medianDuration(await durationsOf(study.id, all, doors), k);
  return {
    asOf: clock(study.timeZone, now),
    day: dayIn(study.timeZone, now),
    timeZone: study.timeZone,
    choice,
    waves: counts.waves.map(({ number, name }) => ({ number, name })),
    imported: counts.waves
      .filter((one) => one.imported && (!wave || one.id === wave.id))
      .map(({ name }) => name),
    chosen: wave?.number ?? "all",
    closes: wave && {
      day: dayIn(study.timeZone, new Date(wave.closesAt)),
      over: Date.parse(wave.closesAt) <= now.getTime(),
    },
    k,
    board,
    median: median && { minutes: median.seconds / 60, n: median.n },
    pages: pages.map(({ code, title }) => ({ code, title })),
    composition: wave && (await compositionFor(study, instrument?.key, wave, doors, board.numbers, k)),
  };
}

const clock = (timeZone: string, now: Date) =>
  new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium" }).format(now);
