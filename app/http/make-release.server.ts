import { randomBytes } from "node:crypto";
import { freeze } from "#app/briefs/freeze.ts";
import { groupVariables } from "#app/briefs/group-variables.ts";
import { PUBLIC_K, type Release } from "#app/briefs/release.ts";
import { holdBackFromAll } from "#app/briefs/steps.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language, type Text } from "#app/locales/language.ts";
import { variablesOf } from "#app/results/filter.ts";
import { buildGroupTable, buildView } from "#app/results/gate.ts";
import { publicPolicyOf } from "#app/results/policy.ts";
import type { View } from "#app/results/view.ts";
import type { Connection } from "#db/connect.server.ts";
import { listAskedInstruments } from "#db/queries/columns.server.ts";
import { listImports } from "#db/queries/imported-waves.server.ts";
import {
  createRelease,
  findReleaseSpan,
  isRounded,
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

/** What the researcher decides: everything else follows from the answers. */
export interface ReleaseChoices {
  /** Publish tables that name the colleges or classes behind the links. */
  byCollege?: boolean;
}

/** What the next release of a study would be, as of now. Nothing is stored. */
export async function previewRelease(
  connection: Pick<Connection, "db">,
  study: ReleaseStudy,
  columnsFrom: typeof columnsOf = columnsOf,
  { byCollege }: ReleaseChoices = {},
): Promise<Preview> {
  const earlier = (await readReleases(connection.db, study.id)).map((one) => one.release);
  const { asked, waveIds } = await releasedInstrument(connection.db, study, earlier);
  const known = asked && (await columnsFrom(study, asked.key));
  const span = known && (await findReleaseSpan(connection.db, study.id, waveIds));
  if (!known || !span) return { missing: PUBLIC_K };
  const { columns, instrument } = known;
  const last = earlier.at(-1);
  const policy = publicPolicyOf(study.disclosure);
  const view = buildView(columns, {}, policy);
  const variables = groupVariables(shortVariables(view, variablesOf(columns)), byCollege);
  const release = freeze(
    {
      number: (last?.number ?? 0) + 1,
      date: today(study.timeZone),
      title: study.title,
      synthetic: study.synthetic,
      method: {
        ...study.method,
        limits: [...study.method.limits, ...(await importedLimits(connection, study, waveIds))],
      },
      instrument,
      ...span,
      disclosure: study.disclosure,
      groupedBy: variables,
      ...(byCollege ? { byCollege } : {}),
    },
    view,
    instrument.scoring.flatMap((theme) =>
      variables.map((variable) => buildGroupTable(columns, {}, theme.code, variable.code, policy)),
    ),
  );
  if (!release) return { missing: PUBLIC_K };
  const missing = missingForNext(release.n, last && { responses: last.n }, isRounded(release, last));
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
  choices: ReleaseChoices = {},
): Promise<StoredRelease | { missing: number } | "late"> {
  const { release, missing } = await previewRelease(connection, study, columnsFrom, choices);
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

/**
 * The one instrument a study's releases are of: that of the releases there are, so that each can be held against those
 * before it, else the one the study is about. Answers to others are never in them.
 */
export async function releasedInstrument(
  db: Connection["db"],
  study: { id: string },
  earlier: readonly Pick<Release, "method">[],
) {
  const all = await listAskedInstruments(db, study.id);
  const code = earlier.at(-1)?.method.instrument.code;
  const asked = all.find((one) => one.code === code) ?? all[0];
  return { asked, waveIds: all.length > 1 ? asked?.waveIds : undefined, others: all.length > 1 };
}

/** What a release says of answers that were not given on our pages. */
async function importedLimits(
  { db }: Pick<Connection, "db">,
  { id }: { id: string },
  waveIds: readonly string[] | undefined,
): Promise<Text[]> {
  const imports = await listImports(db, id, waveIds);
  if (imports.length === 0) return [];
  const say = (language: Language) => {
    const { answersImport, studio } = messagesIn(language);
    const waves = imports.map(({ name }) => name[language]).join(studio.overview.listComma);
    return fill(answersImport.method, { waves });
  };
  return [{ "zh-CN": say("zh-CN"), en: say("en") }];
}

/** Variables with the short names that the view knows them by. */
const shortVariables = <Variable extends { code: string; text: Text }>(view: View, variables: Variable[]) =>
  variables.map((one) => {
    const short = view.variables.find(({ code }) => code === one.code)?.short;
    return { ...one, ...(short ? { short } : {}) };
  });

/** Today's date where the study is. */
const today = (timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());
