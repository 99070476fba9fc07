import { cutOf } from "#app/results/cut.ts";
import { viewing } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { listDoors } from "#db/queries/fieldwork.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { boardPage } from "./board.server.ts";
import { columnsOf, viewKey } from "./columns.server.ts";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";

/**
 * How a study stands: what came in, how far people come, and who they are as far as the gate lets that be told. Counts
 * are those of the fieldwork board for one instrument, which knows what of them would tell who has just answered.
 */
export async function overviewOf(study: MemberStudy, asked: URLSearchParams, now = new Date()) {
  const { instrument, waveIds, choice } = await shownInstrument(study, asked);
  const search = new URLSearchParams({ wave: "all", ...(instrument && { respondent: instrument.key }) });
  const { board, pages, k } = await boardPage(study, search, now);
  const all = await listDoors(db(), study.id, waveIds);
  // What was imported came through no link that could be handed out.
  const doors = all
    .filter(({ kind }) => kind !== "imported")
    .map(({ slug, name }) => ({ slug, name, url: doorUrl(slug) }));
  const { numbers } = board;
  const few = board.leftOut.length > 0;
  if (!numbers) return { choice, doors, few, k, numbers: undefined };
  const { counted, excluded, withdrawn } = numbers.ledger.total;
  return {
    choice,
    doors,
    few,
    k,
    numbers: {
      received: counted + excluded,
      excluded,
      withdrawn,
      today: numbers.today,
      overTime: numbers.overTime,
      funnel: numbers.funnel,
      pages,
      // The gate counts every wave, also one that is left out of these numbers.
      groups: few ? undefined : await groupsOf(study, instrument?.key),
      staffK: study.staffK,
    },
  };
}
/** The address people type or scan: always built from the configured one, never from a request. */
export const doorUrl = (slug: string) => `${env().publicUrl}/s/${slug}`;

/** The sizes of the background groups that may be told; undefined while there are too few answers for any. */
async function groupsOf(study: MemberStudy, instrument: string | undefined) {
  const kept = await columnsOf(study, instrument);
  if (!kept) return undefined;
  const view = await kept.count(`${study.disclosure} ${viewKey(study.staffK, {})}`, () =>
    viewing(cutOf(kept.columns, {}, staffPolicy(study.staffK, study.disclosure))),
  );
  if (!view.base.shown) return undefined;
  // Colleges and classes are on the fieldwork board, where they move in steps.
  return view.variables.filter((one) => {
    const column = kept.columns.byCode.get(one.code);
    return column?.group && column.source !== "cohort";
  });
}
