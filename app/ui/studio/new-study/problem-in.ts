import type { Messages } from "#app/locales/index.ts";
import { problemWords } from "../waves/problem-words.ts";

/** What was wrong with a field of a new study, in the reader's words; undefined stays undefined. */
export function problemIn(messages: Messages, problem: string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  const { problems } = messages.newStudy;
  return Object.hasOwn(problems, problem)
    ? problems[problem as keyof typeof problems]
    : problemWords(messages, problem);
}
