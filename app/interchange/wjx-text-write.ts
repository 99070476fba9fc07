import type { Instrument, Item } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Finding, FindingCode } from "./report.ts";
import { checkWritten } from "./wjx-text-check.ts";
import { type Group, groupsOf } from "./wjx-text-groups.ts";
import { mostOf } from "./wjx-text-head.ts";
import { fold } from "./wjx-text-lines.ts";
import { brief } from "./wjx-text-made.ts";
import { type Routes, routesOf } from "./wjx-text-write-routes.ts";

type Tell = (code: FindingCode, path: string, details?: Finding["details"], item?: string) => void;

/** How each kind is called alone and as a matrix. A kind the dialect has no word for is missing here, and reported. */
const tags: Partial<Record<Item["kind"], { alone: string; matrix?: string; nearest?: string }>> = {
  single: { alone: "单选题", matrix: "矩阵单选题" },
  multiple: { alone: "多选题", matrix: "矩阵多选题" },
  scale: { alone: "量表题", matrix: "矩阵量表题" },
  ranking: { alone: "排序题" },
  text: { alone: "填空题", matrix: "矩阵填空题" },
  year: { alone: "填空题", nearest: "年份题" },
  catalogue: { alone: "填空题", nearest: "证书题" },
};

/**
 * Writes an instrument's Chinese as text 问卷星 imports. What comes back the same (up to languages, consent and the
 * wording about the survey) when it is read again: single and multiple choices with answers coded 1, 2 …, open questions, statements on an
 * agreement or bipolar scale, alone or as a matrix, coded Q1, Q2_1 …, required, a most to choose, help, N/A, pages with
 * title and introduction, and conditions on one earlier answer. Everything else is in the findings: the text is read
 * back before it is handed out, and what differs is told.
 */
export function writeWjxText(instrument: Instrument): { bytes: Uint8Array; findings: Finding[] } {
  const findings: Finding[] = [];
  const tell: Tell = (code, path, details, item) =>
    findings.push({ code, place: { path }, ...(item ? { item } : {}), ...(details ? { details } : {}) });
  const groups = groupsOf(instrument);
  const routes = routesOf(instrument, groups);
  const lines = [line(instrument.title), ...textLines(instrument.invitation)];
  const written: Group[] = [];
  instrument.pages.forEach((page, at) => {
    lines.push("", "=== 分页 ===");
    if (page.title["zh-CN"]) lines.push(line(page.title));
    for (const words of textLines(page.intro)) lines.push(`${words}[段落说明]`);
    for (const group of groups.filter((one) => one.page === at)) {
      if (tags[group.items[0].kind]) {
        lines.push("", ...question(instrument, group, routes));
        written.push(group);
      } else tell("lost.kind", group.path, { type: group.items[0].kind }, group.items[0].code);
    }
  });
  for (const { group, condition } of routes.lost)
    tell("lost.routing", group.path, { expression: brief(JSON.stringify(condition)) }, group.items[0].code);
  tellWhole(instrument, tell);
  for (const group of written) tellGroup(instrument, group, tell);
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);
  checkWritten(instrument, written, bytes, tell);
  return { bytes, findings };
}

const line = (text: Text | undefined): string => (text?.["zh-CN"] ?? "").replace(/\s+/g, " ").trim();
const textLines = (text: Text | undefined): string[] =>
  (text?.["zh-CN"] ?? "")
    .split("\n")
    .map((one) => one.trim())
    .filter(Boolean);

function question(instrument: Instrument, group: Group, routes: Routes): string[] {
  const [item] = group.items;
  const tag = tags[item.kind];
  const type = (group.matrix && tag?.matrix) || tag?.alone || "填空题";
  const turned = item.kind === "scale" && item.reverse ? type.replace("量表", "反向量表") : type;
  const [stem = "", ...more] = group.matrix
    ? textLines(item.help)
    : [line(item.text), ...textLines(item.help)];
  const hints = [
    ...(item.kind === "multiple" && item.max && mostOf(fold(stem)) !== item.max
      ? [`[最多选${item.max}项]`]
      : []),
    ...(routes.depends.get(group) ?? []).map((words) => `（${words}）`),
  ].join("");
  const head = `${group.number}. ${stem}${hints} [${turned}]${item.required ? " *" : ""}`;
  const answers = answersOf(instrument, item);
  const jumps = routes.jumps.get(group);
  const body = group.matrix
    ? matrixBody(
        answers,
        group.items.map((one) => line(one.text)),
      )
    : answers.map((label, at) => (jumps?.has(at + 1) ? `${label} （${jumps.get(at + 1)}）` : label));
  return [head, ...more.map((words) => `说明：${words}`), ...body];
}

/** Columns on one line, as 问卷星 wants them, unless a label has a space: then rows and columns stand under their names. */
function matrixBody(columns: string[], rows: string[]): string[] {
  if (columns.length === 0) return rows;
  if (!columns.some((one) => /[\s|、，,;；]/.test(one))) return [columns.join(" "), ...rows];
  return ["行：", ...rows.map((one) => `- ${one}`), "列：", ...columns.map((one) => `- ${one}`)];
}

function answersOf(instrument: Instrument, item: Item): string[] {
  if (item.kind === "ranking") return item.options.map((one) => line(one.label));
  if (item.kind === "single" || item.kind === "multiple")
    return item.options.map((one) => `${line(one.label)}${one.other ? "____" : ""}`);
  if (item.kind !== "scale") return [];
  const scale = instrument.scales[item.scale];
  const points = scale?.points.map((one) => line(one.label)) ?? [];
  return item.allowNA ? [...points, line(scale?.notApplicable) || "不适用"] : points;
}

/** What of the whole instrument has no place in a text of questions. */
function tellWhole(instrument: Instrument, tell: Tell) {
  const { title, invitation, scales, pages } = instrument;
  if (/"en":"[^"]/.test(JSON.stringify({ title, invitation, scales, pages })))
    tell("lost.language", "", { language: "en" });
  tell("lost.setting", "consent", { name: "consent" });
  tell("lost.setting", "", { name: "code, respondent, minutes, status" });
  if (instrument.themes.length > 0) tell("lost.setting", "themes", { name: "themes" });
  if (instrument.reserved.length > 0) tell("lost.setting", "reserved", { name: "reserved" });
  instrument.scoring.forEach((one, at) => {
    tell("lost.score", `scoring.${at}`, { name: one.code });
  });
  for (const [code, scale] of Object.entries(instrument.scales))
    if (scale.notApplicableShort || scale.points.some((one) => one.short))
      tell("lost.appearance", `scales.${code}`, { name: "short" });
  instrument.pages.forEach((page, at) => {
    if (page.code !== `p${at + 1}`)
      tell("changed.code", `pages.${at}`, { from: page.code, to: `p${at + 1}` });
    if (page.optional) tell("lost.setting", `pages.${at}`, { name: "optional" });
    if (page.shuffle) tell("lost.randomisation", `pages.${at}`, { name: page.code });
    if (page.showIf)
      tell("changed.routing", `pages.${at}`, { expression: brief(JSON.stringify(page.showIf)) });
  });
}

function tellGroup(instrument: Instrument, group: Group, tell: Tell) {
  group.items.forEach((item, at) => {
    const code = group.matrix ? `Q${group.number}_${at + 1}` : `Q${group.number}`;
    if (item.code !== code) tell("changed.code", group.path, { from: item.code, to: code }, item.code);
    const nearest = tags[item.kind]?.nearest;
    if (nearest) tell("changed.kind", group.path, { from: nearest, to: "填空题" }, item.code);
    const unsaid = [
      ...(item.rev > 1 ? ["rev"] : []),
      ...(["short", "theme", "subtheme"] as const).filter((key) => item[key] !== undefined),
      ...(item.background ? ["background"] : []),
      ...(item.mirrors.length > 0 ? ["mirrors"] : []),
      ...(item.kind === "scale" && item.direction === "none" ? ["direction"] : []),
      ...(item.kind === "scale" && item.expect !== undefined ? ["expect"] : []),
    ];
    if (unsaid.length > 0) tell("lost.setting", group.path, { name: unsaid.join(", ") }, item.code);
    if (item.kind === "text" && item.maxLength !== 1000)
      tell("lost.constraint", group.path, { expression: `maxLength ${item.maxLength}` }, item.code);
    if (item.kind === "scale" && !instrument.scales[item.scale])
      tell("lost.setting", group.path, { name: `scale ${item.scale}` }, item.code);
    if (item.kind === "ranking" && item.max !== undefined)
      tell("lost.setting", group.path, { name: "max" }, item.code);
    if (item.kind === "multiple" && item.min !== undefined)
      tell("lost.constraint", group.path, { expression: `min ${item.min}` }, item.code);
    if (item.kind !== "single" && item.kind !== "multiple" && item.kind !== "ranking") return;
    for (const one of item.options) {
      if (one.exclusive) tell("lost.setting", group.path, { name: "exclusive" }, item.code);
      if (one.showIf) tell("lost.choiceFilter", group.path, { expression: one.code }, item.code);
    }
    const codes = item.options.map((one) => one.code);
    const places = codes.map((_, index) => String(index + 1));
    if (codes.join() !== places.join())
      tell(
        "changed.values",
        group.path,
        { from: brief(codes.join(", ")), to: brief(places.join(", ")) },
        item.code,
      );
  });
}
