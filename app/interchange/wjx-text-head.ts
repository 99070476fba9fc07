import { type Kind, kindOf } from "./wjx-text-kinds.ts";
import { fold, numberOf } from "./wjx-text-lines.ts";
import { type Hint, hintOf } from "./wjx-text-routes.ts";

/** What the line (or lines) that opens a question says. */
export interface Head {
  /** As the file numbers it. */
  number?: number | undefined;
  /** The wording, without number, tags and marks. */
  text: string;
  /** The file's own word for the type; "" where it has none. */
  type: string;
  kind?: Kind | undefined;
  /** The type is a mere remark such as （可多选）, which people write without knowing the dialect. */
  remark: boolean;
  /** All types it names, where they are more than one. */
  types: string[];
  /** Undefined where nothing is said about it. */
  required?: boolean | undefined;
  most?: number | undefined;
  /** A least number to choose, in the file's words. */
  least?: { expression: string; number: number | undefined } | undefined;
  hints: Hint[];
  /** A second number that repeated the first, as some exports write it. */
  doubled?: string | undefined;
}

const numbered =
  /^\*?\s*(?:第\s*([0-9]{1,4})\s*题|[Qq]\s*([0-9]{1,4})(?![0-9A-Za-z])|\(\s*([0-9]{1,4})\s*\)|([0-9]{1,4})(?=\s*[.、:：。)](?![0-9])|\s|\s*\*))\s*[.、:：。),]?\s*/;
const unseparated = /^\*?\s*([0-9]{1,4})(?=[\p{Script=Han}[(])/u;
const brackets = /\[([^[\]]{1,60})\]|\(([^()]{1,60})\)/g;
const mustWords = /^(?:必答题?|必填题?|必选题?|必须填|不能为空|必做|\*)$/;
const mayWords = /^(?:选答题?|选填题?|非必答题?|非必填题?|可选|可不填|可不答)$/;

/** The number a line begins with, and where the words start. */
export function numberAt(text: string, expected?: number): { number: number; rest: number } | undefined {
  const folded = fold(text);
  const match = numbered.exec(folded);
  if (match) return { number: Number(match[1] ?? match[2] ?? match[3] ?? match[4]), rest: match[0].length };
  const close = unseparated.exec(folded);
  return close && Number(close[1]) === expected
    ? { number: Number(close[1]), rest: close[0].length }
    : undefined;
}

/** Whether what a line says may hang on the number expected next: 3您的年级. */
export const expects = (text: string): boolean => unseparated.test(fold(text.slice(0, 12)));

/** Reads one opening line. Whether it opens a question is for the caller: `kind` says so, a number alone may. */
export function readHead(text: string, expected?: number): Head {
  const folded = fold(text);
  const opened = numberAt(text, expected);
  const head: Head = { text: "", type: "", remark: false, types: [], hints: [] };
  if (opened) head.number = opened.number;
  if (/^\*/.test(folded)) head.required = true;
  let from = opened?.rest ?? 0;
  const again = numberAt(text.slice(from));
  if (opened && again?.number === opened.number) {
    head.doubled = text.slice(from, from + again.rest).trim();
    from += again.rest;
  }
  const kept: string[] = [];
  let last = from;
  const closed = /[\])]/.test(folded);
  for (const match of closed ? folded.slice(from).matchAll(brackets) : []) {
    const start = from + match.index;
    const word = (match[1] ?? match[2] ?? "").replace(/\s+/g, "");
    const certain = match[1] !== undefined;
    if (!take(head, word, certain, opened !== undefined, text.slice(start, start + match[0].length)))
      continue;
    kept.push(text.slice(last, start));
    last = start + match[0].length;
  }
  kept.push(text.slice(last));
  head.text = kept
    .map((part) => withoutStars(head, part))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  // [多选题] 4、…: the tag may stand before the number.
  const late = head.kind && !opened && /^\d+\s*[.、:)]/.test(fold(head.text)) && numberAt(head.text);
  if (late) {
    head.number = late.number;
    head.text = head.text.slice(late.rest);
  }
  head.most ??= mostOf(fold(head.text));
  return head;
}

/** Takes one bracket's word into the head. @returns whether it was a word of the dialect and leaves the text */
function take(head: Head, word: string, square: boolean, isNumbered: boolean, whole: string): boolean {
  const [, first, second] = /^(\p{Script=Han}{2,8}题?)[,;:、](.+)$/u.exec(word) ?? [];
  if (first && second && kindOf(first) && square)
    return (
      take(head, first, square, isNumbered, whole) && (take(head, second, square, isNumbered, whole) || true)
    );
  const kind = square || isNumbered ? kindOf(word) : undefined;
  if (kind && (square || kind.way !== "lost")) {
    head.types.push(word);
    head.type = word;
    head.kind = kind;
    head.remark = !square && /^可?[单多]选$/.test(word);
    // What people are told stays in the wording; only the dialect's own tags go.
    return !head.remark;
  }
  if (mustWords.test(word)) head.required = true;
  else if (mayWords.test(word)) {
    head.required = false;
    return square || !/^可/.test(word);
  } else if (/^(?:请选择|限选|最多|至多|至少|最少|选择|不超过)/.test(word) && /[项个种条]$/.test(word)) {
    head.most = mostOf(word) ?? head.most;
    if (/至少|最少|[0-9]-[0-9]/.test(word)) head.least = { expression: whole, number: leastOf(word) };
    return square && head.most !== undefined && head.least === undefined;
  } else {
    const hint = hintOf(word);
    if (hint) head.hints.push({ ...hint, expression: whole });
    return hint !== undefined;
  }
  return true;
}

/** A star at either end of a piece means required. */
function withoutStars(head: Head, text: string): string {
  if (/^\s*[*＊]|[*＊]\s*$/.test(text)) head.required = true;
  return text.replace(/^(\s*)[*＊]+|[*＊]+(\s*)$/g, "$1$2");
}

const howMany = "([0-9]{1,3}|[一二两三四五六七八九十]{1,3})";
const atMost = new RegExp(`(?:最多|至多|不超过|限选?)可?(?:选择|选取|选)?${howMany}[项个种条]`);
const between = new RegExp(`选择[0-9一二两三]{1,3}[-~至到]${howMany}[项个种条]`);

const atLeast = new RegExp(`(?:至少|最少)可?(?:选择|选取|选)?${howMany}[项个种条]`);
const fromTo = new RegExp(`^(?:请选择|限选|选择)${howMany}[-~至到]`);

/** 至少选1项, 请选择1-3项. */
function leastOf(folded: string): number | undefined {
  const match = atLeast.exec(folded) ?? fromTo.exec(folded);
  return (match?.[1] && numberOf(match[1])) || undefined;
}

/** 最多选3项, 限选三项, 请选择1-3项, 不超过两个. */
export function mostOf(folded: string): number | undefined {
  const match = atMost.exec(folded) ?? between.exec(folded);
  return (match?.[1] && numberOf(match[1])) || undefined;
}
