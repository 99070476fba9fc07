import { answersOverTime } from "#app/fieldwork/answers-over-time.ts";
import { dayIn } from "#app/fieldwork/door.ts";
import { pageFunnel } from "#app/fieldwork/page-funnel.ts";
import { buildView } from "#app/results/gate.ts";
import { staffPolicy } from "#app/results/policy.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import { readFieldwork } from "#db/queries/fieldwork.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { columnsOf } from "./columns.server.ts";
import { db } from "./db.server.ts";
import { env } from "./env.server.ts";

/** How a study stands: what came in, how far people come, and who they are as far as the gate lets that be told. */
export async function overviewOf(study: MemberStudy, now = new Date()) {
  const fieldwork = await readFieldwork(db(), study.id);
  const newest = fieldwork.doors[0];
  const instrument = newest && (await getInstrument(db(), newest.versionId));
  const pages = instrument?.pages ?? [];
  const funnel = pageFunnel(
    pages.map((page) => page.code),
    fieldwork.stops,
    fieldwork.received + fieldwork.withdrawn,
  );
  const today = dayIn(study.timeZone, now);
  const { received, excluded, withdrawn } = fieldwork;
  return {
    received,
    excluded,
    withdrawn,
    today: fieldwork.days.find((one) => one.day === today)?.n ?? 0,
    overTime: answersOverTime(fieldwork.days),
    funnel,
    pages: pages.map(({ code, title }) => ({ code, title })),
    doors: fieldwork.doors.map(({ slug, name, expected, received, unfinished }) => ({
      slug,
      name,
      expected,
      received,
      unfinished,
      url: doorUrl(slug),
    })),
    groups: await groupsOf(study),
    staffK: study.staffK,
  };
}

/** The address people type or scan: always built from the configured one, never from a request. */
export const doorUrl = (slug: string) => `${env().publicUrl}/s/${slug}`;

/** The sizes of the background groups that may be told; undefined while there are too few answers for any. */
async function groupsOf(study: MemberStudy) {
  const kept = await columnsOf(study);
  if (!kept) return undefined;
  const view = buildView(kept.columns, {}, staffPolicy(study.staffK));
  if (!view.base.shown) return undefined;
  return view.variables.filter((one) => kept.columns.byCode.get(one.code)?.group);
}
