import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { planTranslation, type TranslationPlan, withTexts } from "#app/instrument/translations.ts";
import { Unreadable } from "#app/interchange/index.ts";
import {
  type TranslationFormat,
  translationFormats,
  writeTranslation,
} from "#app/interchange/translation-file.ts";
import { attachment } from "./attachment.server.ts";
import { notFound } from "./errors.server.ts";
import { readTranslationFile } from "./instrument-import.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";
import { saveState } from "./translations.server.ts";

/** `ug.xlsx`: everything there is to translate into a language. @throws 404 for another format or language */
export async function translationFile(
  { draft: { definition } }: InstrumentRoom,
  file: string,
): Promise<Response> {
  const [, target = "", ending = ""] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
  const [source = ""] = definition.languages;
  const isKnown = Object.hasOwn(translationFormats, ending) && definition.languages.includes(target);
  if (!isKnown || target === source) throw notFound();
  const format = ending as TranslationFormat;
  const bytes = await writeTranslation(definition, format, { source, target });
  const name = `${definition.code}-${target}.${ending}`;
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      "Content-Type": translationFormats[format].mediaType,
      "Content-Disposition": attachment(name, name),
      "Cache-Control": "no-store",
    },
  });
}

/** What is shown of a translation before anybody agrees to it. */
export interface ShownTranslation {
  source: string;
  target: string;
  plan: TranslationPlan;
  /** Rows beyond those of the plan that are shown. */
  more: number;
  counts: { fresh: number; changed: number; outdated: number; unknown: number };
  pack: string;
  meanwhile: boolean;
}
export type TranslationAnswer =
  | { refused: string }
  | { notHere: string }
  | { sameLanguage: true }
  | { shown: ShownTranslation };

const mostShown = 250;
const packed = z.object({
  base: z.int(),
  target: z.string().max(40),
  source: z.string().max(40),
  entries: z
    .array(z.object({ id: z.string().max(300), source: z.string().optional(), target: z.string().max(4000) }))
    .max(60_000),
});
type Packed = z.output<typeof packed>;

/** Reads a file and says what it would change. Nothing is stored. @throws Unreadable */
export async function previewTranslation(room: InstrumentRoom, form: FormData): Promise<TranslationAnswer> {
  const file = form.get("file");
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const read = await readTranslationFile({ name: "", bytes });
  const { languages } = room.draft.definition;
  const target = read.target ?? String(form.get("language") ?? "");
  const source = read.source ?? languages[0] ?? "";
  if (!languages.includes(target)) return { notHere: target };
  if (!languages.includes(source)) return { notHere: source };
  if (target === source) return { sameLanguage: true };
  const entries = read.entries.map(({ id, source: from, target: into }) => ({
    ...{ id: id.slice(0, 300), target: into },
    ...(from === undefined ? {} : { source: from }),
  }));
  return { shown: shownPlan(room, { base: room.draft.number, source, target, entries }) };
}

function shownPlan({ draft }: InstrumentRoom, pack: Packed, meanwhile = false): ShownTranslation {
  const { source, target, entries } = pack;
  const plan = planTranslation(draft.definition, { source, target }, entries);
  const rows = [...plan.fresh, ...plan.changed];
  const changed = plan.changed.slice(0, mostShown);
  const fresh = plan.fresh.slice(0, mostShown - changed.length);
  return {
    ...{ source, target, meanwhile },
    plan: { ...plan, changed, fresh, unknown: plan.unknown.slice(0, 50) },
    more: rows.length - changed.length - fresh.length,
    counts: {
      ...{ fresh: plan.fresh.length, changed: plan.changed.length, unknown: plan.unknown.length },
      outdated: rows.filter(({ outdated }) => outdated).length,
    },
    pack: gzipSync(JSON.stringify({ ...pack, base: draft.number })).toString("base64"),
  };
}

/**
 * Stores what was agreed to, unless the draft has changed since it was shown: then it is shown again.
 * @throws Unreadable for a form that is not the page's
 */
export async function applyTranslation(
  room: InstrumentRoom,
  form: FormData,
): Promise<{ saved: number; target: string } | { shown: ShownTranslation }> {
  const pack = unpacked(String(form.get("pack") ?? ""));
  const { definition, number } = room.draft;
  const isThere = [pack.source, pack.target].every((one) => definition.languages.includes(one));
  if (!isThere || pack.base !== number) return { shown: shownPlan(room, pack, true) };
  const plan = planTranslation(definition, pack, pack.entries);
  const skips = form.get("skip") === "outdated";
  const rows = [...plan.fresh, ...plan.changed].filter(({ outdated }) => !(skips && outdated));
  const words = new Map(rows.map(({ id, after }) => [id, after.replace(/\r\n?/g, "\n")]));
  if (words.size === 0) return { saved: 0, target: pack.target };
  const saved = await saveState(room, withTexts(definition, pack.target, words), pack.target);
  return saved ? { saved: words.size, target: pack.target } : { shown: shownPlan(room, pack, true) };
}

function unpacked(sent: string): Packed {
  try {
    const text = gunzipSync(Buffer.from(sent, "base64"), { maxOutputLength: 12_000_000 }).toString();
    return packed.parse(JSON.parse(text));
  } catch {
    throw new Unreadable("broken");
  }
}
