import { isDeepStrictEqual } from "node:util";
import { checkDefinition } from "#app/instrument/check.ts";
import type { Definition } from "#app/instrument/definition.ts";
import { type DraftChange, type DraftPlace, draftPlace } from "#app/instrument/draft-change.ts";
import { stepsFrom } from "#app/instrument/draft-steps.ts";
import { placeFor, wholeAt } from "#app/instrument/standing.ts";
import {
  type Column,
  columns,
  type EditorPageData,
  type HistoryLine,
  type Marks,
} from "#app/ui/instrument/editor/editor-data.ts";
import { listDraftChanges } from "#db/queries/instrument-drafts.server.ts";
import { languageOf } from "./cookies.server.ts";
import { db } from "./db.server.ts";
import { stepsKnown } from "./editor.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

/** What the address of the editor says: the chosen place, the column a narrow screen shows, the preview's language. */
function readAddress(request: Request, definition: Definition) {
  const { searchParams } = new URL(request.url);
  const reader = languageOf(request);
  const usualLanguage = definition.languages.includes(reader) ? reader : (definition.languages[0] ?? "zh-CN");
  const asked = draftPlace.safeParse(searchParams.get("at")).data;
  const isThere = asked !== undefined && wholeAt(definition, asked) !== undefined;
  const column = searchParams.get("column") as Column;
  const language = searchParams.get("language") ?? "";
  const fallback: Column = isThere ? "properties" : "outline";
  return {
    place: isThere ? asked : placeFor("page", definition.pages[0]?.code ?? ""),
    column: columns.includes(column) ? column : fallback,
    ...{ usualLanguage, language: definition.languages.includes(language) ? language : usualLanguage },
    done: Number(searchParams.get("done") ?? Number.NaN),
  };
}

/** Everything the editor shows of a draft. */
export async function editorPage(room: InstrumentRoom, request: Request): Promise<EditorPageData> {
  const { draft, version, study, head } = room;
  const { definition } = draft;
  const lines = await listDraftChanges(db(), room.instrument.id, { limit: stepsKnown });
  const findings = checkDefinition(definition);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const { done, ...address } = readAddress(request, definition);
  return {
    ...{ head, definition, ...address, ...steps(lines) },
    timeZone: study.timeZone,
    published: version && { number: version.number, definition: version.definition },
    differs: !version || !isDeepStrictEqual(definition, version.definition),
    marks: marksOf(findings),
    ...{ errors, hints: findings.length - errors },
    last: lines[0],
    isDone: lines[0] !== undefined && lines[0].number === done,
  };
}

/** What a step back would take back, and a step forth bring back. */
function steps(lines: HistoryLine[]): { undo: DraftChange | undefined; redo: DraftChange | undefined } {
  const { back, forth } = stepsFrom(lines);
  const changeOf = (number: number | undefined) => lines.find((line) => line.number === number)?.change;
  const [last] = lines;
  const here = last?.change.did === "undo" ? last.change.number : last?.number;
  return { undo: back === undefined ? undefined : changeOf(here), redo: changeOf(forth) };
}

function marksOf(findings: ReturnType<typeof checkDefinition>): Record<DraftPlace, Marks> {
  const marks: Record<DraftPlace, Marks> = {};
  for (const { place, severity, code, details } of findings) {
    const so = marks[place] ?? { errors: 0, hints: 0, missing: "" };
    if (code === "missing-text") so.missing = String(details.languages ?? "");
    else if (severity === "error") so.errors++;
    else so.hints++;
    marks[place] = so;
  }
  return marks;
}

/** The editor's address with a place chosen and, after a change, its state named. */
export function editorAddress(
  { study, instrument }: Pick<InstrumentRoom, "study" | "instrument">,
  url: string,
  { place, saved }: { place: DraftPlace; saved: number },
): string {
  const { searchParams } = new URL(url);
  const query = new URLSearchParams({ at: place });
  for (const name of ["column", "language"]) {
    const value = searchParams.get(name);
    if (value && /^[\w-]{1,40}$/.test(value)) query.set(name, value);
  }
  query.set("done", String(saved));
  return `/studio/${study.slug}/instruments/${instrument.code}?${query}`;
}
