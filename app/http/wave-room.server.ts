import { doorState } from "#app/fieldwork/door.ts";
import { momentText } from "#app/fieldwork/moment-text.ts";
import { stepFor } from "#app/fieldwork/stepped-count.ts";
import { inEveryLanguage } from "#app/fieldwork/wave-reason.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import { isReleased } from "#db/queries/imported-waves.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { listStudyDoors } from "#db/queries/study-doors.server.ts";
import type { Wave } from "#db/queries/waves.server.ts";
import { db } from "./db.server.ts";
import { postersAtOnce } from "./poster.server.ts";
import { quotasPage } from "./quotas-page.server.ts";
import { targetsInWords, targetVariables } from "./targets-page.server.ts";
import { doorRows, historyOf, questionnaireOf, waveHead } from "./waves.server.ts";

/** Everything about one wave. */
export async function waveRoom(study: MemberStudy, wave: Wave, language: Language) {
  const [doors, { quotas }, variables, history, of] = await Promise.all([
    listStudyDoors(db(), study.id, { waveId: wave.id }),
    quotasPage(study, wave),
    targetVariables(study, wave),
    historyOf(study, wave, language),
    questionnaireOf(study, wave),
  ]);
  return {
    wave: waveHead(wave, study, language, of),
    timeZone: study.timeZone,
    k: publicPolicy.k,
    staffK: stepFor(study.staffK),
    doors: doorRows(wave, doors, study),
    imported: wave.imported && {
      ...wave.imported,
      when: momentText(language, study.timeZone, wave.imported.when),
      released: await isReleased(db(), study.id, wave.id, wave.imported),
    },
    postersAtOnce,
    quotas,
    targets: targetsInWords(wave, variables),
    history,
  };
}

/** A step a button asks for: what changes and why; undefined when it has been taken already or makes no sense now. */
export function stepOf(intent: FormDataEntryValue | null, wave: Wave, timeZone: string, now = new Date()) {
  const state = doorState({ ...wave, closed: false }, false, now);
  const lives = state === "open" || state === "paused";
  switch (intent) {
    case "pause":
    case "resume": {
      const paused = intent === "pause";
      if (!lives || paused === wave.paused) return undefined;
      return {
        change: { paused },
        reason: inEveryLanguage((words) => (paused ? words.paused : words.resumed)),
      };
    }
    case "close":
      if (!lives) return undefined;
      return {
        change: { closesAt: now.toISOString() },
        reason: inEveryLanguage((words, language) =>
          fill(words.closedNow, { closes: momentText(language, timeZone, wave.closesAt) }),
        ),
      };
    default:
      return "unknown";
  }
}
