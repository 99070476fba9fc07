import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { z } from "zod";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import { type GivenFile, type Place, type Refusal, Unreadable } from "#app/interchange/index.ts";
import type { TranslationFile } from "#app/interchange/translation-file.ts";
import { findDraftState, saveDraft } from "#db/queries/instrument-drafts.server.ts";
import { createInstrument, findInstrument, findNewestVersion } from "#db/queries/instruments.server.ts";
import { connection } from "./db.server.ts";
import { oneByOne } from "./in-thread.server.ts";
import type { ImportWork, ReadFile } from "./instrument-import-read.server.ts";
import type { Membership } from "./session.server.ts";

// Found by name: built code lies elsewhere than its sources, and a thread starts from a file.
const worker = createRequire(import.meta.url).resolve("#app/http/instrument-import-worker.server.ts");

/** Readers end within two seconds on the slowest of our machines; whoever takes this long means harm. */
const longest = 8_000;
/** Two hostile files at once would take twice the memory. */
const queue = oneByOne();

/**
 * Reads a file in a thread of its own, with little time and little memory. Which format it is says its content.
 * @throws Unreadable also for what takes too long or too much memory to read
 */
export const readInstrumentFile = (work: ImportWork): Promise<ReadFile> =>
  queue(() => readApart<ReadFile>(work));

/** The same for what a translator sends back. @throws Unreadable */
export const readTranslationFile = (translation: GivenFile): Promise<TranslationFile> =>
  queue(() => readApart<TranslationFile>({ translation }));

function readApart<T>(work: ImportWork | { translation: GivenFile }): Promise<T> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(worker, {
      workerData: work,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 110, maxYoungGenerationSizeMb: 16 },
    });
    thread.unref();
    const end = (settle: () => void) => {
      clearTimeout(late);
      settle();
      void thread.terminate();
    };
    const refuse = (reason: Refusal, place?: Place) => end(() => reject(new Unreadable(reason, place)));
    const late = setTimeout(() => refuse("tooLarge"), longest);
    thread.on("message", (said: { read: T } | { refused: { reason: Refusal; place?: Place } }) =>
      "read" in said ? end(() => resolve(said.read)) : refuse(said.refused.reason, said.refused.place),
    );
    thread.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse("tooLarge") : end(() => reject(error)),
    );
  });
}

/** What a form brings: an uploaded file, else pasted text, else what the report page sent back. */
export async function importWork(form: FormData): Promise<ImportWork> {
  const pack = form.get("pack");
  if (form.get("intent") === "agree" && typeof pack === "string") return { pack };
  const file = form.get("file");
  if (file instanceof File && file.size > 0)
    return { file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } };
  return { file: { name: "", bytes: new TextEncoder().encode(String(form.get("text") ?? "").trim()) } };
}

// These lead elsewhere below a study's instruments.
const reserved = new Set(["import", "new"]);

/** What somebody says when agreeing. Messages are keys of `exchange.problems`. */
export const agreement = z
  .object({
    target: z.string().max(64).default("new"),
    code: z.string().trim().default(""),
    title: z.string().trim().min(1, "noTitle").max(300, "longTitle"),
  })
  .superRefine(({ target, code }, context) => {
    if (target !== "new") return;
    const isCode = draftDefinition.shape.code.safeParse(code).success && !reserved.has(code);
    if (!isCode) context.addIssue({ code: "custom", path: ["code"], message: "badCode" });
  });

/**
 * Stores what was agreed to: a new instrument, or one more state of the draft of one that is there.
 * @returns the instrument's code, or what stands against it
 */
export async function storeImport(
  { study, account }: Pick<Membership, "study" | "account">,
  { draft, report }: ReadFile,
  { target, code, title }: z.output<typeof agreement>,
): Promise<{ code: string } | { problem: "taken" | "gone" | "meanwhile" }> {
  const definition = titled({ ...draft, code: target === "new" ? code : target }, title);
  const change = { did: "import" as const, ...(report.name ? { about: report.name } : {}) };
  const by = { studyId: study.id, accountId: account.id, now: new Date().toISOString() };
  return connection().commit(async (trx) => {
    if (target === "new") {
      const made = await createInstrument(trx, { ...by, reason: report.name }, { definition, change });
      return made ? { code } : { problem: "taken" as const };
    }
    const instrument = await findInstrument(trx, study.id, target);
    if (!instrument) return { problem: "gone" as const };
    const state = await findDraftState(trx, instrument.id);
    const { accountId, now } = by;
    const base = state?.number ?? (await baseOf(trx, instrument.id, { accountId, now }));
    const save = { instrumentId: instrument.id, base, definition, change, accountId, now };
    return (await saveDraft(trx, save)) ? { code: target } : { problem: "meanwhile" as const };
  });
}

type Transaction = Parameters<typeof findNewestVersion>[0];

/** A draft nobody has touched yet is the newest version: kept as its first state, so that there is a way back to it. */
async function baseOf(
  trx: Transaction,
  instrumentId: string,
  by: { accountId: string; now: string },
): Promise<number> {
  const version = await findNewestVersion(trx, instrumentId);
  if (!version) return 0;
  const { definition } = version;
  return (await saveDraft(trx, { instrumentId, base: 0, definition, change: { did: "start" }, ...by })) ?? 0;
}

/** The title in the instrument's main language; in another it stays as the file has it. */
function titled(draft: Definition, title: string): Definition {
  return { ...draft, title: { ...draft.title, [draft.languages[0] ?? "zh-CN"]: title } };
}
