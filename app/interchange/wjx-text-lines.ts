import { decodeTable } from "#app/fieldwork/decode-table.ts";
import { limits, Unreadable } from "./report.ts";

/** One line of the file that says something, tidied, with its number as editors count. */
export interface Line {
  at: number;
  text: string;
  /** Whether the line before it was empty. */
  afterGap: boolean;
}

/** Two thousand questions with their answers are a quarter of this; more is no questionnaire. */
const most = { bytes: Math.min(limits.bytes, 2_000_000), lines: 50_000, lineLength: 5000 } as const;

/**
 * The lines of a 问卷星 text. Empty ones are gone, but remembered as gaps; a text copied out of a word processor, where
 * every other line is empty, has a gap where two are.
 * @throws Unreadable for what is empty, too large, or no text
 */
export function linesOf(bytes: Uint8Array): { lines: Line[]; cut: number[] } {
  if (bytes.length > most.bytes) throw new Unreadable("tooLarge");
  const decoded = decodeTable(bytes);
  if (decoded.includes("\0") || mojibake(decoded)) throw new Unreadable("wrongFormat");
  const cut: number[] = [];
  const lines: Line[] = [];
  const gaps: number[] = [];
  let gap = 1;
  let at = 0;
  for (const raw of rawLines(decoded)) {
    at++;
    if (at > most.lines) throw new Unreadable("tooMany", { line: at });
    if (raw.length > most.lineLength) cut.push(at);
    const text = tidy(raw.slice(0, most.lineLength));
    if (text) {
      lines.push({ at, text, afterGap: gap > 0 });
      gaps.push(gap);
    }
    gap = text ? 0 : gap + 1;
  }
  if (lines.length === 0) throw new Unreadable("empty");
  if (doubleSpaced(lines))
    for (const [index, line] of lines.entries()) line.afterGap = (gaps[index] ?? 0) > 1;
  return { lines, cut };
}

function* rawLines(text: string): Generator<string> {
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charCodeAt(at);
    if (at < text.length && char !== 10 && char !== 13) continue;
    yield text.slice(start, at);
    if (char === 13 && text.charCodeAt(at + 1) === 10) at++;
    start = at + 1;
  }
}

/** Bytes that are neither UTF-8 nor GBK come out full of replacement characters. */
function mojibake(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const strange = sample.length - sample.replaceAll("\uFFFD", "").length;
  return strange * 20 > sample.length;
}

/** Without what is not seen; runs of spaces become one, or two (a column's gap), or a tab; runs of underscores four. */
function tidy(raw: string): string {
  return raw
    .replace(/[\p{Cf}\p{Co}\p{Cs}\uFFFD]|[^\P{Cc}\t]/gu, "")
    .replace(/[\s\u3000]+/g, (run) => (run.includes("\t") ? "\t" : run.length > 1 ? "  " : " "))
    .replace(/[_＿]{2,}/g, "____")
    .trim();
}

function doubleSpaced(lines: Line[]): boolean {
  return lines.length >= 4 && lines.filter((line) => line.afterGap).length >= lines.length * 0.9;
}

/**
 * The same text in half-width signs, letter by letter, so that places found in it are places in the original:
 * `［单选题］`, `【单选题】` and `（１）` read as `[单选题]` and `(1)`.
 */
export const fold = (text: string): string =>
  text
    .replace(/[【〔]/g, "[")
    .replace(/[】〕]/g, "]")
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** One to ninety-nine in either way of writing; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const digits = "零一二三四五六七八九";
  const match = /^([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(text);
  if (!match || !text) return undefined;
  const digit = (one: string) => digits.indexOf(one === "两" ? "二" : one);
  const [, tens = "", ten = "", ones = ""] = match;
  if (!ten) return ones ? (tens ? undefined : digit(ones)) : digit(tens);
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}
