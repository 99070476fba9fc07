import { sourceIn } from "#app/fieldwork/certificate-source.ts";
import { dayIn, doorState } from "#app/fieldwork/door.ts";
import { localTimeIn } from "#app/fieldwork/local-time.ts";
import { momentText } from "#app/fieldwork/moment-text.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { steppedDoors } from "#app/fieldwork/stepped-doors.ts";
import type { Language } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import type { Deciding } from "#db/queries/decisions.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listStudyDoors, type StudyDoor } from "#db/queries/study-doors.server.ts";
import { findWave, listVersions, listWaveDecisions, listWaves, type Wave } from "#db/queries/waves.server.ts";
import { db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import { doorUrl } from "./overview.server.ts";
import type { Membership } from "./session.server.ts";

/** A decision by whoever asks, now. */
export const decidedBy = ({ account, study }: Membership, reason: string): Deciding => ({
  studyId: study.id,
  accountId: account.id,
  now: new Date().toISOString(),
  reason,
});

type Place = Pick<MemberStudy, "id" | "timeZone" | "staffK">;

const timesOf = (wave: Wave, closed: boolean) => ({ ...wave, closed });

/** A wave as its pages show it: its state by the server's clock, its times in the study's zone. */
export function waveHead(wave: Wave, { timeZone }: Place, language: Language, now = new Date()) {
  const at = (time: string | number) => momentText(language, timeZone, new Date(time));
  const { number, name, graceMinutes, versionNumber } = wave;
  return {
    number,
    name,
    graceMinutes,
    versionNumber,
    paused: wave.paused,
    state: doorState(timesOf(wave, false), false, now),
    opens: at(wave.opensAt),
    closes: at(wave.closesAt),
    graceEnds: at(Date.parse(wave.closesAt) + wave.graceMinutes * 60_000),
  };
}
export type WaveHead = ReturnType<typeof waveHead>;

/** Rows of the doors of one wave. Numbers that would tell who just answered do not leave the server. */
export function doorRows(
  wave: Wave,
  doors: readonly StudyDoor[],
  { staffK }: Pick<Place, "staffK">,
  now = new Date(),
) {
  const { shown } = steppedDoors(
    doors.map(({ id, kind, received, expected, cohort }) => ({
      id,
      n: received,
      guarded: kind !== "open",
      expected,
      cohort: Object.fromEntries(Object.entries(cohort).map(([variable, value]) => [variable, value.en])),
    })),
    stepFor(staffK),
  );
  return doors.map(({ id, slug, kind, name, cohort, expected, most, closed, received, unfinished }) => ({
    slug,
    kind,
    name,
    cohort,
    expected,
    most,
    closed,
    url: doorUrl(slug),
    received: shown.has(id) ? received : null,
    unfinished: shown.has(id) ? unfinished : null,
    state: doorState(timesOf(wave, closed), most !== null && received >= most, now),
    /** Too few people for results of their own. */
    small: expected !== null && expected < publicPolicy.k,
  }));
}
export type DoorRow = ReturnType<typeof doorRows>[number];

/** All waves of a study with their doors, the newest first. */
export async function wavesRoom(study: Place, language: Language) {
  const [waves, doors] = await Promise.all([listWaves(db(), study.id), listStudyDoors(db(), study.id)]);
  return {
    timeZone: study.timeZone,
    k: publicPolicy.k,
    staffK: stepFor(study.staffK),
    waves: waves.map((wave) => {
      const rows = doorRows(
        wave,
        doors.filter((door) => door.waveId === wave.id),
        study,
      );
      return {
        ...waveHead(wave, study, language),
        doors: rows.slice(0, mostListed),
        doorCount: rows.length,
      };
    }),
  };
}
/** Doors shown of each wave where all waves are listed. */
const mostListed = 12;

/** @throws 404 when the study has no wave of this number */
export async function getWave(study: Place, number: string | undefined): Promise<Wave> {
  const wave = /^[1-9]\d{0,5}$/.test(number ?? "") && (await findWave(db(), study.id, Number(number)));
  if (!wave) throw notFound();
  return wave;
}

/** A door of this study with its wave. @throws 404 when there is none */
export async function getStudyDoor(study: Place, slug: string | undefined) {
  const [door] = await listStudyDoors(db(), study.id, { slug: slug ?? "" });
  const wave = door && (await listWaves(db(), study.id)).find(({ id }) => id === door.waveId);
  if (!wave) throw notFound();
  return { door, wave };
}

/** What was changed about a wave, in the reader's language. */
export async function historyOf(study: Place, wave: Wave, language: Language) {
  const decisions = await listWaveDecisions(db(), study.id, wave.id, 200);
  return decisions.map(({ id, decidedAt, by, reason }) => ({
    id,
    by,
    when: momentText(language, study.timeZone, decidedAt),
    what: sourceIn(reason, language),
  }));
}

/** What the form of a wave starts from: a stored wave, or the next whole hour and three weeks of it. */
export async function waveFormOf(study: Place, wave?: Wave, now = new Date()) {
  const at = (time: string | Date) => localTimeIn(study.timeZone, new Date(time));
  const versions = await listVersions(db(), study.id);
  const next = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  const weeks = new Date(next.getTime() + 21 * 86_400_000);
  return {
    timeZone: study.timeZone,
    collected: wave?.collected ?? false,
    versionNumber: wave?.versionNumber ?? 0,
    versions: versions.map(({ id, number, createdAt }) => ({
      id,
      number,
      day: dayIn(study.timeZone, new Date(createdAt)),
    })),
    values: {
      nameZh: wave?.name["zh-CN"] ?? "",
      nameEn: wave && wave.name.en !== wave.name["zh-CN"] ? wave.name.en : "",
      opens: at(wave?.opensAt ?? next),
      closes: at(wave?.closesAt ?? weeks),
      grace: String(wave?.graceMinutes ?? 15),
      version: wave?.versionId ?? versions[0]?.id ?? "",
    } as Record<string, string>,
  };
}
export type WaveFormValues = Awaited<ReturnType<typeof waveFormOf>>;
