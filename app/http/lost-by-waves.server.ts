import { type Lost, lostQuestions } from "#app/fieldwork/lost-questions.ts";
import { asked } from "#app/instrument/asked.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { getToldInstrument } from "#db/queries/doors.server.ts";
import { listQuotas } from "#db/queries/quotas.server.ts";
import { listWaves } from "#db/queries/waves.server.ts";
import { db } from "./db.server.ts";

/** What each of these waves would lose by asking a draft, by the wave's id. */
export async function lostByWaves(
  studyId: string,
  waves: readonly { id: string; versionId: string }[],
  draft: Definition,
): Promise<Map<string, Lost>> {
  if (waves.length === 0) return new Map();
  const [quotas, all] = await Promise.all([listQuotas(db(), studyId), listWaves(db(), studyId)]);
  const next = asked(draft);
  const found = await Promise.all(
    waves.map(async ({ id, versionId }): Promise<[string, Lost]> => {
      const own = quotas.filter(({ waveId }) => waveId === id);
      const targets = all.find((one) => one.id === id)?.targets ?? {};
      return [id, lostQuestions({ quotas: own, targets }, await getToldInstrument(db(), versionId), next)];
    }),
  );
  return new Map(found);
}
