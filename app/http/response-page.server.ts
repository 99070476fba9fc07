import { respondentOf } from "#app/instrument/instrument-choice.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import { readFieldwork } from "#db/queries/fieldwork.server.ts";
import { listResponses, type ResponseKey } from "#db/queries/response-list.server.ts";
import { shownInstrument } from "./asked-instrument.server.ts";
import { db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";
import { type ResponseListQuery, responseListQuery } from "./studio.server.ts";

const rowsPerPage = 50;

/** The response table's address, read strictly. Empty fields of the filter form mean everything. */
export function readListQuery(search: URLSearchParams): ResponseListQuery {
  const given: Record<string, string> = Object.create(null);
  for (const [name, value] of search) {
    if (name === "lang" || value === "") continue;
    if (name in given) throw badRequest();
    given[name] = value;
  }
  const parsed = responseListQuery.safeParse({ ...given });
  if (!parsed.success) throw badRequest();
  return parsed.data;
}

/** One page of the response table with what its filters offer. @throws 400 for an address it does not know */
export async function responsePage(study: { id: string }, search: URLSearchParams) {
  let query = readListQuery(search);
  const { instrument, waveIds, choice } = await shownInstrument(study, search);
  query = { ...query, respondent: respondentOf(choice) };
  const { doors, received, excluded } = await readFieldwork(db(), study.id, waveIds);
  const filter = {
    waves: waveIds,
    door: query.door,
    day: query.day,
    language: query.language,
    excluded: query.state === "all" ? undefined : query.state === "excluded",
  };
  const read = (place: { after?: ResponseKey | undefined; before?: ResponseKey | undefined }) =>
    listResponses(db(), study.id, { filter, ...place, limit: rowsPerPage });
  let page = await read({ after: keyOf(query.after), before: keyOf(query.before) });
  if (query.before && !page.previous) {
    // Back at the start: the first page as it is now, full, with what came in meanwhile.
    query = { ...query, after: undefined, before: undefined };
    page = await read({});
  }
  return {
    choice,
    query,
    rows: page.rows,
    previous: page.previous && addressOf(page.previous),
    next: page.next && addressOf(page.next),
    received,
    excluded,
    doors: doors.map(({ slug, name }) => ({ slug, name })),
    languages: instrument ? (await getInstrument(db(), instrument.versionId)).languages : [],
  };
}

const addressOf = ({ day, id }: ResponseKey) => `${day}_${id}`;

function keyOf(place: string | undefined): ResponseKey | undefined {
  const [day, id] = place?.split(/_(.*)/) ?? [];
  return day && id ? { day, id } : undefined;
}
