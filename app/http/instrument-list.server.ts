import { z } from "zod";
import { doorState } from "#app/fieldwork/door.ts";
import type { Definition } from "#app/instrument/definition.ts";
import type { DraftChange } from "#app/instrument/draft-change.ts";
import { definitions, isTemplate, templateNames } from "#app/instrument/templates/index.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, languages } from "#app/locales/language.ts";
import { findDraftState } from "#db/queries/instrument-drafts.server.ts";
import { type AskingWave, listAskingWaves } from "#db/queries/instrument-versions.server.ts";
import {
  createInstrument,
  findNewestVersion,
  listInstruments,
  type StudyInstrument,
} from "#db/queries/instruments.server.ts";
import type { MemberStudy } from "#db/queries/studies.server.ts";
import { connection, db } from "./db.server.ts";
import { parseForm, type Refused } from "./forms.server.ts";
import { titleOf } from "./instrument-room.server.ts";
import type { Membership } from "./session.server.ts";
import { refuseForm } from "./wave-forms.server.ts";
import { decidedBy } from "./waves.server.ts";

/** The instruments of a study: how far each is, where it is asked, and what to do next. */
export async function instrumentList(study: MemberStudy, now = new Date()) {
  const [instruments, waves] = await Promise.all([
    listInstruments(db(), study.id),
    listAskingWaves(db(), study.id),
  ]);
  return Promise.all(
    instruments.map(async (instrument) => {
      const [state, version] = await standing(instrument);
      const own = waves.filter(({ instrumentId }) => instrumentId === instrument.id);
      const definition = state?.definition ?? version?.definition;
      const changed =
        !!state && !!version && JSON.stringify(state.definition) !== JSON.stringify(version.definition);
      return {
        code: instrument.code,
        title: definition ? titleOf(definition, instrument.code) : undefined,
        respondent: definition?.respondent ?? "student",
        languages: definition?.languages ?? [],
        version: version?.number,
        changed,
        waves: own.map((one) => ({ number: one.number, name: one.name, version: one.version })),
        next: nextStep(version !== undefined, changed, own, now),
      };
    }),
  );
}
export type InstrumentLine = Awaited<ReturnType<typeof instrumentList>>[number];

const standing = ({ id }: StudyInstrument) =>
  Promise.all([findDraftState(db(), id), findNewestVersion(db(), id)]);

type NextStep = "finish" | "publish" | "wave" | "fieldwork";

function nextStep(published: boolean, changed: boolean, waves: AskingWave[], now: Date): NextStep {
  if (!published) return "finish";
  if (changed) return "publish";
  const lives = waves.some((wave) => doorState({ ...wave, closed: false }, false, now) !== "closed");
  return lives ? "fieldwork" : "wave";
}

/** What a new instrument can start from. */
export async function startingPoints(study: MemberStudy) {
  const lines = await instrumentList(study);
  return { templates: templateNames, copies: lines.map(({ code, title }) => ({ code, title })) };
}

const title = z.string().trim().max(200, "tooLong").default("");
const newInstrument = z.object({
  from: z.string("choose").min(1, "choose").max(100, "choose"),
  nameZh: title,
  nameEn: title,
  code: z
    .string()
    .trim()
    .regex(/^([a-z][a-z0-9-]{1,63})?$/, "code")
    .default(""),
});

/** Makes an instrument as the form says. @returns its code, or the form with what was wrong */
export async function makeInstrument(
  member: Membership,
  form: FormData,
): Promise<{ code: string } | Refused> {
  const read = parseForm(newInstrument, form);
  if (!read.ok) return read.refused;
  const { from, nameZh, nameEn, code } = read.data;
  const taken = (await listInstruments(db(), member.study.id)).map((one) => one.code);
  const start = await startFrom(member.study, from);
  if (!start) return refuseForm(form, { from: "choose" });
  if (from === "template:blank" && !nameZh && !nameEn) return refuseForm(form, { nameZh: "title" });
  if (code && (taken.includes(code) || ownPages.has(code))) return refuseForm(form, { code: "taken" });
  const own = start.definition.title;
  const named = {
    ...start.definition,
    code: code || freeName(start.definition.code, taken),
    // One title given stands for both; none leaves the template's.
    title: nameZh || nameEn ? { ...own, "zh-CN": nameZh || nameEn, en: nameEn || nameZh } : own,
  };
  const by = decidedBy(member, madeReason(titleOf(named, named.code)));
  const id = await connection().commit((trx) =>
    createInstrument(trx, by, { definition: named, change: start.change }),
  );
  return id === undefined ? refuseForm(form, { code: "taken" }) : { code: named.code };
}

/** Names of pages beside those of the instruments. */
const ownPages = new Set(["new", "import"]);

async function startFrom(
  study: MemberStudy,
  from: string,
): Promise<{ definition: Definition; change: DraftChange } | undefined> {
  const [kind, name = ""] = from.split(":");
  if (kind === "template")
    return isTemplate(name)
      ? { definition: definitions[name](), change: { did: "start", about: name } }
      : undefined;
  const original = (await listInstruments(db(), study.id)).find((one) => one.code === name);
  if (kind !== "copy" || !original) return undefined;
  const [state, version] = await standing(original);
  const definition = state?.definition ?? version?.definition;
  return definition && { definition, change: { did: "start", about: name } };
}

/** A name nobody has: the wished one, or with a number behind it. */
export function freeName(wished: string, taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wished : `${wished.slice(0, 60)}-${n}`;
    if (!taken.includes(name)) return name;
  }
}

/** What is kept of making an instrument, a line in each language; `sourceIn` reads it. */
export const madeReason = (called: Record<(typeof languages)[number], string>): string =>
  languages.map((one) => fill(messagesIn(one).instruments.make.made, { title: called[one] })).join("\n");
