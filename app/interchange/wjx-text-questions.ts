import { limits, Unreadable } from "./report.ts";
import type { QuestionBlock } from "./wjx-text-blocks.ts";
import type { Line } from "./wjx-text-lines.ts";
import { brief, chinese, type Made, type Tell } from "./wjx-text-made.ts";
import { range, readMatrix } from "./wjx-text-matrix.ts";
import { anchored, type Choice, readBody } from "./wjx-text-options.ts";
import type { Hint } from "./wjx-text-routes.ts";
import { type Scales, scaleOf } from "./wjx-text-scales.ts";

const own = { single: "单选题", multiple: "多选题", text: "填空题", scale: "量表题" } as const;

/** Makes the items of one question. `code` is the question's own; a matrix's rows add _1, _2 … */
export function makeQuestion(block: QuestionBlock, number: number, scales: Scales, tell: Tell): Made {
  return new Maker(block, number, scales, tell).make();
}

class Maker {
  private readonly block: QuestionBlock;
  private readonly scales: Scales;
  private readonly made: Made;
  private readonly tell: Tell;
  private readonly code: string;

  constructor(block: QuestionBlock, number: number, scales: Scales, tell: Tell) {
    this.block = block;
    this.scales = scales;
    this.code = `Q${number}`;
    this.made = { at: block.at, number, items: [], answers: [], routes: [] };
    this.tell = (code, at, details, item = this.code) => tell(code, at, details, item);
  }

  make(): Made {
    const { head, body, at } = this.block;
    this.aboutHead();
    const way = head.kind?.way;
    if (way === "lost") this.lost(head.type);
    else if (way === "matrix" || way === "matrixMultiple" || way === "matrixText") this.matrix(way);
    else if (way === "text" || way === "blanks") this.open();
    else if (way === "ranking" || way === "sum" || way === "slider") this.arranged(way);
    else if (way === "nps") this.recommend();
    else this.choose();
    if (body.length > 0 && this.made.items.length > limits.items)
      throw new Unreadable("tooMany", { line: at });
    for (const hint of head.hints) this.made.routes.push({ at, hint });
    return this.made;
  }

  private aboutHead() {
    const { head, at } = this.block;
    if (head.doubled)
      this.tell("changed.text", at, { what: brief(`${head.number}. ${head.doubled} → ${head.number}.`) });
    if (head.types.length > 1) {
      const tags = brief(head.types.map((one) => `[${one}]`).join(""));
      this.tell("changed.text", at, { what: `${tags} → [${head.type}]` });
    }
    if (head.least && (head.kind?.way !== "multiple" || !head.least.number))
      this.tell("lost.constraint", at, { expression: brief(head.least.expression) });
    if (head.kind?.nearest) this.tell("changed.kind", at, { from: head.type, to: head.kind.nearest });
  }

  private lost(type: string) {
    const { head, body, at } = this.block;
    const last = body.at(-1)?.at ?? at;
    this.tell("lost.kind", at, { type: brief(type), text: brief(head.text), lines: `${at}–${last}` });
  }

  private base(code: string, text: string, help?: string) {
    return {
      code,
      rev: 1,
      text: chinese(this.fit(text)),
      ...(help ? { help: chinese(this.fit(help)) } : {}),
      required: this.block.head.required ?? false,
      background: false,
      mirrors: [],
    };
  }

  private fit(text: string): string {
    if (text.length <= limits.textLength) return text;
    this.tell("lost.text", this.block.at);
    return text.slice(0, limits.textLength);
  }

  private aside(help: Line[], other: Line[], hints: { at: number; hint: Hint }[]): string {
    for (const line of other) this.tell("lost.appearance", line.at, { name: brief(line.text) });
    this.made.routes.push(...hints);
    return help.map((line) => line.text).join("\n");
  }

  private options(choices: Choice[]) {
    if (choices.length > limits.options) throw new Unreadable("tooMany", { line: this.block.at });
    const parted = choices.find((one) => one.split !== undefined);
    if (parted)
      this.tell("changed.options", parted.at, { what: brief(choices.map((one) => one.label).join(" | ")) });
    const scored = choices.filter((one) => one.right || one.score !== undefined);
    if (scored.length > 0) {
      const name = scored.map((one) => `${one.label}=${one.score ?? "正确答案"}`).join("; ");
      this.tell("lost.score", scored[0]?.at ?? this.block.at, { name: brief(name) });
    }
    const [open, ...more] = choices.filter((one) => one.open);
    // One field of words stands beside the options of a question; the first has it.
    for (const one of more) this.tell("lost.other", one.at);
    return choices.map((one, index) => ({
      ...{ code: String(index + 1), label: chinese(this.fit(one.label)) },
      ...(one === open ? { other: true } : {}),
    }));
  }

  /** Put in order, shared out, or set on a line: a hundred points, and tens of them, are 问卷星's own bounds. */
  private arranged(way: "ranking" | "sum" | "slider") {
    const { head, at } = this.block;
    const body = readBody(this.block.body);
    const help = this.aside(body.help, body.other, body.hints);
    const base = () => this.base(this.code, head.text, help);
    for (const one of body.choices) {
      if (one.open) this.tell("lost.other", one.at);
      for (const hint of one.hints) this.tell("lost.routing", one.at, { expression: brief(hint.expression) });
    }
    if (way === "slider") {
      if (body.choices.length > 0)
        this.tell("changed.options", body.choices[0]?.at ?? at, {
          what: brief(`${body.choices.map((one) => one.label).join(" | ")} → 0–100`),
        });
      const steps = Array.from({ length: 11 }, (_, index) => ({ value: index * 10 }));
      this.tell("changed.bounds", at, { from: "0", to: "100" });
      this.made.items.push({ kind: "slider", ...base(), steps });
      return;
    }
    if (body.choices.length < 2 || body.choices.length > 30) return this.lost(head.type);
    const options = this.options(body.choices).map(({ code, label }) => ({ code, label }));
    if (way === "sum") this.made.items.push({ kind: "sum", ...base(), options, total: 100 });
    else this.made.items.push({ kind: "ranking", ...base(), options });
  }

  /** From 0 to 10, with words at both ends or without; otherwise it is a choice like any other. */
  private recommend() {
    const body = readBody(this.block.body);
    const choices = anchored(body.choices);
    if (choices.length !== 11 || !choices.every(({ label }, at) => Number(/^\d+/.exec(label)?.[0]) === at))
      return this.choose();
    const [low = "", high = ""] = [choices[0], choices[10]].map((one) => one?.label.replace(/^\d+\s*/, ""));
    const help = this.aside(body.help, body.other, body.hints);
    for (const { at, hints } of choices)
      for (const hint of hints) this.tell("lost.routing", at, { expression: brief(hint.expression) });
    const base = this.base(this.code, this.block.head.text, help);
    this.made.items.push({ kind: "nps", ...base, low: chinese(low), high: chinese(high) });
  }

  private choose() {
    const { head, at } = this.block;
    const body = readBody(this.block.body);
    const help = this.aside(body.help, body.other, body.hints);
    const way = head.kind?.way === "nps" ? "scale" : (head.kind?.way ?? "single");
    let choices = way === "scale" ? anchored(body.choices) : body.choices;
    const numbers = way === "scale" && choices.length === 1 ? range(choices[0]?.label ?? "") : undefined;
    if (numbers)
      choices = numbers.map((label) => ({
        at: choices[0]?.at ?? at,
        label,
        open: false,
        right: false,
        hints: [],
      }));
    if (way === "judge" && choices.length === 0) {
      choices = ["对", "错"].map((label) => ({ at, label, open: false, right: false, hints: [] }));
      this.tell("changed.options", at, { what: "对 | 错" });
    }
    if (choices.length < 2) return this.tooFew(choices, help);
    const found = way === "multiple" ? undefined : scaleOf(choices);
    const kind = way === "multiple" ? "multiple" : found ? "scale" : "single";
    const told = way === "multiple" || way === "scale" ? way : "single";
    if (!head.kind) this.tell("changed.kind", at, { from: "—", to: own[kind] });
    else if (told !== kind) this.tell("changed.kind", at, { from: head.type, to: own[kind] });
    const base = this.base(this.code, head.text, help);
    if (found) {
      const scale = this.scale(found, choices);
      this.made.items.push({ kind: "scale", ...base, ...scale });
      this.made.answers = choices.map((one, index) => ({
        label: one.label,
        value: found.values[index] ?? 0,
      }));
    } else {
      const options = this.options(choices);
      if (kind === "multiple") this.made.items.push({ kind, ...base, options, ...this.bounds() });
      else this.made.items.push({ kind: "single", ...base, options });
      this.made.answers = options.map((one) => ({ label: one.label["zh-CN"], value: one.code }));
    }
    choices.forEach((one, index) => {
      for (const hint of one.hints) this.made.routes.push({ at: one.at, option: index + 1, hint });
    });
  }

  private bounds() {
    const { least, most } = this.block.head;
    return { ...(least?.number ? { min: least.number } : {}), ...(most ? { max: most } : {}) };
  }

  /** A choice without choices asks for words, as 问卷星 itself takes it. */
  private tooFew(choices: Choice[], help: string) {
    const { head, at } = this.block;
    this.tell("changed.kind", at, { from: head.type || "—", to: own.text });
    for (const one of choices) {
      this.tell("changed.options", one.at, { what: brief(`${one.label} → —`) });
      for (const hint of one.hints) this.tell("lost.routing", one.at, { expression: brief(hint.expression) });
    }
    this.made.items.push({ kind: "text", ...this.base(this.code, head.text, help), maxLength: 1000 });
  }

  private scale(found: NonNullable<ReturnType<typeof scaleOf>>, choices: Choice[], from = choices) {
    const { head, at } = this.block;
    const code = this.scales.codeOf(found);
    const line = from[0]?.at ?? at;
    const backwards = head.kind?.descending === true && !found.turned;
    this.tell("changed.scale", line, { scale: code });
    if (found.turned) {
      const what = `${choices.map((one) => one.label).join(" > ")} → ${found.labels.join(" < ")}`;
      this.tell("changed.order", line, { what: brief(what) });
    }
    if (found.otherScores)
      this.tell("lost.score", line, { name: brief(choices.map((one) => one.label).join("; ")) });
    for (const one of choices) if (one.open) this.tell("lost.other", one.at);
    return {
      scale: code,
      allowNA: found.notApplicable !== undefined,
      // Of a bipolar scale nothing is scored.
      reverse: backwards && found.kind === "agreement",
      direction: "favourable" as const,
    };
  }

  private matrix(way: "matrix" | "matrixMultiple" | "matrixText") {
    const { head, body, at } = this.block;
    const matrix = readMatrix(body, way === "matrixText");
    const { rows, columns } = matrix;
    if (rows.length === 0 || (way !== "matrixText" && columns.length < 2)) return this.lost(head.type);
    if (rows.length > limits.items || rows.length * columns.length > 10 * limits.options)
      throw new Unreadable("tooMany", { line: at });
    const help = [head.text, this.aside(matrix.help, matrix.other, matrix.hints)].filter(Boolean).join("\n");
    const found = way === "matrix" ? scaleOf(columns) : undefined;
    const scale = found ? this.scale(found, columns) : undefined;
    if (way === "matrix" && !found && head.type !== "矩阵单选题" && head.type !== "矩阵单选")
      this.tell("changed.kind", at, { from: head.type, to: own.single });
    const options = found || way === "matrixText" ? [] : this.options(columns);
    if (way === "matrixText") this.noColumns(columns);
    rows.forEach((row, index) => {
      // Statements stand under each other, where the stem is read once; questions of their own each need it.
      const base = this.base(`${this.code}_${index + 1}`, row.label, scale && index > 0 ? "" : help);
      if (scale) this.made.items.push({ kind: "scale", ...base, ...scale });
      else if (way === "matrix") this.made.items.push({ kind: "single", ...base, options });
      else if (way === "matrixText") this.made.items.push({ kind: "text", ...base, maxLength: 1000 });
      else
        this.made.items.push({
          kind: "multiple",
          ...base,
          options,
          ...(head.most ? { max: head.most } : {}),
        });
    });
    for (const one of columns)
      for (const hint of one.hints) this.tell("lost.routing", one.at, { expression: brief(hint.expression) });
  }

  /** Rows to be filled in have no answers to choose from. */
  private noColumns(columns: Choice[]) {
    const [first] = columns;
    if (first)
      this.tell("changed.options", first.at, {
        what: `${brief(columns.map((one) => one.label).join(" | "))} → —`,
      });
  }

  private open() {
    const { head, at } = this.block;
    const matrix = readMatrix(this.block.body, true);
    const blanks = head.text.split(/\{_\}|____|\[填空\]/);
    const many = head.kind?.way === "blanks";
    const help = this.aside(matrix.help, matrix.other, matrix.hints);
    if (many && matrix.rows.length > 0) {
      const all = [head.text, help].filter(Boolean).join("\n");
      this.noColumns(matrix.columns);
      return matrix.rows.forEach((row, index) => {
        this.words(`${this.code}_${index + 1}`, row.label, all);
      });
    }
    const below = matrix.rows.map((row) => row.label).concat(matrix.columns.map((one) => one.label));
    const beside = [help, ...below].filter(Boolean).join("\n");
    if (blanks.length < 3) return this.words(this.code, head.text, beside);
    if (!many) this.tell("changed.kind", at, { from: "多项填空", to: own.text });
    // Each blank is asked for by the words before it; the whole sentence stands by as help.
    blanks.slice(0, -1).forEach((part, index) => {
      const words = part.replace(/^[\s,，、;；。.]+|[\s:：]+$/g, "") || String(index + 1);
      this.words(`${this.code}_${index + 1}`, words, [head.text, beside].filter(Boolean).join("\n"));
    });
  }

  private words(code: string, text: string, help: string) {
    this.made.items.push({ kind: "text", ...this.base(code, text, help), maxLength: 1000 });
  }
}
