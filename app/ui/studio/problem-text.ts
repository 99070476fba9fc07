import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";

/** Mirrors `shortestPassword` of the server, which browser code cannot import; a test keeps them equal. */
export const shortestPassword = 12;

/** A form problem in the reader's words; undefined stays undefined. */
export function problemText(messages: Messages, problem: string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  const { problems } = messages.studio;
  const text = problem in problems ? problems[problem as keyof typeof problems] : problems.unknown;
  return fill(text, { shortest: shortestPassword });
}
