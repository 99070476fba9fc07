import { type Answer, type Answers, missing } from "#app/questions/kind.ts";
import { type CodeTable, nextHash } from "./code-table.ts";
import { type Column, gap, unlisted } from "./column.ts";

const quote = 34;
const backslash = 92;

/**
 * Writes one response's answers (JSON by item code) into `row` of the items' columns; the row must be all "not asked".
 * One walk over the letters, without building objects. Whatever is unusual (escapes, spaces, a typed certificate)
 * takes the plain way over JSON.parse, which also throws SyntaxError for what is no JSON.
 *
 * @param table finds the items' codes, in the order of `columns`
 */
export function readAnswers(json: string, row: number, columns: readonly Column[], table: CodeTable): void {
  if (!walk(json, row, columns, table)) readPlainly(json, row, columns);
}

function walk(json: string, row: number, columns: readonly Column[], table: CodeTable): boolean {
  const end = json.length - 1;
  if (json.charCodeAt(0) !== 123 || json.charCodeAt(end) !== 125) return false;
  if (end === 1) return true;
  let at = 1;
  while (at < end) {
    if (json.charCodeAt(at) !== quote) return false;
    const start = ++at;
    let hash = 0;
    let letter = json.charCodeAt(at);
    while (letter !== quote) {
      if (letter === backslash || at >= end) return false;
      hash = nextHash(hash, letter);
      letter = json.charCodeAt(++at);
    }
    const index = table.find(json, start, at, hash);
    if (json.charCodeAt(++at) !== 58) return false;
    at = index === -1 ? pass(json, at + 1, end) : readValue(json, at + 1, end, columns[index]!, row);
    if (at < 0) return false;
    if (at === end) return true;
    if (json.charCodeAt(at) !== 44) return false;
    at++;
  }
  return false;
}

/** Reads one value and returns the place after it, or -1 for what the walk does not understand. */
function readValue(json: string, from: number, end: number, column: Column, row: number): number {
  const first = json.charCodeAt(from);
  if (first >= 48 && first <= 57) {
    let number = 0;
    let at = from;
    for (let digit = first; digit >= 48 && digit <= 57; digit = json.charCodeAt(++at))
      number = number * 10 + digit - 48;
    column.values[row] = fromNumber(column, number);
    return at;
  }
  if (first === quote) {
    const at = closing(json, from, end);
    if (at < 0) return -1;
    column.values[row] =
      column.measure === "one" ? found(column.table.find(json, from + 1, at, lastHash)) : gap.notAsked;
    return at + 1;
  }
  if (first === 110 && json.startsWith("null", from)) {
    column.values[row] = gap.skipped;
    return from + 4;
  }
  return first === 91 && column.measure === "several" ? readList(json, from, end, column, row) : -1;
}

function readList(json: string, from: number, end: number, column: Column, row: number): number {
  let mask = 0;
  let at = from + 1;
  while (at < end) {
    if (json.charCodeAt(at) !== quote) return -1;
    const close = closing(json, at, end);
    if (close < 0) return -1;
    const index = column.table.find(json, at + 1, close, lastHash);
    if (index >= 0) mask |= 1 << index;
    const after = json.charCodeAt(close + 1);
    if (after === 93) {
      column.values[row] = mask === 0 ? gap.notAsked : mask;
      return close + 2;
    }
    if (after !== 44) return -1;
    at = close + 2;
  }
  return -1;
}

/** Hash of the string `closing` last walked over; a second return value without an object. */
let lastHash = 0;

/** The closing quote of the string that opens at `from`, or -1 when the string holds an escape or has no end. */
function closing(json: string, from: number, end: number): number {
  let hash = 0;
  for (let at = from + 1; at < end; at++) {
    const letter = json.charCodeAt(at);
    if (letter === quote) {
      lastHash = hash;
      return at;
    }
    if (letter === backslash) return -1;
    hash = nextHash(hash, letter);
  }
  return -1;
}

/** Passes over the value of an item that is not counted. */
function pass(json: string, from: number, end: number): number {
  const first = json.charCodeAt(from);
  if (first === quote) {
    const at = closing(json, from, end);
    return at < 0 ? -1 : at + 1;
  }
  if (first >= 48 && first <= 57) {
    let at = from + 1;
    while (json.charCodeAt(at) >= 48 && json.charCodeAt(at) <= 57) at++;
    return at;
  }
  return json.startsWith("true", from) || json.startsWith("null", from) ? from + 4 : -1;
}

function readPlainly(json: string, row: number, columns: readonly Column[]): void {
  const answers = JSON.parse(json) as Answers;
  for (const column of columns)
    column.values[row] = Object.hasOwn(answers, column.code)
      ? encode(column, answers[column.code])
      : gap.notAsked;
}

/**
 * One answer as it stands in its column. A value the item does not offer counts as not asked: it was given to another
 * version of the question.
 */
export function encode(column: Column, answer: Answer | null | undefined): number {
  if (answer === undefined) return gap.notAsked;
  if (answer === null) return gap.skipped;
  if (typeof answer === "number") return fromNumber(column, answer);
  if (typeof answer === "string")
    return column.measure === "one" ? found(column.table.indexOf(answer)) : gap.notAsked;
  if (Array.isArray(answer) && column.measure === "several") {
    let mask = 0;
    for (const code of answer) {
      const index = column.table.indexOf(String(code));
      if (index >= 0) mask |= 1 << index;
    }
    return mask === 0 ? gap.notAsked : mask;
  }
  return column.item?.kind === "catalogue" && typeof answer === "object"
    ? found(column.table.indexOf(unlisted.code))
    : gap.notAsked;
}

const found = (index: number): number => (index < 0 ? gap.notAsked : index);

function fromNumber(column: Column, value: number): number {
  if (column.measure === "scale") {
    const { points } = column.scale!;
    const index = value - points[0]!.value;
    if (index >= 0 && index < points.length && Number.isInteger(index)) return index;
    return value === missing.notApplicable ? gap.notApplicable : gap.notAsked;
  }
  if (column.measure !== "year" || column.categories.length === 0) return gap.notAsked;
  const index = value - Number(column.categories[0]!.code);
  return index >= 0 && index < column.categories.length && Number.isInteger(index) ? index : gap.notAsked;
}
