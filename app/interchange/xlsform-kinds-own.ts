import type { Item } from "#app/questions/index.ts";
import type { MatrixItem } from "#app/questions/matrix.ts";
import { type Form, type Particular, readers, type Special } from "./xlsform-kinds.ts";
import { isItem, moreColumn, readMore, withFlags } from "./xlsform-more.ts";
import { ownColumn } from "./xlsform-own.ts";
import type { SheetRow } from "./xlsform-sheets.ts";
import type { QuestionNode } from "./xlsform-tree.ts";

const carried = ["constraint", "constraint_message", "appearance", "parameters"];
/** Kinds the standard's types say all of, but for what `more` adds. */
const ofStandard = new Set(["scale", "year", "text", "catalogue", "consent"]);
const withOptions = new Set(["single", "multiple", "check", "ranking", "sum"]);
const numbers = new Set(["number", "nps", "slider", "differential"]);

/** A question of ours whose type alone does not say what it is. @returns undefined where the type is to be read instead */
export function ownParticular(node: QuestionNode, form: Form): Particular | undefined {
  const { columns } = form;
  const kind = columns.value(node.row, ownColumn("kind"));
  const cell = columns.value(node.row, moreColumn);
  if (!form.own || !kind || ofStandard.has(kind) || ((kind === "single" || kind === "multiple") && !cell))
    return undefined;
  const more = readMore(cell);
  const list = node.type.list || columns.value(node.row, ownColumn("list"));
  const found = withOptions.has(kind) ? form.options.of(list, false) : undefined;
  const standard = kind === "multiple" ? readers.select_multiple?.(node, form)?.item : {};
  const options = found && more ? { options: withFlags(found.options, more.flags) } : {};
  const item = { ...standard, ...more?.fields, ...options, kind };
  if (!more || !isItem(item)) {
    form.report.add(
      "lost.setting",
      { sheet: "survey", line: node.row.line },
      { name: moreColumn },
      node.name,
    );
    return undefined;
  }
  return {
    item: item as Special<Item>,
    ...(found ? { values: found.values } : {}),
    carried,
    numeric: numbers.has(kind),
  };
}

/** What the rows of a matrix of ours share. */
export function ownMatrix(row: SheetRow, first: QuestionNode, form: Form) {
  const more = readMore(form.columns.value(row, moreColumn));
  const list = form.options.of(first.type.list ?? "", false);
  if (!more || !list) return undefined;
  const { several, max } = more.fields as Partial<MatrixItem>;
  const fields = {
    several: several === true,
    ...(typeof max === "number" && Number.isInteger(max) && max > 0 ? { max } : {}),
  };
  return { fields, options: withFlags(list.options, more.flags), values: list.values };
}
