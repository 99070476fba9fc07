import {
  type LetterBox,
  type LetterProblem,
  type LetterTemplate,
  letterProblems,
} from "#app/fieldwork/letter.ts";
import { mailRules, reminderRefusal } from "#app/fieldwork/mail-rules.ts";
import { messagesIn } from "#app/locales/index.ts";
import { type Language, languages } from "#app/locales/language.ts";
import { getInstrument } from "#db/queries/doors.server.ts";
import { type ListDoor, listColumns } from "#db/queries/invitations.server.ts";
import { findSampleSource } from "#db/queries/mail-messages.server.ts";
import {
  countUninvited,
  createMailing,
  findLastLetter,
  listLetterTimes,
  type MailKind,
} from "#db/queries/mailings.server.ts";
import { connection, db } from "./db.server.ts";
import { letterFor, personalLinks } from "./mail-letter.server.ts";

/** Letters to begin with, as somebody would write them in each language. */
const defaultLetter = (kind: MailKind): LetterTemplate => {
  const [zh, en] = [messagesIn("zh-CN"), messagesIn("en")].map((one) => one.mail.defaults[kind]);
  return {
    subject: { "zh-CN": zh?.subject ?? "", en: en?.subject ?? "" },
    body: { "zh-CN": zh?.body ?? "", en: en?.body ?? "" },
  };
};

/** A letter about to be written: its text so far, what it may use, and what the rules say. */
export async function letterPage(list: ListDoor, kind: MailKind, now = new Date()) {
  const [earlier, times, columns, uninvited] = await Promise.all([
    findLastLetter(db(), list.collectorId, kind),
    listLetterTimes(db(), list.collectorId),
    listColumns(db(), list.collectorId),
    kind === "invitation" ? countUninvited(db(), list.collectorId) : undefined,
  ]);
  const time = now.getTime();
  return {
    slug: list.slug,
    name: list.name,
    kind,
    letter: earlier ?? defaultLetter(kind),
    columns,
    uninvited,
    reminders: times.filter((one) => one.kind === "reminder").length,
    rules: mailRules,
    refusal: kind === "reminder" ? reminderRefusal(times, now) : undefined,
    closed: list.times.closed || Date.parse(list.times.closesAt) <= time,
    early: time < Date.parse(list.times.opensAt),
    timeZone: list.study.timeZone,
  };
}

export interface LetterPreview {
  language: Language;
  /** Whose values it shows; undefined where nobody on the list reads this language. */
  email?: string;
  subject: string;
  text: string;
}

/** What is wrong with a letter, or how it will look to somebody on the list in each language. */
export async function previewLetter(
  list: ListDoor,
  letter: LetterTemplate,
): Promise<{ problems: Partial<Record<LetterBox, LetterProblem>> } | { previews: LetterPreview[] }> {
  const problems = letterProblems(letter, await listColumns(db(), list.collectorId));
  if (Object.keys(problems).length > 0) return { problems };
  const instrument = await getInstrument(db(), list.versionId);
  const previews = languages.map(async (language): Promise<LetterPreview> => {
    const sample = await findSampleSource(db(), list.collectorId, language);
    const nobody = {
      email: null,
      name: null,
      language,
      fields: {},
      timeZone: list.study.timeZone,
      closesAt: list.times.closesAt,
      versionId: list.versionId,
      method: list.study.method,
    };
    const { subject, text } = letterFor(
      { ...(sample ?? nobody), ...letter },
      instrument,
      personalLinks(undefined),
    );
    return { language, subject, text, ...(sample?.email ? { email: sample.email } : {}) };
  });
  return { previews: await Promise.all(previews) };
}

/** Puts a letter into the queue. */
export const queueLetter = (
  list: ListDoor,
  kind: MailKind,
  letter: LetterTemplate,
  accountId: string,
  now = new Date().toISOString(),
) =>
  connection().commit((trx) =>
    createMailing(trx, {
      ...letter,
      studyId: list.study.id,
      collectorId: list.collectorId,
      slug: list.slug,
      kind,
      accountId,
      now,
    }),
  );
