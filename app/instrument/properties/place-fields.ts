import type { Definition } from "../definition.ts";
import type { DraftPlace } from "../draft-change.ts";
import type { Field } from "./field.ts";
import { itemFields } from "./item-fields.ts";
import { elementAt } from "./place.ts";

const title: Field = { type: "text", name: "title", label: "title" };
const optionalTitle: Field = { ...title, optional: true };
const intro: Field = { type: "text", name: "intro", label: "intro", optional: true, lines: 2 };
const showIf: Field = { type: "condition", name: "showIf", label: "showIf", group: "logic" };
const shuffle: Field = { type: "tick", name: "shuffle", label: "shuffle" };
const code: Field = { type: "code", name: "code", label: "code", form: "item", group: "analysis" };

const instrument: readonly Field[] = [
  title,
  { type: "text", name: "invitation", label: "invitation", lines: 3 },
  { type: "number", name: "minutes.from", label: "minutesFrom" },
  { type: "number", name: "minutes.to", label: "minutesTo" },
  { type: "text", name: "status", label: "status", lines: 2 },
  {
    ...{ type: "choice", name: "respondent", label: "respondent" },
    from: ["student", "teacher", "college", "employer"],
  },
  { type: "list", name: "languages", label: "languages" },
];
const consent: readonly Field[] = [
  {
    ...{ type: "rows", name: "letter", label: "letter", words: "" },
    of: [{ type: "text", name: "", label: "paragraph", lines: 3 }],
  },
  {
    ...{ type: "rows", name: "ticks", label: "ticks", words: "text", key: "item" },
    of: [
      { type: "text", name: "text", label: "label", lines: 2 },
      { type: "tick", name: "required", label: "required" },
      { type: "text", name: "short", label: "short", optional: true, group: "more" },
      { type: "code", name: "code", label: "code", form: "item", group: "more" },
    ],
    fresh: { kind: "consent", rev: 1, required: false, background: false, mirrors: [] },
  },
];
const page: readonly Field[] = [
  title,
  intro,
  { type: "tick", name: "optional", label: "optional" },
  { ...shuffle, label: "shufflePage" },
  showIf,
  { type: "code", name: "code", label: "pageCode", form: "page", group: "analysis" },
];
const block: readonly Field[] = [optionalTitle, intro, shuffle, showIf, code];
const scale: readonly Field[] = [
  { type: "choice", name: "kind", label: "scaleKind", from: ["agreement", "bipolar"] },
  {
    ...{ type: "rows", name: "points", label: "points", words: "label", key: "value" },
    of: [
      { type: "number", name: "value", label: "value" },
      { type: "text", name: "label", label: "label" },
      { type: "text", name: "short", label: "shortLabel", optional: true, group: "more" },
    ],
  },
  { type: "text", name: "notApplicable", label: "notApplicable", optional: true },
  { type: "text", name: "notApplicableShort", label: "notApplicableShort", optional: true },
];
const theme: readonly Field[] = [title, { ...code, label: "code" }];
const scoring: readonly Field[] = [
  title,
  { type: "text", name: "meaning", label: "meaning" },
  { type: "several", name: "items", label: "scoredItems" },
  { type: "number", name: "minValid", label: "minValid" },
  code,
];
const byKind = { instrument, consent, page, block, scale, theme, scoring } as const;

/** The fields of a place, in the order of the form; undefined where the definition has no such place. */
export function fieldsAt(definition: Definition, place: DraftPlace): readonly Field[] | undefined {
  const found = elementAt(definition, place);
  if (!found) return undefined;
  return found.kind === "item" ? itemFields[found.element.kind] : byKind[found.kind];
}
