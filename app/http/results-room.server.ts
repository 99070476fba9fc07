import { redirect } from "@remix-run/node";
import { dayIn } from "#app/fieldwork/door.ts";
import { respondentOf } from "#app/instrument/instrument-choice.ts";
import type { Column } from "#app/results/column.ts";
import type { Columns } from "#app/results/columns.ts";
import type { Counting } from "#app/results/counting.ts";
import { type Cut, cutOf } from "#app/results/cut.ts";
import { type Condition, type Filter, variablesOf } from "#app/results/filter.ts";
import { type Policy, staffPolicy } from "#app/results/policy.ts";
import type { Asked } from "#app/ui/results/address.ts";
import { filterVariables, readAsked } from "#app/ui/results/read-asked.ts";
import type { ResultsHead } from "#app/ui/results/results-head.ts";
import { studyHead } from "#app/ui/studio/study-head.ts";
import { listImports } from "#db/queries/imported-waves.server.ts";
import { getThresholds } from "#db/queries/quality.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { columnsOf } from "./columns.server.ts";
import { db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";
import { requireMember } from "./session.server.ts";

/** What every page of the results room starts from, once there is something to ask. */
export interface ResultsRoom {
  head: ResultsHead;
  study: MemberStudy;
  search: URLSearchParams;
  asked: Asked;
  columns: Columns;
  policy: Policy;
  /** Leaves out the suspects where the address says so. */
  also: readonly Condition[];
  /**
   * Whom the quality indices call suspect: category 1. Judging a million takes seconds, which no page waits for that does
   * not leave them out: there it is undefined until somebody has asked for such a page since answers last changed.
   */
  suspect(): Promise<Column | undefined>;
  /**
   * Counts what a cut of these columns needs, beside the thread that answers students where it takes long, and remembers
   * it until answers change. @param what names the work among all others over the same cut @param filter the address's own
   */
  count<T>(what: string, work: (cut: Cut) => Counting<T>, filter?: Filter): Promise<T>;
}

/**
 * Who asks, for which study, and what the address selects.
 * @returns only a head while the study asks nothing yet, and for more conditions than can be checked: the page's frame
 * says which
 * @param page "main" for one that only the instrument the study is about has: other addresses lead there
 * @throws as `requireMember`; 400 for an address that names what is not there
 */
export async function resultsRoom(
  request: Request,
  slug: string | undefined,
  page: "any" | "main" = "any",
): Promise<ResultsRoom | { head: ResultsHead; columns?: undefined }> {
  const { account, study } = await requireMember(request, slug);
  const base = { study: studyHead(study), account: { name: account.name }, k: study.staffK };
  const now = { strict: study.disclosure === "strict", day: dayIn(study.timeZone, new Date()) };
  const { pathname, searchParams: search } = new URL(request.url);
  if (page === "main" && search.has("respondent")) throw redirect(pathname);
  const { instrument, waveIds, choice } = await shownInstrument(study, search);
  const imports = await listImports(db(), study.id, waveIds);
  const respondent = respondentOf(choice);
  const whose = respondent ? { respondent } : {};
  const imported = imports.map(({ name }) => name);
  const nothing = {
    ...base,
    ...now,
    choice,
    ...(imported.length > 0 && { imported }),
    asked: { ...whose, first: {} },
    variables: [],
  };
  const thresholds = await getThresholds(db(), study.id);
  const known = instrument && (await columnsOf(study, instrument.key));
  if (!known) return { head: { ...nothing, empty: "noSurvey" } };
  const { columns } = known;
  const read = readAsked(search, variablesOf(columns));
  if (read === "unknown") throw badRequest();
  const variables = filterVariables(columns);
  if (read === "too-many") return { head: { ...nothing, variables, refused: read } };
  const asked = { ...read, ...whose };
  const head: ResultsHead = { ...nothing, asked, variables };
  const policy = staffPolicy(study.staffK, study.disclosure);
  const suspects = asked.withoutSuspects ? await known.judge(thresholds) : undefined;
  const also = suspects ? [{ column: suspects.column, chosen: [0] }] : [];
  return {
    ...{ head, study, search, asked, columns, policy, also },
    suspect: async () => (suspects ?? (await known.judgeSoon(thresholds)))?.column,
    count: (what, work, filter = asked.first) =>
      // Who is suspect follows the thresholds, and may matter to the work itself too.
      known.count(JSON.stringify([what, policy, filter, also.length, thresholds]), () =>
        work(cutOf(columns, filter, policy, also)),
      ),
  };
}
