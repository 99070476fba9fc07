import type { Longest } from "../new-study/choices.ts";

/** Longest texts where nothing has to travel in an address. */
export const longestInSettings: Longest = {
  name: 120,
  institution: 200,
  lead: 200,
  contact: 200,
  ethics: 300,
  population: 1000,
  recruitment: 1000,
};
export const longestLimit = 600;
/** Paragraphs about what the results do not cover. */
export const mostLimits = 12;
