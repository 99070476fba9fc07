import type { Text } from "#app/locales/language.ts";

/** Asked of everybody's background and of public interest: type of institution, year, level, year and mode of the exam. */
const stated = ["BG01", "BG02", "BG07", "BG08", "BG09"];

/** The one comparison that is always shown where it may be: how the exam is rated by the mode it was taken in. */
export const examByMode = { theme: "EXM", variable: "BG09" };

/** Whether a variable names the colleges or classes that the researchers gave their links. */
export const namesCollege = (code: string): boolean => code.startsWith("cohort.");

/**
 * The variables a release compares groups by: stated here, before anyone has seen a result. Not every background
 * question: the more comparisons, the more of them differ by chance. Named colleges only where the researcher chose so:
 * a table of them is read as a ranking.
 */
export const groupVariables = <Variable extends { code: string; text: Text; short?: Text }>(
  variables: readonly Variable[],
  byCollege = false,
) =>
  variables
    .filter(({ code }) => stated.includes(code) || (byCollege && namesCollege(code)))
    .map(({ code, text, short }) => ({ code, text, ...(short ? { short } : {}) }));
