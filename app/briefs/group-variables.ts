/** Asked of everybody's background and of public interest: type of institution, year, level, year and mode of the exam. */
const stated = ["BG01", "BG02", "BG07", "BG08", "BG09"];

/**
 * The variables a release compares groups by: stated here, before anyone has seen a result, and the cohorts that the
 * researchers gave their links. Not every background question: the more comparisons, the more of them differ by chance.
 */
export const groupVariables = <Variable extends { code: string; text: { "zh-CN": string; en: string } }>(
  variables: readonly Variable[],
) =>
  variables
    .filter(({ code }) => stated.includes(code) || code.startsWith("cohort."))
    .map(({ code, text }) => ({ code, text }));
