import type { Messages } from "#app/locales/index.ts";

export interface BankProblems {
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** What was wrong with a field of the bank's forms, in the reader's words. */
export const bankProblem =
  ({ problems }: Messages["bank"], refused: BankProblems | undefined) =>
  (field: string): string | undefined => {
    const problem = refused?.errors[field];
    return problem && problems[problem as keyof typeof problems];
  };
