import type { Condition } from "#app/questions/base.ts";
import type { WrittenItem } from "#app/questions/index.ts";
import type { Differences, Place } from "./differences-find.ts";
import { isSame, joined } from "./differences-find.ts";
import { textRule, type Words } from "./differences-text.ts";
import { isAnswered } from "./items.ts";

type Any = Record<string, unknown>;
interface Option {
  code: string;
  label: Words;
  showIf?: Condition;
  other?: boolean;
  exclusive?: boolean;
}
interface Row {
  code: string;
  rev: number;
  text: Words;
  short?: Words;
  showIf?: Condition;
}

/** The codes an item's answers are kept under. */
export const answersOf = (item: WrittenItem): string[] => {
  if (item.kind === "matrix") return item.rows.map(({ code }) => code);
  return isAnswered(item) ? [item.code] : [];
};

const texts = ["text", "help", "left", "right", "low", "high", "unit", "alt"];
/** What an answer is a number of: under another one it would be another number. */
const measures = ["scale", "points", "total", "precision", "several"];
const analysis = ["theme", "subtheme", "background", "mirrors", "direction", "bands"];
const rest = new Set([
  ...[...texts, ...measures, ...analysis],
  ...["code", "kind", "rev", "short", "required", "showIf", "reverse", "options", "rows", "steps", "body"],
  ...["width", "height", "min", "max", "maxLength", "decimals"],
]);

/** How one item differs between two versions. */
export function itemDifferences(found: Differences, was: WrittenItem, is: WrittenItem): void {
  const at: Place = { place: `item:${is.code}`, codes: answersOf(is), about: { ...is.text } };
  const [before, after] = [was as Any, is as Any];
  const setting = (detail: string) => ({ part: "other" as const, detail });
  if (was.kind !== is.kind) {
    found.add(at, setting("kind"), "kind", kindOf(was), kindOf(is));
    return;
  }
  const start = found.found.length;
  for (const name of measures)
    found.value(at, setting(name), name === "several" ? "kind" : "scale", before[name], after[name]);
  found.value(at, setting("reverse"), "reversed", before.reverse, after.reverse);
  for (const name of texts) {
    const part = name === "text" || name === "help" ? ({ part: name } as const) : setting(name);
    found.text(at, part, before[name] as Words, after[name] as Words);
  }
  found.text(at, setting("body"), bodyOf(found, before), bodyOf(found, after));
  found.label(at, { part: "short" }, was.short, is.short);
  optionDifferences(found, at, before.options as Option[], after.options as Option[]);
  stepDifferences(found, at, before.steps as Step[], after.steps as Step[]);
  found.value(at, setting("required"), "required", was.required, is.required);
  const chosen = is.kind === "multiple" || is.kind === "ranking" || is.kind === "matrix";
  for (const name of ["min", "max"])
    found.value(at, setting(name), chosen ? "asking" : "limits", before[name], after[name]);
  for (const name of ["maxLength", "decimals"])
    found.value(at, setting(name), "limits", before[name], after[name]);
  for (const name of Object.keys({ ...before, ...after }))
    if (!rest.has(name)) found.value(at, setting(name), "asking", before[name], after[name]);
  for (const name of analysis) found.value(at, setting(name), "analysis", before[name], after[name]);
  conditionDifference(found, at, undefined, was.showIf, is.showIf);
  rowDifferences(found, at, (before.rows ?? []) as Row[], (after.rows ?? []) as Row[]);
  if (is.rev > was.rev && found.found.length === start)
    found.value(at, setting("rev"), "revision", was.rev, is.rev);
}

const kindOf = ({ kind }: WrittenItem) => ({ value: kind });
const bodyOf = (found: Differences, { body }: Any) =>
  body ? joined(body as Words[], found.languages) : undefined;

export function conditionDifference(
  found: Differences,
  at: Place,
  detail: string | undefined,
  before: Condition | undefined,
  after: Condition | undefined,
): void {
  if (isSame(before, after)) return;
  found.add(
    at,
    { part: "condition", ...(detail === undefined ? {} : { detail }) },
    "condition",
    before && { condition: before },
    after && { condition: after },
  );
}

function optionDifferences(found: Differences, at: Place, was: Option[] = [], is: Option[] = []): void {
  const before = new Map(was.map((one) => [one.code, one]));
  const after = new Map(is.map((one) => [one.code, one]));
  for (const one of is) {
    const old = before.get(one.code);
    const part = { part: "option", detail: one.code } as const;
    if (!old) {
      found.add(at, part, "option", undefined, { text: said(one.label) });
      continue;
    }
    // A label another code had: what is stored under the two codes would change places.
    const taken = was.some(
      (other) => other.code !== one.code && !textRule(other.label, one.label, found.languages),
    );
    if (taken && textRule(old.label, one.label, found.languages))
      found.add(at, part, "swapped", { text: said(old.label) }, { text: said(one.label) });
    else found.text(at, part, old.label, one.label);
    for (const name of ["other", "exclusive"] as const)
      found.value(at, { part: "option", detail: `${one.code}.${name}` }, "asking", !!old[name], !!one[name]);
    conditionDifference(found, at, one.code, old.showIf, one.showIf);
  }
  for (const one of was)
    if (!after.has(one.code))
      found.add(at, { part: "option", detail: one.code }, "optionGone", { text: said(one.label) });
  const kept = (options: Option[], other: Map<string, Option>) =>
    options.map(({ code }) => code).filter((code) => other.has(code));
  found.value(at, { part: "options" }, "order", kept(was, after), kept(is, before));
}

const said = (label: Words) =>
  Object.fromEntries(Object.entries(label).map(([language, words]) => [language, words ?? ""]));

interface Step {
  value: number;
  label?: Words;
}
function stepDifferences(found: Differences, at: Place, was: Step[] = [], is: Step[] = []): void {
  const values = (steps: Step[]) => steps.map(({ value }) => value);
  found.value(at, { part: "other", detail: "steps" }, "scale", values(was), values(is));
  for (const { value, label } of is) {
    const old = was.find((one) => one.value === value);
    if (old) found.text(at, { part: "point", detail: String(value) }, old.label, label);
  }
}

function rowDifferences(found: Differences, at: Place, was: Row[], is: Row[]): void {
  const rowAt = (row: Row): Place => ({ ...at, codes: [row.code], about: said(row.text) });
  for (const row of is) {
    const old = was.find(({ code }) => code === row.code);
    const part = { detail: row.code };
    if (!old) {
      // One that was asked elsewhere is compared with what it was there.
      if (!found.was.has(row.code))
        found.add(rowAt(row), { part: "whole", ...part }, "added", undefined, { text: said(row.text) });
      continue;
    }
    const start = found.found.length;
    found.text(rowAt(row), { part: "text", ...part }, old.text, row.text);
    found.label(rowAt(row), { part: "short", ...part }, old.short, row.short);
    conditionDifference(found, rowAt(row), row.code, old.showIf, row.showIf);
    if (row.rev > old.rev && found.found.length === start)
      found.value(rowAt(row), { part: "other", detail: `${row.code}.rev` }, "revision", old.rev, row.rev);
  }
  for (const row of was)
    if (!is.some(({ code }) => code === row.code) && !found.is.has(row.code))
      found.add(rowAt(row), { part: "whole", detail: row.code }, "retired", { text: said(row.text) });
  const kept = (rows: Row[], other: Row[]) =>
    rows.map(({ code }) => code).filter((code) => other.some((one) => one.code === code));
  found.value(at, { part: "other", detail: "rows" }, "order", kept(was, is), kept(is, was));
}
