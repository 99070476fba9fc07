import { z } from "zod";
import { dayIn } from "#app/fieldwork/door.ts";
import { formatDay, type Text } from "#app/locales/language.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import type { StudyDoor } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { db } from "./db.server.ts";
import { inThread, oneByOne } from "./in-thread.server.ts";
import { doorUrl } from "./overview.server.ts";

const posterQuery = z.object({
  format: z.enum(["pdf", "png"]),
  language: z.enum(["zh-CN", "en", "both"]),
});
type PosterQuery = z.infer<typeof posterQuery>;

/** What a poster or slide says. */
export interface Poster extends PosterQuery {
  title: Text;
  institution: Text;
  contact: string;
  /** The class it is for: forty posters look alike, and whoever hangs them up must not mix them up. */
  group?: Text | undefined;
  minutes: { from: number; to: number };
  until: Text;
  url: string;
  /** YYYY-MM-DD on which it is made. */
  day: string;
  synthetic: boolean;
}

/** Undefined for an address that asks for something else. */
export const readPosterQuery = (query: URLSearchParams): PosterQuery | undefined =>
  posterQuery.safeParse(Object.fromEntries(query)).data;

export async function posterOf(
  study: MemberStudy,
  door: StudyDoor,
  wave: Wave,
  query: PosterQuery,
): Promise<Poster> {
  const { minutes } = await getInstrument(db(), wave.versionId);
  const closes = dayIn(study.timeZone, new Date(wave.closesAt));
  return {
    ...query,
    title: study.title,
    institution: study.method.institution,
    contact: study.method.contact,
    group: door.kind === "class" ? door.cohort.class : undefined,
    minutes,
    until: { "zh-CN": formatDay(closes, "zh-CN"), en: formatDay(closes, "en") },
    url: doorUrl(door.slug),
    day: dayIn(study.timeZone, new Date()),
    synthetic: study.synthetic,
  };
}

const next = oneByOne();

/** Posters in one file: more would keep a printer, and a thread, busy for too long. */
export const postersAtOnce = 100;

/** A4 PDF, a page a poster, or a 1920 × 1080 PNG of the first. One after the other in a thread of their own: nobody who answers meanwhile waits. */
export const drawPosters = (posters: readonly [Poster, ...Poster[]]): Promise<Uint8Array> =>
  next(async () => (await inThread<Uint8Array>("poster-worker", posters))[0]!);
