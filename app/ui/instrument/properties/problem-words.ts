import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";

/** What is wrong with a property, in the reader's words: `at-least:2` → at least 2. */
export function problemWords({ properties }: Messages, problem: string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  const [key = "", n = ""] = problem.split(":");
  const { problems } = properties;
  return fill(Object.hasOwn(problems, key) ? problems[key as keyof typeof problems] : problems.unknown, {
    n,
  });
}
