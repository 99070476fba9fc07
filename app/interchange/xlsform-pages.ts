import type { Page } from "#app/instrument/definition.ts";
import type { Language, Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Items } from "./xlsform-items.ts";
import type { Form } from "./xlsform-kinds.ts";
import { ownColumn } from "./xlsform-own.ts";
import { hasWords } from "./xlsform-report.ts";
import type { GroupNode, Node, QuestionNode } from "./xlsform-tree.ts";

/** Questions outside of groups, on one page. */
const itemsAPage = 12;

/** What the groups around a question say. */
interface Around {
  group?: GroupNode;
  name: string;
  title: Text;
  conditions: Condition[];
}

/**
 * Groups become pages. What stands in a group within a group is on a page of its own, under the conditions of both;
 * notes before the first question of a page are its introduction, and a note between questions begins a new page.
 */
export class Pages {
  readonly made: Page[] = [];
  private readonly form: Form;
  private readonly items: Items;
  private readonly codes = new Set<string>();
  private page: Page | undefined;
  private notes: QuestionNode[] = [];

  constructor(form: Form, items: Items) {
    this.form = form;
    this.items = items;
  }

  read(tree: Node[]): void {
    this.walk(tree, { name: "page", title: { "zh-CN": "", en: "" }, conditions: [] });
  }

  private walk(nodes: Node[], around: Around): void {
    for (const node of nodes) {
      if (node.is === "question" && node.type.base === "note") this.note(node);
      else if (node.is === "question") this.question(node, around);
      else if (node.is === "repeat") this.repeat(node);
      else this.group(node, around);
    }
    this.page = undefined;
    this.loseNotes();
  }

  private group(node: GroupNode, around: Around): void {
    const { report, columns } = this.form;
    const { row } = node;
    const place = this.items.place(row);
    const condition = this.items.condition(row);
    const label = report.text(columns.text(row, "label"), place);
    this.page = undefined;
    // Who does not see the group would not see what was said to everybody.
    if (condition) this.loseNotes();
    if (around.group) report.add("changed.order", place, { what: node.name });
    const plain = columns.value(row, "appearance") === "field-list" ? ["appearance"] : [];
    this.items.leftovers(row, plain);
    this.walk(node.children, {
      group: node,
      name: node.name,
      title: hasWords(label) ? label : around.title,
      conditions: [...around.conditions, ...(condition ? [condition] : [])],
    });
  }

  private repeat(node: GroupNode): void {
    const { report } = this.form;
    report.add("lost.repeat", this.items.place(node.row), { name: node.name });
    const lose = (inner: Node) => {
      if (inner.is !== "question") for (const one of inner.children) lose(one);
      else report.add("lost.kind", this.items.place(inner.row), { type: inner.type.base }, inner.name);
    };
    for (const one of node.children) lose(one);
  }

  private question(node: QuestionNode, around: Around): void {
    const item = this.items.read(node);
    if (!item) return;
    if (!around.group && (this.page?.items.length ?? 0) >= itemsAPage) this.page = undefined;
    this.page ??= this.open(around);
    this.page.items.push(item);
  }

  private open(around: Around): Page {
    const { columns, report } = this.form;
    const row = around.group?.row;
    const own = (name: string) => !!row && columns.value(row, ownColumn(name)) === "yes";
    const place = { sheet: "survey", line: this.notes[0]?.row.line ?? 1 };
    const words = joined(this.notes.map((note) => noteText(note, this.form)));
    const intro = report.cut(words, place);
    for (const { row: note, name } of this.notes) {
      report.count("note");
      if (columns.value(note, ownColumn("role")) !== "intro")
        report.add("changed.kind", this.items.place(note), { from: "note", to: "intro" }, name);
    }
    this.notes = [];
    const { conditions } = around;
    const page: Page = {
      code: this.code(around.name),
      title: around.title,
      ...(hasWords(intro) ? { intro } : {}),
      optional: own("optional"),
      shuffle: own("shuffle"),
      ...(conditions.length > 0
        ? { showIf: conditions.length === 1 ? (conditions[0] as Condition) : { all: conditions } }
        : {}),
      items: [],
    };
    this.made.push(page);
    return page;
  }

  private note(node: QuestionNode): void {
    const { columns, report } = this.form;
    const place = this.items.place(node.row);
    this.items.leftovers(node.row, []);
    if (columns.value(node.row, "relevant")) {
      report.add("lost.kind", place, { type: "note" }, node.name);
      return;
    }
    this.page = undefined;
    this.notes.push(node);
  }

  /** Notes no question follows. */
  private loseNotes(): void {
    for (const { row, name } of this.notes)
      this.form.report.add("lost.kind", this.items.place(row), { type: "note" }, name);
    this.notes = [];
  }

  private code(name: string): string {
    const slug = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+|-+$/g, "")
      .slice(0, 28);
    const base = /^[a-z][a-z0-9-]{0,31}$/.test(name) ? name : slug || "page";
    let code = base;
    for (let at = 2; this.codes.has(code); at++) code = `${base.slice(0, 28)}-${at}`;
    this.codes.add(code);
    return code;
  }
}

/** What a note says: its label, and its hint below it. */
export function noteText({ row, name }: QuestionNode, { columns, report }: Form): Text {
  const place = { sheet: "survey", line: row.line };
  const parts = ["label", "hint"].map((field) => report.text(columns.text(row, field), place, name));
  return report.cut(joined(parts, "\n"), place, name);
}

/** Texts one below the other. */
export const joined = (texts: Text[], between = "\n\n"): Text => ({
  "zh-CN": join(texts, "zh-CN", between),
  en: join(texts, "en", between),
});
const join = (texts: Text[], language: Language, between: string) =>
  texts
    .map((one) => one[language])
    .filter(Boolean)
    .join(between);
