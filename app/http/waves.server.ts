import { sourceIn } from "#app/fieldwork/certificate-source.ts";
import { dayIn, doorState } from "#app/fieldwork/door.ts";
import { localTimeIn } from "#app/fieldwork/local-time.ts";
import { momentText } from "#app/fieldwork/moment-text.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { steppedDoors } from "#app/fieldwork/stepped-doors.ts";
import type { Language, Text } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { type AskedInstrument, listAskedInstruments } from "#db/queries/columns.server.ts";
import type { Deciding } from "#db/queries/decisions.server.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
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

/**
 * A wave as its pages show it: its state by the server's clock, its times in the study's zone.
 * @param of title of its questionnaire, where the study has more than one
 */
export function waveHead(wave: Wave, { timeZone }: Place, language: Language, of?: Text, now = new Date()) {
  const at = (time: string | number) => momentText(language, timeZone, new Date(time));
  const { number, name, graceMinutes, versionNumber } = wave;
  return {
    number,
    name,
    graceMinutes,
    versionNumber,
    of,
    imported: wave.imported !== undefined,
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

/** All waves of a study with their doors: those of the instrument it is about first, the newest first. */
export async function wavesRoom(study: Place, language: Language) {
  const [waves, doors, asked] = await Promise.all([
    listWaves(db(), study.id),
    listStudyDoors(db(), study.id),
    listAskedInstruments(db(), study.id),
  ]);
  const placeOf = (wave: Wave) => asked.findIndex(({ id }) => id === wave.instrumentId);
  return {
    timeZone: study.timeZone,
    k: publicPolicy.k,
    staffK: stepFor(study.staffK),
    waves: waves
      .toSorted((a, b) => placeOf(a) - placeOf(b))
      .map((wave) => {
        const rows = doorRows(
          wave,
          doors.filter((door) => door.waveId === wave.id),
          study,
        );
        return {
          ...waveHead(wave, study, language, titleOf(wave, asked)),
          doors: rows.slice(0, mostListed),
          doorCount: rows.length,
        };
      }),
  };
}
/** The title of a wave's questionnaire, where there are several to be told apart. */
const titleOf = (wave: Wave, asked: readonly AskedInstrument[]) =>
  asked.length > 1 ? asked.find(({ id }) => id === wave.instrumentId)?.title : undefined;
/** The same for one wave. */
export const questionnaireOf = async (study: Place, wave: Wave) =>
  titleOf(wave, await listAskedInstruments(db(), study.id));

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
  const [versions, [main]] = await Promise.all([versionsOf(study), listAskedInstruments(db(), study.id)]);
  const first = versions.find(({ instrumentId }) => instrumentId === main?.id) ?? versions[0];
  const next = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  const weeks = new Date(next.getTime() + 21 * 86_400_000);
  return {
    timeZone: study.timeZone,
    collected: wave?.collected ?? false,
    versionNumber: wave?.versionNumber ?? 0,
    versions: versions.map(({ id, number, of, createdAt }) => ({
      ...{ id, number, of },
      day: dayIn(study.timeZone, new Date(createdAt)),
    })),
    values: {
      nameZh: wave?.name["zh-CN"] ?? "",
      nameEn: wave && wave.name.en !== wave.name["zh-CN"] ? wave.name.en : "",
      opens: at(wave?.opensAt ?? next),
      closes: at(wave?.closesAt ?? weeks),
      grace: String(wave?.graceMinutes ?? 15),
      version: wave?.versionId ?? first?.id ?? "",
    } as Record<string, string>,
  };
}
/** What a wave can ask, the newest first; of which questionnaire, where there are several. */
export async function versionsOf(study: Pick<Place, "id">) {
  const versions = await listVersions(db(), study.id);
  const several = new Set(versions.map(({ instrumentId }) => instrumentId)).size > 1;
  return Promise.all(
    versions.map(async (one) => ({
      ...one,
      of: several ? (await getInstrument(db(), one.id)).title : undefined,
    })),
  );
}
export type WaveFormValues = Awaited<ReturnType<typeof waveFormOf>>;
