import type { z } from "zod";
import { type Definition, draftDefinition } from "../definition.ts";
import type { DraftPlace } from "../draft-change.ts";
import { codesOf } from "../free-code.ts";
import { changedForm, changeField } from "./change.ts";
import { lockedCodes } from "./codes.ts";
import { askedBefore } from "./earlier.ts";
import { type Field, inside, type Problems, type Values } from "./field.ts";
import { elementAt, type Found, withElement } from "./place.ts";
import { fieldsAt } from "./place-fields.ts";
import { type FormReading, readFields } from "./read.ts";
import { renamedIn } from "./rename.ts";

export type SetProperties =
  | { definition: Definition; place: DraftPlace }
  | { values: Values; problems: Problems };

/**
 * A definition with one place as its form says it, or what is wrong with the form, by field.
 * A code that changes takes along what refers to it. A form sent by one of its own buttons comes back changed, without
 * problems: nothing is set.
 * @throws when there is no such place: ask `fieldsAt` before
 */
export function setProperties(
  definition: Definition,
  place: DraftPlace,
  { [changeField]: said, ...values }: Values,
  published?: Definition,
): SetProperties {
  const found = elementAt(definition, place);
  const fields = fieldsAt(definition, place);
  if (!found || !fields) throw new Error(`no ${place}`);
  const { languages } = definition;
  const askable = askedBefore(definition, place);
  if (said) return { values: changedForm(values, said, { fields, languages, askable }), problems: {} };
  const reading: FormReading = {
    ...{ languages, askable, problems: {}, kept: new Map(), renamed: new Map() },
    codes: codesOf(definition),
    // Codes that new lines get are put among them; what goes back to the page is what was typed.
    values: { ...values },
  };
  const read = readFields(fields, found.element, reading);
  followExpected(read, reading);
  judgeCodes(found, read, reading, definition, lockedCodes(published));
  const set = withElement(definition, found.path, read);
  // A code that cannot be taken is followed nowhere.
  const followed =
    Object.keys(reading.problems).length > 0 ? set : renamedIn(set, whatIsRenamed(found, read, reading));
  const checked = draftDefinition.safeParse(followed);
  if (!checked.success)
    for (const issue of checked.error.issues) {
      const field = fieldOf(issue.path.slice(found.path.length), fields, reading.kept);
      reading.problems[field] ??= problemOf(issue);
    }
  if (Object.keys(reading.problems).length > 0 || !checked.success)
    return { values, problems: reading.problems };
  return { definition: checked.data, place: placeNow(place, read) };
}

const placeNow = (place: DraftPlace, { code }: Record<string, unknown>): DraftPlace => {
  const [kind] = place.split(":");
  return kind && place.includes(":") && kind !== "scale" && typeof code === "string"
    ? `${kind}:${code}`
    : place;
};

/** The instructed option goes by its new code too; one that is gone is a problem. */
function followExpected(read: Record<string, unknown>, { renamed, problems }: FormReading) {
  if (read.kind !== "check") return;
  const options = read.options as { code: string }[];
  const expected = renamed.get(String(read.expect)) ?? String(read.expect);
  read.expect = expected;
  if (!options.some(({ code }) => code === expected)) problems.expect ??= "not-an-option";
}

/** Codes that answers are kept under stay; none is used twice. */
function judgeCodes(
  { kind, element }: Found,
  read: Record<string, unknown>,
  { renamed, problems, kept }: FormReading,
  definition: Definition,
  locked: ReadonlySet<string>,
) {
  const was = "code" in element ? String(element.code) : "";
  const now = String(read.code ?? "");
  const moved = kind === "instrument" ? false : was !== now;
  const lockedAs = kind === "page" ? `page:${was}` : was;
  if (moved && locked.has(lockedAs)) problems.code ??= "published";
  const others = othersOf(kind, definition);
  if (moved && others.has(now)) problems.code ??= "taken";
  for (const name of ["options", "bands", "rows", "ticks"]) {
    const isItem = name === "rows" || name === "ticks";
    for (const [at, line] of ((read[name] ?? []) as { code: string }[]).entries()) {
      const field = inside(name, kept.get(name)?.[at] ?? at, "code");
      const old = [...renamed].find(([, code]) => code === line.code)?.[0];
      if (old && locked.has(isItem ? old : `${was} ${old}`)) problems[field] ??= "published";
      const own = linesOf(element, name).includes(old ?? line.code);
      if (isItem && (old || !own) && others.has(line.code)) problems[field] ??= "taken";
    }
  }
}

const linesOf = (element: unknown, name: string) =>
  (((element as Record<string, unknown>)[name] ?? []) as { code: string }[]).map(({ code }) => code);

const othersOf = (kind: Found["kind"], definition: Definition): ReadonlySet<string> => {
  if (kind === "page") return new Set(definition.pages.map(({ code }) => code));
  if (kind === "theme") return new Set(definition.themes.map(({ code }) => code));
  return kind === "scoring" ? new Set(definition.scoring.map(({ code }) => code)) : codesOf(definition);
};

function whatIsRenamed({ kind, element }: Found, read: Record<string, unknown>, { renamed }: FormReading) {
  const was = "code" in element ? String(element.code) : "";
  const now = String(read.code ?? "");
  const isCode = (code: string) => /^[A-Z]/.test(code);
  const named = kind === "item" || kind === "block" || kind === "theme" || kind === "consent";
  const codes = named ? [...renamed].filter(([old]) => isCode(old)) : [];
  const answers = new Map([...renamed].filter(([old]) => !isCode(old)));
  // In a matrix the answers are those of its rows.
  const asked =
    element && "kind" in element && element.kind === "matrix"
      ? (read.rows as { code: string }[]).map(({ code }) => code)
      : [now];
  return {
    codes: new Map(was && was !== now && named ? [...codes, [was, now]] : codes),
    answers: new Map(answers.size > 0 && kind === "item" ? asked.map((code) => [code, answers]) : []),
  };
}

/** The field that shows what a path of the definition leads to. */
function fieldOf(
  path: readonly PropertyKey[],
  fields: readonly Field[],
  kept: ReadonlyMap<string, number[]>,
): string {
  let name = "";
  for (const [depth, step] of path.entries()) {
    const index = typeof step === "number" ? (kept.get(name)?.[step] ?? step) : String(step);
    name = inside(name, index);
    const field = fields.find((one) => one.name === name);
    if (field && (field.type === "list" || field.type === "several")) return name;
    if (step === "showIf" && depth < path.length) return name;
  }
  return name || "form";
}

function problemOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "too_small") return `at-least:${issue.minimum}`;
  if (issue.code === "too_big")
    return `${issue.origin === "string" ? "too-long" : "at-most"}:${issue.maximum}`;
  if (issue.code === "invalid_type" && issue.expected === "int") return "not-whole";
  return "unknown";
}
