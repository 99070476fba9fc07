import type { QualityIndices } from "#app/fieldwork/quality.ts";

/** Indices as they are stored, in their order; what is written in another way is left to JSON.parse. */
const numbers = ["asked", "answered", "longstring", "irv", "secondsPerItem", "spacing"] as const;
const keys = numbers.map((name, at) => `${at === 0 ? "{" : ","}"${name}":`);
const instructed = ',"instructed":';
const contradictions = ',"contradictions":';
const end = ',"signals":[]}';

export type StoredIndices = Pick<QualityIndices, (typeof numbers)[number] | "instructed" | "signals">;
const found: StoredIndices = {
  ...{ asked: 0, answered: 0, longstring: 0, irv: null, secondsPerItem: null, spacing: null },
  ...{ instructed: null, signals: [] },
};
let at = 0;

/**
 * Reads stored quality indices: a walk over the letters where they stand as this product writes them, five times faster
 * than JSON.parse. The object is the same each time.
 *
 * @throws SyntaxError when they are no JSON
 */
export const readQuality = (json: string): StoredIndices => (walk(json) ? found : JSON.parse(json));

function walk(json: string): boolean {
  at = 0;
  for (let index = 0; index < numbers.length; index++) {
    const name = numbers[index]!;
    if (!pass(json, keys[index]!)) return false;
    const value = number(json);
    if (Number.isNaN(value) && (index < 3 || !pass(json, "null"))) return false;
    if (index < 3) found[name] = value;
    else (found as { irv: number | null })[name as "irv"] = Number.isNaN(value) ? null : value;
  }
  if (!pass(json, instructed)) return false;
  if (pass(json, "null")) found.instructed = null;
  else if (pass(json, '"passed"')) found.instructed = "passed";
  else if (pass(json, '"failed"')) found.instructed = "failed";
  else if (pass(json, '"skipped"')) found.instructed = "skipped";
  else return false;
  if (!pass(json, contradictions)) return false;
  if (Number.isNaN(number(json)) && !pass(json, "null")) return false;
  return pass(json, end) && at === json.length;
}

function pass(json: string, text: string): boolean {
  if (!json.startsWith(text, at)) return false;
  at += text.length;
  return true;
}

/** The number that stands here, or NaN for anything but up to fifteen digits with a point among them. */
function number(json: string): number {
  let whole = 0;
  let digits = 0;
  let point = 0;
  let next = at;
  for (; ; next++) {
    const letter = json.charCodeAt(next);
    if (letter === 46 && point === 0 && digits > 0) point = digits;
    else if (letter >= 48 && letter <= 57) {
      whole = whole * 10 + letter - 48;
      digits++;
    } else break;
  }
  if (digits === 0 || digits > 15 || point === digits) return Number.NaN;
  at = next;
  return point === 0 ? whole : whole / 10 ** (digits - point);
}
