import { momentText } from "#app/fieldwork/moment-text.ts";
import type { Language } from "#app/locales/language.ts";
import { listInstruments } from "#db/queries/instruments.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import { listWaves } from "#db/queries/waves.server.ts";
import { db } from "./db.server.ts";
import { doorUrl } from "./overview.server.ts";

/** As many links are shown of a study that has more by now: the fieldwork room has them all. */
const mostShown = 3;

/** What a study begins with: its links, or the instrument that is still to be written. */
export async function studyBegun(study: MemberStudy, language: Language, now = new Date()) {
  const [doors, waves, instruments] = await Promise.all([
    listStudyDoors(db(), study.id),
    listWaves(db(), study.id),
    listInstruments(db(), study.id),
  ]);
  const first = waves.at(-1);
  return {
    doors: doors.slice(0, mostShown).map(({ slug, kind, name, waveId }) => ({
      ...{ slug, kind, name, url: doorUrl(slug) },
      wave: waves.find(({ id }) => id === waveId)?.name ?? name,
    })),
    draft: instruments[0]?.code,
    opens:
      first && Date.parse(first.opensAt) > now.getTime()
        ? momentText(language, study.timeZone, first.opensAt)
        : undefined,
  };
}
