import { fold, type Line } from "./wjx-text-lines.ts";
import { anchored, type Body, type Choice, readBody } from "./wjx-text-options.ts";

export interface Matrix {
  /** The answers every row shares; none where rows are filled in. */
  columns: Choice[];
  rows: { at: number; label: string }[];
  help: Line[];
  hints: Body["hints"];
  /** Lines that are neither. */
  other: Line[];
}

const rowsWord = /^(?:行标题|矩阵行|子问题|行|rows?)\s*:\s*/i;
const columnsWord = /^(?:列标题|矩阵列|列|columns?|cols?)\s*:\s*/i;
/** A table's first cell, above the rows. */
const corner = /^\|?\s*行标题\s*\||^\|/;
/** The columns as answers to tick, under the rows they are for: ○不符合 ○一般 ○符合. */
const ticked = /^(?:[○□●◯☐⬜◻]\s*[^○□●◯☐⬜◻\s]+\s*){2,}$/u;
const circles = /(?:[\t |]*[○□●◯☐⬜◻])+\s*$/;

/**
 * Reads a matrix in either dialect: the columns parted by spaces on the first line and a row on each further one (as
 * 问卷星 imports it, and as its Word export looks with a circle under each column; or below the rows), or rows under 行： and columns under
 * 列： (or after the rows, or a range such as 1~5).
 */
export function readMatrix(lines: Line[], fillIn: boolean): Matrix {
  const body = readBody(
    lines.filter((line) => isAside(line)),
    false,
  );
  const { help, hints, other } = body;
  const matrix: Matrix = { columns: [], rows: [], help, hints, other };
  const content = lines.filter((line) => !isAside(line) && !/^[_\-—=.*\s|]+$/.test(fold(line.text)));
  if (content.some(({ text }) => rowsWord.test(fold(text)) || columnsWord.test(fold(text))))
    labelled(content, matrix);
  else if (fillIn)
    for (const line of content)
      matrix.rows.push({ at: line.at, label: bareRow(line.text).replace(/[:：]$/, "") });
  else tabled(content, matrix);
  for (const row of matrix.rows)
    if (row.label === "") matrix.other.push({ at: row.at, text: "", afterGap: false });
  matrix.rows = matrix.rows.filter((row) => row.label !== "");
  return matrix;
}

const isAside = ({ text }: Line): boolean => {
  const { help, other, hints } = readBody([{ at: 0, text, afterGap: false }], false);
  return help.length + other.length + hints.length > 0;
};

function labelled(lines: Line[], matrix: Matrix) {
  let under: "rows" | "columns" = "rows";
  for (const { at, text } of lines) {
    const folded = fold(text);
    const word = rowsWord.exec(folded)?.[0] ?? columnsWord.exec(folded)?.[0];
    if (word) under = rowsWord.test(folded) ? "rows" : "columns";
    const rest = text.slice(word?.length ?? 0).trim();
    if (!rest) continue;
    const many = word ? listed(rest) : [rest];
    const dashed = /^[-·•]/.test(rest);
    // Without 列：, what follows the rows without a dash are the columns.
    if (!word && under === "rows" && !dashed && (range(rest) || matrix.rows.some((row) => row.label))) {
      if (matrix.rows.some((row) => row.label) && lines.some((one) => /^[-·•]/.test(one.text)))
        under = "columns";
      else if (range(rest)) under = "columns";
    }
    for (const one of many) {
      if (under === "columns" && dashed)
        matrix.columns.push(...readBody([{ at, text: one, afterGap: false }], false).choices);
      else if (under === "columns") matrix.columns.push(...columnsIn(one, at));
      else matrix.rows.push({ at, label: bareRow(one) });
    }
  }
}

function tabled(lines: Line[], matrix: Matrix) {
  const [first, ...rest] = lines;
  if (!first) return;
  const last = rest.at(-1);
  const columns = anchored(columnsIn(first.text.replace(corner, ""), first.at));
  if (columns.length > 1 && rest.length > 0) {
    matrix.columns = columns;
    for (const line of rest) matrix.rows.push({ at: line.at, label: bareRow(line.text) });
  } else if (last && ticked.test(last.text)) {
    matrix.columns = columnsIn(last.text, last.at);
    for (const line of lines.slice(0, -1)) matrix.rows.push({ at: line.at, label: bareRow(line.text) });
  } else for (const line of lines) matrix.rows.push({ at: line.at, label: bareRow(line.text) });
}

/** 工作环境、团队协作 or with other signs between. */
const listed = (text: string): string[] =>
  text
    .split(/\t| {2}| ?[、，,;；|/] ?| /)
    .map((one) => one.trim())
    .filter(Boolean);

/** `1~5` as its numbers. */
export function range(text: string): string[] | undefined {
  const match = /^(\d{1,2})\s*[~\-—–至到]\s*(\d{1,3})\s*分?$/.exec(fold(text).trim());
  const [from, to] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || to <= from || to - from > 20) return undefined;
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

function columnsIn(text: string, at: number): Matrix["columns"] {
  const numbers = range(text);
  if (numbers) return numbers.map((label) => ({ at, label, open: false, right: false, hints: [] }));
  const parts = text.includes("\t")
    ? text.split("\t")
    : text.includes("|")
      ? text.split("|")
      : text.includes("  ")
        ? text.split("  ")
        : / /.test(text)
          ? text.split(" ")
          : text.split(/[、，,;；]/);
  const cells = withScores(parts.map((part) => part.trim()).filter(Boolean));
  return readBody(
    cells.map((cell) => ({ at, text: cell, afterGap: false })),
    false,
  ).choices;
}

/** `非常不同意 1 不同意 2`: a number of its own after each label is its score. */
const withScores = (cells: string[]): string[] =>
  cells.length > 3 &&
  cells.length % 2 === 0 &&
  cells.every((cell, at) => at % 2 === 0 || /^[(（]?\d{1,2}分?[)）]?$/.test(cell))
    ? cells.flatMap((cell, at) => (at % 2 ? [] : [`${cell} ${cells[at + 1]}`]))
    : cells;

const bareRow = (text: string): string =>
  text
    .replace(/^\|\s*/, "")
    .replace(circles, "")
    .replace(/^[-·•○□]\s*/, "")
    .replace(/^(?:[（(]\d{1,2}[)）]|\d{1,2}\s*[.．、)）](?!\d)|[①②③④⑤⑥⑦⑧⑨⑩])\s*/, "")
    .replace(/\s*[\t|][\t |]*$/, "")
    .replace(/\s*[:：]?\s*(?:____|\{_\})\s*$/, "")
    .replace(/____/g, "")
    .replace(/\s+/g, " ")
    .trim();
