import type { WrittenItem } from "#app/questions/index.ts";
import type { Field, RowsField, TextField } from "./field.ts";

const text: TextField = { type: "text", name: "text", label: "text", lines: 2 };
const help: Field = { type: "text", name: "help", label: "help", optional: true, group: "more" };
const required: Field = { type: "tick", name: "required", label: "required" };
const showIf: Field = { type: "condition", name: "showIf", label: "showIf", group: "logic" };
const code: Field = { type: "code", name: "code", label: "code", form: "item", group: "analysis" };
const short: Field = { type: "text", name: "short", label: "short", optional: true, group: "analysis" };
const background: Field = { type: "tick", name: "background", label: "background", group: "analysis" };

/** What belongs to reading the answers rather than to asking. */
const analysis: readonly Field[] = [
  code,
  short,
  { type: "choice", name: "theme", label: "theme", from: "themes", optional: true, group: "analysis" },
  { type: "line", name: "subtheme", label: "subtheme", group: "analysis" },
  background,
  { type: "list", name: "mirrors", label: "mirrors", group: "analysis" },
];
const shared = (...own: Field[]): readonly Field[] => [text, ...own, required, help, showIf, ...analysis];

const label: TextField = { type: "text", name: "label", label: "label" };
const optionCode: Field = { type: "code", name: "code", label: "optionCode", form: "option", group: "more" };
const optionIf: Field = { type: "condition", name: "showIf", label: "optionIf", group: "more" };
const other: Field = { type: "tick", name: "other", label: "other", optional: true, group: "more" };
const alone: Field = { type: "tick", name: "exclusive", label: "exclusive", optional: true, group: "more" };

const options = (...own: Field[]): RowsField => ({
  type: "rows",
  name: "options",
  label: "options",
  words: "label",
  key: "option",
  of: [label, ...own, optionIf, optionCode],
});
const one = options(other);
const several = options(other, alone);
const plain = options();

const least: Field = { type: "number", name: "min", label: "min", optional: true };
const most: Field = { type: "number", name: "max", label: "max", optional: true };
const mostChoices: Field = { type: "number", name: "max", label: "mostChoices", optional: true };
const unit: Field = { type: "text", name: "unit", label: "unit", optional: true };
const maxLength: Field = { type: "number", name: "maxLength", label: "maxLength" };

const bands: RowsField = {
  type: "rows",
  name: "bands",
  label: "bands",
  words: "label",
  key: "option",
  of: [
    label,
    { type: "number", name: "from", label: "bandFrom", optional: true },
    { type: "number", name: "below", label: "bandBelow", optional: true },
    optionCode,
  ],
};
const steps: RowsField = {
  type: "rows",
  name: "steps",
  label: "steps",
  words: "label",
  key: "value",
  of: [
    { type: "number", name: "value", label: "value" },
    { type: "text", name: "label", label: "label", optional: true },
  ],
};
const matrixRows: RowsField = {
  type: "rows",
  name: "rows",
  label: "rows",
  words: "text",
  key: "item",
  fresh: { rev: 1 },
  of: [
    { type: "text", name: "text", label: "label" },
    { type: "text", name: "short", label: "short", optional: true, group: "more" },
    { type: "condition", name: "showIf", label: "optionIf", group: "more" },
    { type: "code", name: "code", label: "code", form: "item", group: "more" },
  ],
};
const body: RowsField = {
  type: "rows",
  name: "body",
  label: "body",
  words: "",
  of: [{ type: "text", name: "", label: "paragraph", lines: 2 }],
};

/** What can be set of a question of each kind, in the order of the form. A kind without its fields does not compile. */
export const itemFields: Record<WrittenItem["kind"], readonly Field[]> = {
  scale: shared(
    { type: "choice", name: "scale", label: "scale", from: "scales" },
    { type: "tick", name: "allowNA", label: "allowNA" },
    { type: "tick", name: "reverse", label: "reverse" },
    {
      ...{ type: "choice", name: "direction", label: "direction", group: "analysis" },
      from: ["favourable", "none"],
    },
    {
      ...{ type: "choice", name: "expect", label: "expectPoint", group: "analysis" },
      ...{ from: "points", optional: true, number: true },
    },
  ),
  single: shared(one),
  multiple: shared(several, { ...least, label: "leastChoices" }, mostChoices),
  year: shared(
    { type: "number", name: "min", label: "firstYear" },
    { type: "limit", of: "year", name: "max", label: "lastYear" },
  ),
  catalogue: shared(),
  text: shared(maxLength),
  consent: shared(),
  differential: shared(
    { type: "text", name: "left", label: "left" },
    { type: "text", name: "right", label: "right" },
    { type: "number", name: "points", label: "pointCount" },
  ),
  number: shared(least, most, { type: "number", name: "decimals", label: "decimals" }, unit, bands),
  date: shared(
    { type: "choice", name: "precision", label: "precision", from: ["month", "day"] },
    { type: "month", name: "min", label: "firstMonth" },
    { type: "limit", of: "month", name: "max", label: "lastMonth" },
  ),
  ranking: shared(plain, { ...mostChoices, label: "places" }),
  sum: shared(plain, { type: "number", name: "total", label: "total" }, unit),
  nps: shared({ type: "text", name: "low", label: "low" }, { type: "text", name: "high", label: "high" }),
  slider: shared(steps),
  short: shared(
    {
      ...{ type: "choice", name: "format", label: "format" },
      from: ["plain", "postcode", "code", "digits", "time", "web"],
    },
    maxLength,
  ),
  section: [{ ...text, label: "heading" }, body, help, showIf, code],
  image: [
    { type: "picture", name: "picture", label: "picture" },
    { type: "text", name: "alt", label: "alt", lines: 2 },
    { ...text, label: "caption" },
    showIf,
    code,
  ],
  check: shared(plain, { type: "choice", name: "expect", label: "expectOption", from: "options" }),
  matrix: shared(matrixRows, several, { type: "tick", name: "several", label: "several" }, mostChoices),
};
