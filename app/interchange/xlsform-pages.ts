import type { Block, Definition, Element } from "#app/instrument/definition.ts";
import { languages, type Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Items } from "./xlsform-items.ts";
import type { Form } from "./xlsform-kinds.ts";
import { moreColumn } from "./xlsform-more.ts";
import { ownColumn } from "./xlsform-own.ts";
import { hasWords } from "./xlsform-report.ts";
import type { GroupNode, Node, QuestionNode } from "./xlsform-tree.ts";

/** Questions outside of groups, on one page. */
const itemsAPage = 12;

type Page = Definition["pages"][number];

/** What the groups around a question say. */
interface Around {
  group?: GroupNode;
  name: string;
  title: Text;
  conditions: Condition[];
}

/**
 * Groups become pages. What stands in a group within a group is on a page of its own, under the conditions of both;
 * notes before the first question of a page are its introduction, and a note between questions is a section.
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
      if (node.is === "question" && isNote(node, this.form)) this.note(node, around);
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
    const role = columns.value(row, ownColumn("role"));
    if (role === "matrix" || role === "block") {
      const element = role === "matrix" ? this.items.matrix(node) : this.block(node);
      if (element) this.put(element, around);
      return;
    }
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

  /** A group of ours within a page. */
  private block(node: GroupNode): Block | undefined {
    const { report, columns } = this.form;
    const { row } = node;
    const place = this.items.place(row);
    const showIf = this.items.condition(row);
    const label = report.text(columns.text(row, "label"), place);
    const code = this.items.codes.of(node.name);
    const items: Block["items"] = [];
    let intro: Text | undefined;
    for (const one of node.children) {
      if (one.is !== "question") {
        const matrix = one.is === "group" ? this.items.matrix(one) : undefined;
        if (matrix) items.push(matrix);
        else report.add("lost.kind", this.items.place(one.row), { type: one.is }, one.name);
      } else if (isNote(one, this.form)) {
        intro = noteText(one, this.form);
        report.count("note");
      } else {
        const item = this.items.read(one);
        if (item) items.push(item);
      }
    }
    if (items.length === 0) return undefined;
    const isTitled = hasWords(label) || columns.value(row, moreColumn).includes("title");
    return {
      kind: "block",
      code,
      ...(isTitled ? { title: label } : {}),
      ...(intro ? { intro } : {}),
      ...(showIf ? { showIf } : {}),
      shuffle: columns.value(row, ownColumn("shuffle")) === "yes",
      items,
    };
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
    this.put(item, around);
  }

  private put(element: Element, around: Around): void {
    this.page ??= this.open(around);
    this.page.items.push(element);
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

  /** Before the first question of a page a note is its introduction, unless only some see it; else a section. */
  private note(node: QuestionNode, around: Around): void {
    const { columns } = this.form;
    const isIntro = columns.value(node.row, ownColumn("role")) === "intro";
    if (!isIntro && (this.page || columns.value(node.row, "relevant"))) {
      this.put(this.items.section(node), around);
      return;
    }
    this.items.leftovers(node.row, []);
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

/** Words that stand somewhere, as far as no kind of ours stands behind them. */
const isNote = ({ row, type }: QuestionNode, { columns }: Form) =>
  type.base === "note" && !["section", "image"].includes(columns.value(row, ownColumn("kind")));

/** What a note says: its label, and its hint below it. */
export function noteText({ row, name }: QuestionNode, { columns, report }: Form): Text {
  const place = { sheet: "survey", line: row.line };
  const parts = ["label", "hint"].map((field) => report.text(columns.text(row, field), place, name));
  return report.cut(joined(parts, "\n"), place, name);
}

/** Texts one below the other. */
export function joined(texts: Text[], between = "\n\n"): Text {
  const spoken = new Set([...languages, ...texts.flatMap((text) => Object.keys(text))]);
  const join = (language: string) =>
    texts
      .map((text) => (text as Record<string, string>)[language])
      .filter(Boolean)
      .join(between);
  return Object.fromEntries([...spoken].map((language) => [language, join(language)])) as Text;
}
