import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { problemText } from "../problem-text.ts";

/** What was wrong with a field of the fieldwork forms, in the reader's words; undefined stays undefined. */
export function problemWords(
  messages: Messages,
  problem: string | undefined,
  values: Record<string, string> = {},
): string | undefined {
  if (problem === undefined) return undefined;
  const { problems } = messages.waves;
  if (!Object.hasOwn(problems, problem)) return problemText(messages, problem);
  return fill(problems[problem as keyof typeof problems], values);
}
