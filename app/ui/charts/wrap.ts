/** Width of a text in px at a size and weight; each surface measures with the font it draws. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const wide = "\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}";
const blank = " \\t\\r\\n";
const runs = new RegExp(`[${blank}]+|[${wide}“”…—]+|[^${blank}${wide}“”…—]+`, "gu");
const chinese = new RegExp(`^[${wide}“”…—]`, "u");
// A line may end after any character, but reads better when 行业 stays whole. Old phones have no segmenter.
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;

function tokensOf(text: string): string[] {
  return (text.match(runs) ?? []).flatMap((run) => {
    if (!chinese.test(run)) return [run];
    return segmenter ? Array.from(segmenter.segment(run), ({ segment }) => segment) : Array.from(run);
  });
}

// Chinese setting forbids these at the start, or the end, of a line; a dot tied by a no-break space stays where it is.
const closing = /^(?:\u00a0·|[，。、；：？！）】》」』”…—％])$/u;
const opening = /[（【《「『“]$/u;

interface Unit {
  text: string;
  width: number;
  /** Width of the space before it, 0 between Chinese characters. */
  space: number;
}

function unitsOf(text: string, maxWidth: number, measure: (text: string) => number): Unit[] {
  const parts: { text: string; spaced: boolean }[] = [];
  let spaced = false;
  for (const token of tokensOf(text.trim())) {
    const last = parts.at(-1);
    if (/^[ \t\r\n]/.test(token)) spaced = true;
    else if (last && !spaced && (closing.test(token) || opening.test(last.text))) last.text += token;
    else {
      parts.push({ text: token, spaced });
      spaced = false;
    }
  }
  const space = measure(" ");
  return parts.flatMap((part) => {
    const unit = { text: part.text, width: measure(part.text), space: part.spaced ? space : 0 };
    if (unit.width <= maxWidth) return [unit];
    // A word longer than the line, such as an address, breaks between its characters.
    return Array.from(part.text, (character, i) => ({
      text: character,
      width: measure(character),
      space: i === 0 ? unit.space : 0,
    }));
  });
}

function fill(units: Unit[], maxWidth: number): { lines: string[]; lastWidth: number } {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const unit of units) {
    if (line && width + unit.space + unit.width > maxWidth) {
      lines.push(line);
      line = "";
      width = 0;
    }
    if (line && unit.space) {
      line += " ";
      width += unit.space;
    }
    line += unit.text;
    width += unit.width;
  }
  if (line) lines.push(line);
  return { lines, lastWidth: width };
}

/**
 * Breaks a sentence into lines of at most `maxWidth`: between Chinese characters with their punctuation rules, between
 * words elsewhere. Narrows the lines a little rather than leave one lonely character at the end.
 */
export function wrapText(text: string, maxWidth: number, measure: (text: string) => number): string[] {
  const units = unitsOf(text, maxWidth, measure);
  const widest = fill(units, maxWidth);
  let best = widest;
  for (
    let width = maxWidth;
    best.lastWidth < maxWidth * 0.3 && width > maxWidth * 0.6;
    width -= maxWidth / 25
  ) {
    const narrower = fill(units, width);
    if (narrower.lines.length !== widest.lines.length) break;
    best = narrower;
  }
  return best.lines;
}

/** For a first guess of heights where no font is at hand: a server render, whose browser measures again. */
export const approximateMeasure: Measure = (text, size, bold) => {
  let ems = 0;
  for (const character of text)
    ems += character.codePointAt(0)! >= 0x2e80 ? 1 : character === " " ? 0.25 : 0.53;
  return ems * size * (bold ? 1.04 : 1);
};
