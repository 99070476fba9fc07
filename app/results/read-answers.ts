import { type Answer, type Answers, missing } from "#app/questions/kind.ts";
import type { CodeTable } from "./code-table.ts";
import { type Column, gap, unlisted } from "./column.ts";

const encoder = new TextEncoder();
/** The response being read, as UTF-8: bytes are several times faster to walk over than a string's letters. */
let buffer = new Uint8Array(4096);

const quote = 34;
const minus = 45;
const point = 46;
const backslash = 92;

/**
 * Writes one response's answers (JSON by item code) into `row`, a place for each item; it must be all "not asked".
 * One walk over the letters, without building objects. Whatever is unusual (escapes, spaces, a typed certificate)
 * takes the plain way over JSON.parse, which also throws SyntaxError for what is no JSON.
 *
 * @param table finds the items' codes, in the order of `columns`
 */
export function readAnswers(
  json: string,
  row: Int32Array,
  columns: readonly Column[],
  table: CodeTable,
): void {
  if (!walk(json, row, columns, table)) readPlainly(json, row, columns);
}

function walk(json: string, row: Int32Array, columns: readonly Column[], table: CodeTable): boolean {
  // Three bytes are the most that one UTF-16 unit becomes.
  if (json.length * 3 > buffer.length) buffer = new Uint8Array(json.length * 6);
  const text = buffer;
  const end = encoder.encodeInto(json, text).written - 1;
  if (text[0] !== 123 || text[end] !== 125) return false;
  if (end === 1) return true;
  let at = 1;
  // Answers mostly stand in the order of the items.
  let next = 0;
  while (at < end) {
    if (text[at]! !== quote) return false;
    const start = ++at;
    let index = next;
    at = table.endOf(next, text, start);
    if (at < 0) {
      at = start;
      let letter = text[at]!;
      while (letter !== quote) {
        if (letter === backslash || at >= end) return false;
        letter = text[++at]!;
      }
      index = table.find(text, start, at);
    }
    if (index >= 0) next = index + 1;
    if (text[++at]! !== 58) return false;
    at = index === -1 ? pass(text, at + 1, end) : readValue(text, at + 1, end, columns[index]!, row, index);
    if (at < 0) return false;
    if (at === end) return true;
    if (text[at]! !== 44) return false;
    at++;
  }
  return false;
}

/** Reads one value and returns the place after it, or -1 for what the walk does not understand. */
function readValue(
  text: Uint8Array,
  from: number,
  end: number,
  column: Column,
  row: Int32Array,
  index: number,
): number {
  const first = text[from]!;
  if (first >= 48 && first <= 57) {
    let number = 0;
    let at = from;
    for (let digit = first; digit >= 48 && digit <= 57; digit = text[++at]!)
      number = number * 10 + digit - 48;
    if (text[at] === point) return readDecimal(text, from, column, row, index);
    row[index] = fromNumber(column, number);
    return at;
  }
  if (first === quote) {
    const at = closing(text, from, end);
    if (at < 0) return -1;
    const { letters } = column;
    const stop = letters === undefined ? at : Math.min(at, from + 1 + letters);
    row[index] = column.measure === "one" ? found(column.table.find(text, from + 1, stop)) : gap.notAsked;
    return at + 1;
  }
  if (first === 110 && isWord(text, nullWord, from)) {
    row[index] = gap.skipped;
    return from + 4;
  }
  if (first === minus) return readDecimal(text, from, column, row, index);
  if (first !== 91) return -1;
  if (column.measure === "several") return readList(text, from, end, column, row, index);
  return column.first ? readFirst(text, from, end, column, row, index) : -1;
}

/** Up to so many digits a number and its power of ten are exact, and so is what dividing them gives. */
const exactDigits = 15;

/** A number with a sign or a fraction. */
function readDecimal(text: Uint8Array, from: number, column: Column, row: Int32Array, index: number): number {
  let at = text[from] === minus ? from + 1 : from;
  let number = 0;
  let digits = 0;
  let power = 1;
  for (let inFraction = false; ; at++) {
    const letter = text[at]!;
    if (letter === point && !inFraction) inFraction = true;
    else if (letter >= 48 && letter <= 57) {
      number = number * 10 + letter - 48;
      digits++;
      if (inFraction) power *= 10;
    } else break;
  }
  if (digits === 0 || digits > exactDigits) return -1;
  row[index] = fromNumber(column, (text[from] === minus ? -number : number) / power);
  return at;
}

/** The list of a ranking: what stands first. */
function readFirst(
  text: Uint8Array,
  from: number,
  end: number,
  column: Column,
  row: Int32Array,
  index: number,
): number {
  if (text[from + 1] === 93) {
    row[index] = gap.skipped;
    return from + 2;
  }
  if (text[from + 1] !== quote) return -1;
  const close = closing(text, from + 1, end);
  if (close < 0) return -1;
  row[index] = found(column.table.find(text, from + 2, close));
  return passNested(text, close + 1, end);
}

function readList(
  text: Uint8Array,
  from: number,
  end: number,
  column: Column,
  row: Int32Array,
  place: number,
): number {
  let mask = 0;
  let at = from + 1;
  if (text[at] === 93) {
    row[place] = gap.skipped;
    return at + 1;
  }
  while (at < end) {
    if (text[at]! !== quote) return -1;
    const close = closing(text, at, end);
    if (close < 0) return -1;
    const index = column.table.find(text, at + 1, close);
    if (index >= 0) mask |= 1 << index;
    const after = text[close + 1]!;
    if (after === 93) {
      row[place] = mask === 0 ? gap.notAsked : mask;
      return close + 2;
    }
    if (after !== 44) return -1;
    at = close + 2;
  }
  return -1;
}

/** The closing quote of the string that opens at `from`, or -1 when the string holds an escape or has no end. */
function closing(text: Uint8Array, from: number, end: number): number {
  for (let at = from + 1; at < end; at++) {
    const letter = text[at]!;
    if (letter === quote) return at;
    if (letter === backslash) return -1;
  }
  return -1;
}

/** Passes over the value of an item that is not counted. */
function pass(text: Uint8Array, from: number, end: number): number {
  const first = text[from]!;
  if (first === quote) {
    const at = closing(text, from, end);
    return at < 0 ? -1 : at + 1;
  }
  if ((first >= 48 && first <= 57) || first === minus) {
    let at = from + 1;
    while ((text[at]! >= 48 && text[at]! <= 57) || text[at] === point) at++;
    return at;
  }
  // The amounts of a sum.
  if (first === 123 || first === 91) return passNested(text, from + 1, end);
  return isWord(text, trueWord, from) || isWord(text, nullWord, from) ? from + 4 : -1;
}

/** The place after the list or object in which `from` stands, or -1 where there is an escape or no end. */
function passNested(text: Uint8Array, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    const letter = text[at]!;
    if (letter === quote) {
      at = closing(text, at, end);
      if (at < 0) return -1;
    } else if (letter === 123 || letter === 91) depth++;
    else if (letter === 125 || letter === 93) depth--;
    if (depth === 0) return at + 1;
  }
  return -1;
}

const nullWord = encoder.encode("null");
const trueWord = encoder.encode("true");
const isWord = (text: Uint8Array, word: Uint8Array, from: number): boolean =>
  text[from] === word[0] &&
  text[from + 1] === word[1] &&
  text[from + 2] === word[2] &&
  text[from + 3] === word[3];

function readPlainly(json: string, row: Int32Array, columns: readonly Column[]): void {
  const answers = JSON.parse(json) as Answers;
  columns.forEach((column, index) => {
    row[index] = Object.hasOwn(answers, column.code) ? encode(column, answers[column.code]) : gap.notAsked;
  });
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
    return column.measure === "one"
      ? found(column.table.indexOf(answer.slice(0, column.letters)))
      : gap.notAsked;
  if (Array.isArray(answer) && column.first)
    return answer.length === 0 ? gap.skipped : found(column.table.indexOf(String(answer[0])));
  if (Array.isArray(answer) && column.measure === "several") {
    if (answer.length === 0) return gap.skipped;
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
  if (column.placeOf) return found(column.placeOf(value));
  if (column.measure !== "year" || column.categories.length === 0) return gap.notAsked;
  const index = value - Number(column.categories[0]!.code);
  return index >= 0 && index < column.categories.length && Number.isInteger(index) ? index : gap.notAsked;
}
