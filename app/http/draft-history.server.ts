import type { Definition } from "#app/instrument/definition.ts";
import { wholeAt } from "#app/instrument/standing.ts";
import type { HistoryPageData } from "#app/ui/instrument/editor/history-data.ts";
import { findEarlierState } from "#db/queries/draft-history.server.ts";
import { findDraftState, listDraftChanges } from "#db/queries/instrument-drafts.server.ts";
import { languageOf } from "./cookies.server.ts";
import { db } from "./db.server.ts";
import { save, stateOf } from "./editor.server.ts";
import { badRequest } from "./errors.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

const linesOnPage = 50;

/** A number of an address or a form. @throws 400 where it is something else */
function numberIn(value: unknown): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "string" || !/^\d{1,7}$/.test(value)) throw badRequest();
  return Number(value);
}

/** A page of a draft's history, the newest first, and the state that is looked at. */
export async function historyPage(room: InstrumentRoom, request: Request): Promise<HistoryPageData> {
  const { searchParams } = new URL(request.url);
  const before = numberIn(searchParams.get("before"));
  const look = numberIn(searchParams.get("look"));
  const lines = await listDraftChanges(db(), room.instrument.id, { before, limit: linesOnPage + 1 });
  const isWhole = lines.length <= linesOnPage;
  const start = isWhole ? await findEarlierState(db(), room.instrument.id, 0) : undefined;
  const looked = look === undefined ? undefined : await stateOf(room, look);
  const shown = lines.slice(0, linesOnPage);
  return {
    head: room.head,
    timeZone: room.study.timeZone,
    lines: shown,
    start: start?.version,
    older: isWhole ? undefined : shown.at(-1)?.number,
    isFirst: before === undefined,
    looked: looked && { number: looked.number, ...pagesOf(looked.definition, request) },
  };
}

function pagesOf(definition: Definition, request: Request) {
  const reader = languageOf(request);
  const asked = new URL(request.url).searchParams.get("page") ?? "";
  const isThere = asked === "consent" || wholeAt(definition, `page:${asked}`) !== undefined;
  return {
    pages: definition.pages.map(({ code, title }) => ({ code, title })),
    page: isThere ? asked : (definition.pages[0]?.code ?? ""),
    language: definition.languages.includes(reader) ? reader : (definition.languages[0] ?? "zh-CN"),
  };
}

/**
 * Makes an earlier state the newest: a change like any other.
 * @returns the number of the new state; undefined where somebody else changed the draft since the page was made
 */
export async function restore(room: InstrumentRoom, form: FormData): Promise<number | undefined> {
  const [base, to] = [numberIn(form.get("base")), numberIn(form.get("restore"))];
  if (base === undefined || to === undefined) throw badRequest();
  const latest = (await findDraftState(db(), room.instrument.id)) ?? room.draft;
  if (base !== latest.number) return undefined;
  const { definition } = await stateOf(room, to);
  return save(room, base, { definition, change: { did: "restore", number: to } });
}
