/**
 * Pipes: what somebody answered earlier, or what is known of the link they came through, in the middle of a text:
 * `{{BG01}}`, `{{collector.college}}`.
 */
const pipe = /\{\{([^{}]{1,80})\}\}/g;

/** Whether there may be pipes in a text, or in anything written as one. */
export const isPiped = (text: string): boolean => text.includes("{{");

/** The names between a text's double braces, whether there is such a thing or not. */
export const pipesIn = (text: string): string[] =>
  [...text.matchAll(pipe)].map((match) => (match[1] ?? "").trim());

/** The text with each pipe replaced. */
export const replacePipes = (text: string, by: (name: string) => string): string =>
  isPiped(text) ? text.replace(pipe, (_, name: string) => by(name.trim())) : text;

/** For those who read about a question and not the question itself: what stands there, in square brackets. */
export const bracketPipes = (text: string, nameOf: (code: string) => string = (code) => code): string =>
  replacePipes(text, (name) => `[${nameOf(name.replace(/^collector\./, ""))}]`);
