import { fold, type Line } from "./wjx-text-lines.ts";
import { type Hint, hintOf } from "./wjx-text-routes.ts";

/** One thing to choose, as a line of the file has it. */
export interface Choice {
  at: number;
  label: string;
  /** Asks for words beside the choice. */
  open: boolean;
  score?: number | undefined;
  /** Marked as the right answer of a test. */
  right: boolean;
  hints: Hint[];
  /** Was on one line with others, parted only by spaces. */
  split?: string | undefined;
}

/** What a question's lines hold besides its choices. */
export interface Body {
  choices: Choice[];
  help: Line[];
  /** Instructions that stand alone on a line, for the whole question. */
  hints: { at: number; hint: Hint }[];
  /** Lines for appearance only: `[标签]…`, 答案解析. */
  other: Line[];
}

const bullets = /^[○□●◯☐☑⬜◻◦▢•·√]\s*|^[[［【(（]\s*[\]］】)）]\s*|^[-—]\s+|^-(?=\p{Script=Han})/u;
const inlineBullets = /[○□●◯☐⬜◻▢①②③④⑤⑥⑦⑧⑨⑩⑪⑫]/g;
const letter = /^\(?([A-Za-z])\)?\s*[.、:)]\s*|^([A-Za-z])\s+(?=\p{Script=Han})|^([A-Z])(?=\p{Script=Han})/u;
const spacedLetters = /(?:^|\s)\(?([A-Za-z])(?:\)?\s*[.、:)]|\s*(?=\p{Script=Han}))/gu;
const closeLetters = /(?:^|\s|(?<=\p{Script=Han}))\(?([A-Za-z])(?:\)?\s*[.、:)]|\s*(?=\p{Script=Han}))/gu;
const numeral = /^[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]\s*|^\(?\d{1,2}\)\s*|^\d{1,2}\s*[.、](?!\d)\s*/;
const helpWords = /^(?:说明|注|注意|提示|备注|填写说明|题目说明|填写提示)\s*[:]\s*/;
const blank = /\{_\}|\[填空\]|____|_(?=\s*$)|<填空>/g;
const asksWords = /请注明|请说明|请填写|请补充|请具体说明|请写明/;

/** Reads the lines under a question. `alone`: whether a single line may hold all its choices. */
export function readBody(lines: Line[], alone = true): Body {
  const body: Body = { choices: [], help: [], hints: [], other: [] };
  const plain: Line[] = [];
  for (const line of lines) {
    const folded = fold(line.text);
    const hint = hintOf(folded.replace(/^[([]\s*|\s*[)\]]$/g, "")) ?? undefined;
    if (helpWords.test(folded)) body.help.push({ ...line, text: line.text.replace(/^[^:：]*[:：]\s*/, "") });
    else if (hint) body.hints.push({ at: line.at, hint: { ...hint, expression: line.text } });
    else if (/^\[标签\]|^(?:答?案?解析|正确答案|答案)\s*[:]/.test(folded)) body.other.push(line);
    else if (!/^[_\-—=.*\s]+$/.test(folded)) plain.push(line);
  }
  const pieces = plain.flatMap((line) => partsOf(line, alone && plain.length === 1));
  body.choices = withoutMarks(pieces)
    .map(choiceOf)
    .filter((one) => one.label !== "" || one.open);
  return body;
}

/** `很不可能 0 1 … 10 极有可能`: words at both ends of a row of numbers are what the outer numbers mean. */
export function anchored(choices: Choice[]): Choice[] {
  const [first, last] = [choices[0], choices.at(-1)];
  const numbers = choices.slice(1, -1);
  const start = Number(numbers[0]?.label);
  const counted =
    numbers.length > 2 && start <= 1 && numbers.every(({ label }, at) => label === String(start + at));
  if (!first || !last || !counted || /^\d+$/.test(first.label + last.label)) return choices;
  return numbers.map((one, at) => {
    const end = at === 0 ? first : at === numbers.length - 1 ? last : undefined;
    return end ? { ...end, label: `${one.label} ${end.label}` } : one;
  });
}

interface Piece {
  at: number;
  text: string;
  split?: string;
}

/** One line's choices: `A. 男 B. 女`, `○男 ○女`, columns parted by tabs; by spaces only where it is the only line. */
function partsOf({ at, text }: Line, only: boolean): Piece[] {
  const cuts = lettersIn(text, only) ?? bulletsIn(text);
  if (cuts) return slices(text, cuts).map((part) => ({ at, text: part }));
  const wide = text.split(/\t| {2}(?![([（【])/).filter((part) => part.trim());
  const parts = wide.length > 1 || !only ? wide : spaced(text);
  return parts.length > 1 ? parts.map((part) => ({ at, text: part.trim(), split: text })) : [{ at, text }];
}

/** A hint in brackets after a choice is not a choice of its own. */
const spaced = (text: string): string[] =>
  text
    .split(/ (?![([（【])/)
    .map((part) => part.trim())
    .filter(Boolean);

/**
 * Where A, B, C … stand in order, each after a gap and before a sign (or before Chinese); on an only line also without
 * a gap: A.男B.女.
 */
function lettersIn(text: string, close: boolean): number[] | undefined {
  const folded = fold(text);
  const cuts: number[] = [];
  for (const match of folded.matchAll(close ? closeLetters : spacedLetters)) {
    if ((match[1] ?? "").toUpperCase().charCodeAt(0) - 65 === cuts.length) cuts.push(match.index);
  }
  return cuts.length > 1 && cuts[0] === 0 ? cuts : undefined;
}

function bulletsIn(text: string): number[] | undefined {
  const cuts = [...text.matchAll(inlineBullets)].map((match) => match.index);
  return cuts.length > 1 && cuts[0] === 0 ? cuts : undefined;
}

const slices = (text: string, cuts: number[]): string[] =>
  cuts.map((from, at) => text.slice(from, cuts[at + 1]).trim()).filter(Boolean);

/** Letters are marks only if all have them in order; numbers likewise; bullets always. */
function withoutMarks(pieces: Piece[]): Piece[] {
  const bare = pieces.map((piece) => ({ ...piece, text: piece.text.replace(bullets, "") }));
  const order = bare.map(({ text }) => {
    const match = letter.exec(fold(text));
    return (match?.[1] ?? match?.[2] ?? match?.[3] ?? "").toUpperCase();
  });
  if (order.length > 0 && order.every((one, at) => one.charCodeAt(0) - 65 === at))
    return bare.map((piece) => ({
      ...piece,
      text: piece.text.slice(letter.exec(fold(piece.text))?.[0].length ?? 0),
    }));
  if (bare.length > 0 && bare.every(({ text }, at) => markedAs(text, at + 1)))
    return bare.map((piece) => ({
      ...piece,
      text: piece.text.slice(numeral.exec(fold(piece.text))?.[0].length ?? 0),
    }));
  return bare;
}

const markedAs = (text: string, place: number): boolean => {
  const mark = numeral.exec(fold(text))?.[0] ?? "";
  const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫".indexOf(mark.trim()) + 1;
  return mark !== "" && (circled || Number(/\d+/.exec(mark)?.[0])) === place;
};

function choiceOf({ at, text, split }: Piece): Choice {
  const choice: Choice = { at, label: text, open: false, right: false, hints: [], split };
  const folded = fold(text);
  const gone: [number, number][] = [];
  for (const match of folded.matchAll(
    /\(([^()]{1,60})\)|\[([^[\]]{1,60})\]|(?:->|→|=>)\s*(?:第?\s*\d+\s*题?|[Qq]\d+|结束.*|提交.*)$/g,
  )) {
    const words = (match[1] ?? match[2] ?? match[0]).trim();
    const score = /^([0-9]{1,3})\s*分$/.exec(words);
    const hint = hintOf(words);
    if (/^正确答案$/.test(words)) choice.right = true;
    else if (score) choice.score = Number(score[1]);
    else if (hint) choice.hints.push({ ...hint, expression: match[0] });
    else continue;
    gone.push([match.index, match.index + match[0].length]);
  }
  for (const [from, to] of gone.reverse())
    choice.label = choice.label.slice(0, from) + choice.label.slice(to);
  const bare = choice.label.replace(blank, "");
  choice.open = bare !== choice.label || asksWords.test(bare);
  choice.label = bare
    // 问卷星 marks a blank that must be filled in with a star.
    .replace(choice.open ? /\s*[*＊]\s*$/ : /$^/, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[:：]$/, choice.open ? "" : "$&");
  return choice;
}
