import { randomBytes } from "node:crypto";
import { freeze } from "#app/briefs/freeze.ts";
import { groupVariables } from "#app/briefs/group-variables.ts";
import { PUBLIC_K, type Release } from "#app/briefs/release.ts";
import { holdBackFromAll } from "#app/briefs/steps.ts";
import { variablesOf } from "#app/results/filter.ts";
import { buildGroupTable, buildView } from "#app/results/gate.ts";
import { publicPolicy } from "#app/results/policy.ts";
import type { Connection } from "#db/connect.server.ts";
import {
  createRelease,
  findReleaseSpan,
  missingForNext,
  type ReleaseStudy,
  readReleases,
  type StoredRelease,
} from "#db/queries/releases.server.ts";
import { columnsOf } from "./columns.server.ts";
import { makeFilesSoon } from "./release-files.server.ts";

export interface Preview {
  /** Answers that would be counted; undefined while there are too few even to say. */
  release?: Release;
  /** Answers still missing for the next release; 0 when it may be made. */
  missing: number;
}

/** What the next release of a study would be, as of now. Nothing is stored. */
export async function previewRelease(
  connection: Pick<Connection, "db">,
  study: ReleaseStudy,
  columnsFrom: typeof columnsOf = columnsOf,
): Promise<Preview> {
  const known = await columnsFrom(study);
  const span = known && (await findReleaseSpan(connection.db, study.id));
  if (!known || !span) return { missing: PUBLIC_K };
  const { columns, instrument } = known;
  const earlier = (await readReleases(connection.db, study.id)).map((one) => one.release);
  const last = earlier.at(-1);
  const variables = groupVariables(variablesOf(columns));
  const release = freeze(
    {
      number: (last?.number ?? 0) + 1,
      date: today(study.timeZone),
      title: study.title,
      synthetic: study.synthetic,
      method: study.method,
      instrument,
      ...span,
      groupedBy: variables,
    },
    buildView(columns, {}, publicPolicy),
    instrument.scoring.flatMap((theme) =>
      variables.map((variable) => buildGroupTable(columns, {}, theme.code, variable.code, publicPolicy)),
    ),
  );
  if (!release) return { missing: PUBLIC_K };
  const missing = missingForNext(release.n, last && { responses: last.n });
  return { release: holdBackFromAll(earlier, release), missing };
}

/**
 * Makes the next release of a study from what is counted now, and starts making its files.
 * @returns how many answers are missing when it is too early; "late" when somebody else was faster
 */
export async function makeRelease(
  connection: Connection,
  study: ReleaseStudy,
  account: { id: string },
  columnsFrom: typeof columnsOf = columnsOf,
): Promise<StoredRelease | { missing: number } | "late"> {
  const { release, missing } = await previewRelease(connection, study, columnsFrom);
  if (!release || missing > 0) return { missing };
  const id = randomBytes(16).toString("hex");
  const made = await connection.db.transaction().execute((trx) =>
    createRelease(trx, {
      id,
      studyId: study.id,
      accountId: account.id,
      releasedAt: new Date().toISOString(),
      content: release,
      decisionId: randomBytes(16).toString("hex"),
    }),
  );
  if (made !== "created") return "late";
  makeFilesSoon(connection, { id, release });
  return { id, release };
}

/** Today's date where the study is. */
const today = (timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
