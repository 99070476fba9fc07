import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";

/** What came back with a refused form of this page. */
export interface RefusedForm {
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** A form problem in the reader's words; undefined stays undefined. */
export function qualityProblem(
  messages: Messages,
  problem: string | undefined,
  bounds: { min?: number; max?: number } = {},
): string | undefined {
  if (problem === undefined) return undefined;
  const { problems } = messages.quality;
  return fill(problem in problems ? problems[problem as keyof typeof problems] : problems.unknown, bounds);
}
