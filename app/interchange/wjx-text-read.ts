import { type Definition, draftDefinition, type Instrument } from "#app/instrument/definition.ts";
import type { GivenFile } from "./format.ts";
import { minimalConsent } from "./minimal-consent.ts";
import { type Finding, type Imported, limits, Unreadable } from "./report.ts";
import { type Block, partsOf, type QuestionBlock } from "./wjx-text-blocks.ts";
import { type Line, linesOf } from "./wjx-text-lines.ts";
import { chinese, type Made, type Tell } from "./wjx-text-made.ts";
import { pagesOf } from "./wjx-text-pages.ts";
import { makeQuestion } from "./wjx-text-questions.ts";
import { applyRouting } from "./wjx-text-routing.ts";
import { Scales } from "./wjx-text-scales.ts";

/**
 * Reads a questionnaire as 问卷星 imports and exports it as text. Its language is taken to be Chinese; English stays "".
 * Questions are coded Q1, Q2 … after the file's own numbers (counted through where those repeat), a matrix's rows
 * Q3_1, Q3_2 …, answers 1, 2 … in the file's order, as 问卷星 codes them in its data.
 * @throws Unreadable
 */
export function readWjxText(file: GivenFile): Imported {
  const { lines, cut } = linesOf(file.bytes);
  const findings: Finding[] = cut.map((line) => ({ code: "lost.text", place: { line } }));
  const tell: Tell = (code, line, details, item) =>
    findings.push({ code, place: { line }, ...(item ? { item } : {}), ...(details ? { details } : {}) });
  const { opening, blocks } = partsOf(lines);
  const asked = blocks.filter((one): one is QuestionBlock => one.is === "question");
  if (asked.length === 0) throw new Unreadable("noQuestions");
  if (asked.length > limits.items) throw new Unreadable("tooMany", { line: asked[limits.items]?.at });
  const scales = new Scales();
  const made = makeAll(asked, scales, tell);
  applyRouting([...made.values()], tell);
  tellMarks(asked, tell);
  const pages = pagesOf(blocks, made, tell);
  if (pages.length === 0) throw new Unreadable("noQuestions");
  const draft: Definition = {
    format: 1,
    languages: ["zh-CN", "en"],
    code: codeOf(file.name),
    respondent: "student",
    ...openingOf(opening, tell),
    minutes: minutesOf(pages),
    status: { "zh-CN": "由问卷星文本导入，尚未检验。", en: "Imported from a 问卷星 text; not yet tested." },
    scales: scales.all,
    consent: minimalConsent(),
    pages,
    themes: [],
    scoring: [],
    reserved: [],
  };
  const codes = new Set(pages.flatMap((page) => page.items.map((item) => item.code)));
  for (const finding of findings) name(finding, codes);
  findings.sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0));
  findings.unshift({ code: "changed.untranslated", place: {}, details: { language: "en" } });
  findings.unshift({ code: "changed.consent", place: {} });
  // Without blocks and matrices a draft is already as it is asked; words beside options are not yet questions of their own.
  return { draft: draftDefinition.parse(draft) as Instrument, read: counted(asked), findings };
}

/** A matrix is called by its first row; what was left out is not called at all. */
function name(finding: Finding, codes: Set<string>) {
  if (!finding.item || codes.has(finding.item)) return;
  if (codes.has(`${finding.item}_1`)) finding.item = `${finding.item}_1`;
  else delete finding.item;
}

/** Over all questions: a matrix multiplies its rows by its columns. */
const mostAnswers = 10 * limits.options;

/** Makes every question; where the file's numbers do not rise, they are counted through. */
function makeAll(asked: QuestionBlock[], scales: Scales, tell: Tell): Map<Block, Made> {
  const numbers: number[] = [];
  for (const { head } of asked) numbers.push(head.number ?? (numbers.at(-1) ?? 0) + 1);
  const rising = numbers.every((one, at) => one > (numbers[at - 1] ?? 0));
  const made = new Map<Block, Made>();
  let items = 0;
  let answers = 0;
  asked.forEach((block, index) => {
    const number = rising ? (numbers[index] ?? index + 1) : index + 1;
    const given = block.head.number;
    if (given !== undefined && given !== number)
      tell("changed.code", block.at, { from: String(given), to: `Q${number}` }, `Q${number}`);
    const one = makeQuestion(block, number, scales, tell);
    made.set(block, one);
    items += one.items.length;
    for (const item of one.items) answers += "options" in item ? item.options.length : 0;
    if (items > limits.items || answers > mostAnswers) throw new Unreadable("tooMany", { line: block.at });
  });
  return made;
}

/** A file that marks only what may be left out means that everything else must be answered; here nothing must. */
function tellMarks(asked: QuestionBlock[], tell: Tell) {
  const may = asked.find(({ head }) => head.required === false);
  if (may && !asked.some(({ head }) => head.required))
    tell("lost.setting", may.at, { name: "未标（选填）的题目必答" });
}

function counted(asked: QuestionBlock[]): Record<string, number> {
  const read: Record<string, number> = Object.create(null);
  for (const { head } of asked) read[head.type || "—"] = (read[head.type || "—"] ?? 0) + 1;
  return { ...read };
}

/** The first line is the title, unless it greets or goes on too long to be one; the rest invites. */
function openingOf(lines: Line[], tell: Tell): Pick<Instrument, "title" | "invitation"> {
  const [first, ...rest] = lines;
  const speaks = first && (/[您你]好[！!，,。]?|^(?:尊敬|亲爱)的/.test(first.text) || first.text.length > 80);
  const title = first && !speaks ? first.text.replace(/^(?:问卷)?(?:标题|名称)\s*[:：]\s*/, "") : "";
  const words = (speaks ? lines : rest).map((line) => line.text).join("\n");
  if (words.length > limits.textLength) tell("lost.text", (speaks ? first : rest[0])?.at ?? 1);
  return { title: chinese(title), invitation: chinese(words.slice(0, limits.textLength)) };
}

/** Eight seconds for a choice, forty for words, and a third more or less. */
function minutesOf(pages: Instrument["pages"]): Instrument["minutes"] {
  const seconds = pages
    .flatMap((one) => one.items)
    .reduce((sum, item) => sum + (item.kind === "text" ? 40 : 8), 0);
  const from = Math.max(1, Math.floor((seconds * 0.75) / 60));
  return { from, to: Math.max(from, Math.ceil((seconds * 1.33) / 60)) };
}

function codeOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/\.[a-z0-9]+$/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60);
  return slug.length > 1 ? slug.replace(/-+$/, "") : "wjx-import";
}
