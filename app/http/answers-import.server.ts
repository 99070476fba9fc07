import { createHash } from "node:crypto";
import { setImmediate as pause } from "node:timers/promises";
import { dayIn } from "#app/fieldwork/door.ts";
import { momentOf } from "#app/fieldwork/local-time.ts";
import { newShortCode } from "#app/fieldwork/short-code.server.ts";
import { itemsOf } from "#app/instrument/definition.ts";
import { answerColumns } from "#app/interchange/answers-form.ts";
import { placesIn } from "#app/interchange/answers-values.ts";
import { type Messages, messagesIn } from "#app/locales/index.ts";
import { isLanguage, type Language, languages } from "#app/locales/language.ts";
import { listCertificates } from "#db/queries/certificates.server.ts";
import { listAskedInstruments } from "#db/queries/columns.server.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import type { Imported } from "#db/queries/imported.server.ts";
import {
  addImportedResponses,
  createImportedWave,
  finishImport,
  listImports,
  undoImport,
} from "#db/queries/imported-waves.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { isVersionOf } from "#db/queries/waves.server.ts";
import { type AnswersOrder, type AnswersRead, readAnswersApart } from "./answers-import-read.server.ts";
import { connection, db } from "./db.server.ts";
import type { Membership } from "./session.server.ts";
import { decidedBy, versionsOf } from "./waves.server.ts";

/** What an import starts from: the questionnaires that the answers could be to. */
export async function importStart(study: MemberStudy) {
  const [versions, [main]] = await Promise.all([versionsOf(study), listAskedInstruments(db(), study.id)]);
  const usual = versions.find(({ instrumentId }) => instrumentId === main?.id) ?? versions[0];
  return {
    versions: versions.map(({ id, number, of, createdAt }) => ({
      ...{ id, number, of },
      day: dayIn(study.timeZone, new Date(createdAt)),
    })),
    version: usual?.id ?? "",
  };
}

const field = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** What a form says of how a file is to be read. Nothing of it is stored. */
async function orderOf(
  study: MemberStudy,
  form: FormData,
  want: AnswersOrder["want"],
): Promise<AnswersOrder | undefined> {
  const version = field(form, "version");
  if (!(await isVersionOf(db(), study.id, version))) return undefined;
  const instrument = await getInstrument(db(), version);
  const upload = form.get("file");
  const packed = form.get("table");
  const file = upload instanceof File && upload.size > 0 ? upload : undefined;
  const today = dayIn(study.timeZone, new Date());
  const day = field(form, "day");
  const said = field(form, "language");
  const language: Language = isLanguage(said)
    ? said
    : instrument.languages.includes("zh-CN")
      ? "zh-CN"
      : "en";
  return {
    source: file
      ? { file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } }
      : { packed: typeof packed === "string" ? packed : "" },
    instrument,
    certificates: await listCertificates(db()),
    choices: {
      ...{ today, language, day: /^\d{4}-\d\d-\d\d$/.test(day) && day <= today ? day : today },
      // A new file is looked at anew.
      ...(file || form.get("from") !== version ? { meanings: [] } : answerColumns(form)),
    },
    want,
  };
}

/** Stands for what the person saw: an import that would do something else is shown again first. */
const digestOf = ({ columns, good, days, name }: AnswersRead, { choices }: AnswersOrder) =>
  createHash("sha256")
    .update(JSON.stringify([columns, good, days, name, choices.day, choices.language]))
    .digest("hex")
    .slice(0, 32);

/** Problems of the form beside its columns; keys of `answersImport.problems` and `studio.problems`. */
export type ImportProblems = Partial<Record<"nameZh" | "agreed" | "columns" | "version" | "seen", string>>;

/**
 * A file, or the table a page sent back, read as the form says: the report, and what the form says, to be looked at.
 * @returns undefined for a version of another study
 * @throws Unreadable
 */
export async function checkAnswers(study: MemberStudy, form: FormData, problems: ImportProblems = {}) {
  const order = await orderOf(study, form, "report");
  if (!order) return undefined;
  const read = await readAnswersApart(order);
  const sha256 = read.sha256 ?? field(form, "sha256");
  const known = (await listImports(db(), study.id)).find(
    ({ imported }) => imported.sha256 === sha256 && imported.complete,
  );
  const { instrument, choices } = order;
  return {
    ...read,
    sha256: /^[0-9a-f]{64}$/.test(sha256) ? sha256 : "",
    seen: digestOf(read, order),
    problems: { ...(read.twice.length > 0 && { columns: "twice" }), ...problems } as ImportProblems,
    before: known && { number: known.number, name: known.name },
    values: {
      ...{ version: field(form, "version"), day: choices.day, language: choices.language },
      ...{ nameZh: field(form, "nameZh"), nameEn: field(form, "nameEn"), agreed: field(form, "agreed") },
    },
    languages: instrument.languages.filter(isLanguage),
    title: instrument.title,
    places: placesIn(instrument).map(({ target, item, option }) => ({
      target,
      text: item.text,
      ...(option !== undefined &&
        "options" in item && { option: item.options?.find(({ code }) => code === option)?.label }),
    })),
    /** Questions that no column answers. */
    without: itemsOf(instrument)
      .filter(
        ({ code, kind }) =>
          kind !== "consent" && !read.columns.some(({ target }) => target.split(".")[0] === code),
      )
      .map(({ code, text }) => ({ code, text })),
  };
}
export type CheckedAnswers = NonNullable<Awaited<ReturnType<typeof checkAnswers>>>;

/** Rows stored at a time, so that answers coming in meanwhile are not kept waiting. */
const batch = 200;

/**
 * Stores the answers of a file as a wave of their own, once the person has seen what would be stored and agreed to it.
 * @returns the wave's number, or the report again with what is wrong
 * @throws Unreadable
 */
export async function importAnswers(
  member: Membership,
  form: FormData,
): Promise<{ number: number } | { checked: CheckedAnswers } | undefined> {
  const { study, account } = member;
  const order = await orderOf(study, form, "answers");
  if (!order) return undefined;
  const read = await readAnswersApart(order);
  const nameZh = field(form, "nameZh").slice(0, 120);
  const problems: ImportProblems = {
    ...(nameZh === "" && { nameZh: "required" }),
    ...(form.get("agreed") !== "yes" && { agreed: "notAgreed" }),
    ...(read.twice.length > 0 && { columns: "twice" }),
    ...(read.good === 0 && { columns: "nothing" }),
    ...(field(form, "seen") !== digestOf(read, order) && { seen: "changed" }),
  };
  if (Object.keys(problems).length > 0) {
    const checked = await checkAnswers(study, form, problems);
    return checked && { checked };
  }
  const now = new Date().toISOString();
  const imported: Imported = {
    ...{ file: read.name, format: read.format, when: now, by: account.name, rows: read.good },
    ...{ sha256: field(form, "sha256").slice(0, 64), complete: false },
  };
  const versionId = field(form, "version");
  const wave = await connection().commit((trx) =>
    createImportedWave(trx, decidedBy(member, reasonOf(read)), {
      ...{ versionId, imported, slug: newShortCode() },
      opensAt: momentOf(study.timeZone, `${read.days.first}T00:00`) ?? now,
      closesAt: momentOf(study.timeZone, `${read.days.last}T23:59`) ?? now,
      name: { "zh-CN": nameZh, en: field(form, "nameEn").slice(0, 120) || nameZh },
      doorName: {
        "zh-CN": messagesIn("zh-CN").answersImport.door,
        en: messagesIn("en").answersImport.door,
      },
    }),
  );
  if (!wave) return undefined;
  const answers = read.answers ?? [];
  for (let at = 0; at < answers.length; at += batch) {
    const some = answers.slice(at, at + batch);
    await connection().commit((trx) =>
      addImportedResponses(trx, { studyId: study.id, versionId }, wave, some),
    );
    await pause();
  }
  await connection().commit((trx) => finishImport(trx, wave.id, imported));
  return { number: wave.number };
}

/** Takes an import back, unless a release has counted it meanwhile: then the wave's page says so. */
export async function undoImportOf(member: Membership, waveId: string, file: string): Promise<void> {
  const reason = inBoth((words) => words.undone.replace("{file}", file));
  await connection().commit((trx) => undoImport(trx, decidedBy(member, reason), waveId));
}

const inBoth = (say: (words: Messages["answersImport"]) => string): string =>
  languages.map((language) => say(messagesIn(language).answersImport)).join("\n");

const reasonOf = ({ name, good }: AnswersRead) =>
  inBoth((words) => words.reason.replace("{file}", name).replace("{n}", String(good)));
