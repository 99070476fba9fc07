import { z } from "zod";
import {
  type CohortProblem,
  mostCohortVariables,
  mostExpected,
  mostNameLetters,
  readCohort,
} from "#app/fieldwork/cohort.ts";
import { localTimeIn, momentOf } from "#app/fieldwork/local-time.ts";
import type { Text } from "#app/locales/language.ts";
import { publicPolicy } from "#app/results/policy.ts";
import type { DoorSettings } from "#db/queries/study-doors.server.ts";
import type { Wave, WaveSettings } from "#db/queries/waves.server.ts";
import { type Parsed, parseForm, type Refused } from "./forms.server.ts";

/** Messages are keys of `waves.problems` and `studio.problems`. */
const line = z
  .string("required")
  .transform((text) => text.replace(/\s+/g, " ").trim())
  .refine((text) => text.length <= mostNameLetters, "tooLong");
const needed = line.refine((text) => text !== "", "required");
const wholeNumber = (least: number, most: number) =>
  z
    .string("required")
    .transform((text) => text.normalize("NFKC").trim())
    .refine((text) => /^\d{1,9}$/.test(text), "wholeNumber")
    .transform(Number)
    .refine((n) => n >= least, "tooSmall")
    .refine((n) => n <= most, "tooLarge");
const optionalNumber = z.preprocess(
  (text) => (typeof text === "string" && text.trim() !== "" ? text : null),
  wholeNumber(1, mostExpected).nullable(),
);

/** A name in both languages; without an English one the Chinese stands for both. */
const textOf = (zh: string, en: string): Text => ({ "zh-CN": zh, en: en || zh });

const waveFields = z.object({
  nameZh: needed,
  nameEn: line.default(""),
  opens: z.string("required").min(1, "required"),
  closes: z.string("required").min(1, "required"),
  grace: wholeNumber(0, 7 * 24 * 60),
  version: z.string("required").min(1, "required"),
});

/**
 * Reads the form of a wave, whose times are local ones.
 * @param before the wave being changed: times left as they were keep their seconds, and may lie in the past
 */
export function readWaveForm(
  form: FormData,
  timeZone: string,
  before?: Wave,
  now = new Date(),
): Parsed<WaveSettings> {
  const parsed = parseForm(waveFields, form);
  const errors = parsed.ok ? {} : parsed.refused.errors;
  const moment = (name: string, known?: string) => {
    const local = String(form.get(name) ?? "");
    const isSame = known && localTimeIn(timeZone, new Date(known)) === local.slice(0, 16);
    const time = isSame ? known : momentOf(timeZone, local);
    if (!time) errors[name] ??= "noSuchTime";
    return time ?? "";
  };
  const opensAt = moment("opens", before?.opensAt);
  const closesAt = moment("closes", before?.closesAt);
  if (opensAt && closesAt && closesAt <= opensAt) errors.closes = "closesFirst";
  else if (!before && closesAt && Date.parse(closesAt) <= now.getTime()) errors.closes = "alreadyOver";
  if (!parsed.ok || Object.keys(errors).length > 0) return refused(form, errors);
  const { nameZh, nameEn, grace, version } = parsed.data;
  return {
    ok: true,
    data: { name: textOf(nameZh, nameEn), opensAt, closesAt, graceMinutes: grace, versionId: version },
  };
}

const doorFields = z.object({
  nameZh: needed,
  nameEn: line.default(""),
  expected: optionalNumber,
  most: optionalNumber,
});
export const doorKind = z.object({ kind: z.enum(["open", "class", "list"], "required") });

/** Reads the form of a door, with the rows of its cohort. Problems of row 2 are `cohort2`. */
export function readDoorForm(form: FormData): Parsed<DoorSettings> {
  const parsed = parseForm(doorFields, form);
  const field = (name: string) => String(form.get(name) ?? "");
  const rows = Array.from({ length: mostCohortVariables }, (_, at) => ({
    variable: field(`variable${at}`),
    "zh-CN": field(`zh${at}`),
    en: field(`en${at}`),
  }));
  const read = readCohort(rows.map((row) => (row["zh-CN"] || row.en ? row : { ...row, variable: "" })));
  const cohortErrors: Record<string, CohortProblem> =
    "problems" in read
      ? Object.fromEntries(Object.entries(read.problems).map(([at, problem]) => [`cohort${at}`, problem]))
      : {};
  if (!parsed.ok) return refused(form, { ...parsed.refused.errors, ...cohortErrors });
  if ("problems" in read) return refused(form, cohortErrors);
  const { nameZh, nameEn, expected, most } = parsed.data;
  return { ok: true, data: { name: textOf(nameZh, nameEn), cohort: read.cohort, expected, most } };
}

/** A new door; one for too few people has to be wanted explicitly. A class code stands for the class of its name. */
export function readNewDoorForm(form: FormData): Parsed<DoorSettings & z.infer<typeof doorKind>> {
  const settings = readDoorForm(form);
  const kind = parseForm(doorKind, form);
  const expected = optionalNumber.safeParse(form.get("expected")).data ?? null;
  // Said together with everything else, not after all else is right.
  const unconfirmed = expected !== null && expected < publicPolicy.k && form.get("small") !== "yes";
  if (!settings.ok || !kind.ok || unconfirmed)
    return refused(form, {
      ...(settings.ok ? {} : settings.refused.errors),
      ...(kind.ok ? {} : kind.refused.errors),
      ...(unconfirmed ? { small: "small" } : {}),
    });
  const { name, cohort } = settings.data;
  const isClass = kind.data.kind === "class" && !cohort.class;
  return {
    ok: true,
    data: { ...settings.data, ...kind.data, cohort: isClass ? { ...cohort, class: name } : cohort },
  };
}

const quotaFields = z
  .object({
    id: z.string().max(64).optional(),
    first: z.string().max(80).default(""),
    second: z.string().max(80).default(""),
    door: z.string().max(64).default(""),
    nameZh: line.default(""),
    nameEn: line.default(""),
    most: wholeNumber(1, 10_000_000),
  })
  .refine(({ first, second }) => !first || !second || itemOf(first) !== itemOf(second), {
    path: ["second"],
    error: "cellTwice",
  });
const itemOf = (condition: string) => condition.split("=")[0];

/** Reads the form of a quota; whether its conditions exist is for the caller to say. */
export const readQuotaForm = (form: FormData) => parseForm(quotaFields, form);

/**
 * Reads percentages by category; all empty is no target. They add up to 100, give or take half a percent of rounding.
 * @param codes the categories in their order; the field of the third is `share2`
 */
export function readTargetForm(form: FormData, codes: readonly string[]): Parsed<Record<string, number>> {
  const shares: Record<string, number> = Object.create(null);
  const errors: Record<string, string> = {};
  for (const [at, code] of codes.entries()) {
    const said = String(form.get(`share${at}`) ?? "")
      .normalize("NFKC")
      .replace(/%/g, "")
      .trim();
    if (said === "") continue;
    const share = /^\d{1,3}(\.\d{1,3})?$/.test(said) ? Number(said) : Number.NaN;
    if (share >= 0 && share <= 100) shares[code] = share;
    else errors[`share${at}`] = "badShare";
  }
  if (Object.keys(errors).length > 0) return refused(form, errors);
  const given = Object.values(shares);
  const sum = given.reduce((total, share) => total + share, 0);
  if (given.length > 0 && Math.abs(sum - 100) > 0.5 + 1e-9) {
    const result = refused(form, { sum: "badSum" });
    result.refused.values.sum = String(Math.round(sum * 10) / 10);
    return result;
  }
  return { ok: true, data: { ...shares } };
}

/** A form on its way back with what was wrong. */
export function refuseForm(form: FormData, errors: Record<string, string>): Refused {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of form) values[name] ??= typeof value === "string" ? value : "";
  return { values: { ...values }, errors };
}

const refused = (form: FormData, errors: Record<string, string>): { ok: false; refused: Refused } => ({
  ok: false,
  refused: refuseForm(form, errors),
});
