import { otherCode } from "#app/instrument/asked.ts";
import { type Condition, code as codeRule } from "#app/questions/base.ts";
import type { Item } from "#app/questions/index.ts";
import type { MatrixItem } from "#app/questions/matrix.ts";
import type { SectionItem } from "#app/questions/section.ts";
import { Coding } from "./coding.ts";
import { limits, type Place, Unreadable } from "./report.ts";
import { type Form, type Particular, readers } from "./xlsform-kinds.ts";
import { ownMatrix, ownParticular } from "./xlsform-kinds-own.ts";
import { readCondition, routingColumn } from "./xlsform-more.ts";
import { ownColumn } from "./xlsform-own.ts";
import { noteText } from "./xlsform-pages.ts";
import { hasWords } from "./xlsform-report.ts";
import { type Asked, readRouting, routingBudget } from "./xlsform-routing.ts";
import { relevantOf } from "./xlsform-rows.ts";
import type { SheetRow } from "./xlsform-sheets.ts";
import type { GroupNode, QuestionNode } from "./xlsform-tree.ts";

/** Kept by the program that asks, not by anybody who answers. */
export const metadata = new Set(
  "start end today now deviceid subscriberid simserial phonenumber username email audit start-geopoint background-audio background-geopoint device_id start_time end_time xml-external csv-external".split(
    " ",
  ),
);
/** Columns whose content is read wherever they stand. */
const everywhere = new Set(["type", "name", "label", "hint", "relevant", "required"]);
/** Options of all questions together; the questions of one list share it, but not once they are stored. */
const optionsInAll = 50_000;

/** Reads the questions of a form one after the other; what was asked before is what conditions may speak of. */
export class Items {
  readonly codes = Coding.items();
  /** Columns that have no meaning here: reported once each. */
  readonly unread = new Set<string>();
  private readonly asked = new Map<string, Asked>();
  private readonly several = new Set<string>();
  private readonly form: Form;
  private readonly budget = routingBudget();
  private count = 0;
  private options = 0;

  constructor(form: Form) {
    this.form = form;
  }

  place = (row: SheetRow): Place => ({ sheet: "survey", line: row.line });

  /** @returns undefined for what no kind here can ask; it is reported */
  read(node: QuestionNode): Item | undefined {
    const { report, columns } = this.form;
    const { row, type } = node;
    const place = this.place(row);
    if (/^(yes|true)/i.test(columns.value(row, "disabled"))) {
      report.add("lost.setting", place, { name: "disabled" }, node.name);
      return undefined;
    }
    if (metadata.has(type.base)) report.add("lost.setting", place, { name: type.base });
    else if (type.base === "calculate")
      report.add("lost.calculation", place, { expression: columns.value(row, "calculation") }, node.name);
    else if (this.isHeading(node)) report.add("lost.appearance", place, { name: "label" }, node.name);
    else {
      const reader = Object.hasOwn(readers, type.base) ? readers[type.base] : undefined;
      const particular = ownParticular(node, this.form) ?? reader?.(node, this.form);
      if (particular) return this.item(node, particular);
      report.add("lost.kind", place, { type: type.base || "?" }, node.name);
    }
    return undefined;
  }

  /** The row of a grid that shows its options only. */
  private isHeading = ({ row, type }: QuestionNode) =>
    type.base.startsWith("select") && /(^|\s)label(\s|$)/.test(this.form.columns.value(row, "appearance"));

  private item(node: QuestionNode, particular: Particular): Item {
    const { report, columns } = this.form;
    const { row, type } = node;
    const place = this.place(row);
    if (++this.count > limits.items) throw new Unreadable("tooMany", place);
    this.options += "options" in particular.item ? particular.item.options.length : 0;
    if (this.options > optionsInAll) throw new Unreadable("tooMany", place);
    report.count(type.base);
    const code = this.codes.of(node.name);
    if (code !== node.name) report.add("changed.code", place, { from: node.name, to: code }, code);
    if (particular.became)
      report.add("changed.kind", place, { from: type.base, to: particular.became }, code);
    const showIf = this.condition(row, code);
    const help = report.text(columns.text(row, "hint"), place, code);
    this.leftovers(row, particular.carried, code);
    this.asked.set(node.name, {
      code,
      values: particular.item.kind === "consent" ? new Map() : particular.values,
      numeric: particular.numeric ?? false,
    });
    if (particular.item.kind === "multiple") this.several.add(code);
    // The words beside an option are called so.
    if (type.orOther) this.codes.of(otherCode(code));
    return {
      ...particular.item,
      code,
      text: report.text(columns.text(row, "label"), place, code),
      ...(hasWords(help) ? { help } : {}),
      required: this.required(row, code),
      ...(showIf ? { showIf } : {}),
      ...this.extras(row, code),
    };
  }

  /** Words between questions. */
  section(node: QuestionNode): SectionItem {
    const { report } = this.form;
    const { row } = node;
    report.count("note");
    const code = this.codes.of(node.name || "NOTE");
    report.add("changed.kind", this.place(row), { from: "note", to: "section" }, code);
    const showIf = this.condition(row, code);
    this.leftovers(row, ["hint"], code);
    return {
      kind: "section",
      ...{ code, rev: 1, text: noteText(node, this.form), body: [] },
      ...{ required: false, background: false, mirrors: [] },
      ...(showIf ? { showIf } : {}),
    };
  }

  /** A group of ours that is a matrix. @returns undefined where somebody has made it something else; it is reported */
  matrix({ row, name, children }: GroupNode): MatrixItem | undefined {
    const { report, columns } = this.form;
    const place = this.place(row);
    const rows = children.filter((one) => one.is === "question");
    const shared = rows[0] && ownMatrix(row, rows[0], this.form);
    if (!shared || rows.length !== children.length) {
      report.add("lost.kind", place, { type: "matrix" }, name);
      return undefined;
    }
    report.count("matrix");
    this.options += shared.options.length;
    const code = this.codes.of(name);
    const showIf = this.condition(row, code);
    const help = report.text(columns.text(row, "hint"), place, code);
    return {
      kind: "matrix",
      ...shared.fields,
      options: shared.options,
      code,
      text: report.text(columns.text(row, "label"), place, code),
      ...(hasWords(help) ? { help } : {}),
      required: this.required(row, code),
      ...(showIf ? { showIf } : {}),
      ...this.extras(row, code),
      rows: rows.map((one) => this.matrixRow(one, shared)),
    };
  }

  private matrixRow(
    { row, name }: QuestionNode,
    { values, fields }: Exclude<ReturnType<typeof ownMatrix>, undefined>,
  ): MatrixItem["rows"][number] {
    if (++this.count > limits.items) throw new Unreadable("tooMany", this.place(row));
    const code = this.codes.of(name);
    const showIf = this.condition(row, code);
    const { rev, short } = this.extras(row, code);
    this.asked.set(name, { code, values });
    if (fields.several) this.several.add(code);
    const text = this.form.report.text(this.form.columns.text(row, "label"), this.place(row), code);
    return { code, rev, text, ...(short ? { short } : {}), ...(showIf ? { showIf } : {}) };
  }

  /** What only files of ours say of a question. */
  private extras(row: SheetRow, item: string) {
    const { report, columns } = this.form;
    const own = (name: string) => columns.value(row, ownColumn(name));
    const place = this.place(row);
    const valid = (name: string, value: string) => {
      if (codeRule.safeParse(value).success) return true;
      if (value) report.add("lost.setting", place, { name: ownColumn(name) }, item);
      return false;
    };
    const rev = /^[1-9]\d{0,6}$/.test(own("rev")) ? Number(own("rev")) : 1;
    const short = report.text(columns.text(row, ownColumn("short")), place, item);
    const [theme, subtheme] = [own("theme"), own("subtheme")];
    return {
      rev,
      ...(hasWords(short) ? { short } : {}),
      ...(valid("theme", theme) ? { theme } : {}),
      ...(subtheme ? { subtheme } : {}),
      background: own("background") === "yes",
      mirrors: own("mirrors")
        .split(/\s+/)
        .filter((one) => valid("mirrors", one)),
    };
  }

  /** What `relevant` says, as a condition; undefined where it says nothing, or nothing that can be expressed. */
  condition(row: SheetRow, item?: string): Condition | undefined {
    const { report, columns } = this.form;
    const expression = columns.value(row, "relevant");
    const own = this.form.own && readCondition(columns.value(row, routingColumn));
    // Unless somebody has changed what stands beside it.
    if (own && relevantOf(own, (code) => this.several.has(code)).trim() === expression) return own;
    if (/^(|true\(\)|true|yes)$/i.test(expression)) return undefined;
    const routing = readRouting(expression, this.asked, this.budget);
    if (!routing) report.add("lost.routing", this.place(row), { expression }, item);
    else if (routing.reworded) report.add("changed.routing", this.place(row), { expression }, item);
    return routing?.condition;
  }

  private required(row: SheetRow, item: string): boolean {
    const written = this.form.columns.value(row, "required");
    if (/^(yes|true|true\(\)|1)$/i.test(written)) return true;
    if (!/^(|no|false|false\(\)|0)$/i.test(written))
      this.form.report.add("lost.constraint", this.place(row), { expression: written }, item);
    return false;
  }

  /** Reports what a row says beyond what was read of it. */
  leftovers(row: SheetRow, carried: string[], item?: string): void {
    const { report, columns } = this.form;
    const place = this.place(row);
    for (const field of columns.fields(row)) {
      if (everywhere.has(field) || carried.includes(field) || field.startsWith(ownColumn(""))) continue;
      const value = columns.value(row, field);
      if (field === "constraint") report.add("lost.constraint", place, { expression: value }, item);
      else if (field === "choice_filter") report.add("lost.choiceFilter", place, { expression: value }, item);
      else if (field === "calculation") report.add("lost.calculation", place, { expression: value }, item);
      else if (field === "default") report.add("lost.default", place, { name: value }, item);
      else if (field === "appearance") report.add("lost.appearance", place, { name: value }, item);
      else if (field.startsWith("media::")) report.add("lost.media", place, { name: value }, item);
      else if (field === "parameters" && /randomize\s*=\s*true/i.test(value))
        report.add("lost.randomisation", place, { name: item ?? value }, item);
      else if (field === "parameters" || (field === "read_only" && !/^(no|false)/i.test(value)))
        report.add("lost.setting", place, { name: `${field} ${value}` }, item);
      else if (field !== "read_only" && field !== "disabled") this.unread.add(field);
    }
  }
}
