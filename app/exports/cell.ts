/** A cell of an export: numbers stay numbers, everything else is text. */
export type Cell = string | number;

// What a spreadsheet may take for the start of a formula, also in full width, behind blanks or behind an apostrophe.
const dangerous = /^(?:[\t']|[\s\u00a0\u200b\ufeff\u3000]*[=+\-@＝＋－＠])/u;
const lines = /\r\n|\r|\n/;

/**
 * Makes text harmless in spreadsheets: an apostrophe goes before every line that could be read as a formula, because
 * careless programs split cells at line breaks; before every line that begins with an apostrophe, so that nothing is
 * lost; and before a cell that begins with a line break.
 */
export function guardText(text: string): string {
  const guarded = mapLines(text, (line) => (dangerous.test(line) ? `'${line}` : line));
  return /^[\r\n]/.test(text) ? `'${guarded}` : guarded;
}

/** The exact opposite of `guardText`: takes one apostrophe from every line that begins with one. */
export const unguardText = (guarded: string): string => mapLines(guarded, (line) => line.replace(/^'/, ""));

function mapLines(text: string, change: (line: string) => string): string {
  const breaks = text.match(new RegExp(lines, "g")) ?? [];
  return text
    .split(lines)
    .map((line, index) => change(line) + (breaks[index] ?? ""))
    .join("");
}
