import type { Signal } from "./draft.ts";
import type { QualityIndices } from "./quality.ts";

/** What the server can notice about how pages were sent. */
export const signals = ["honeypot", "hurried", "scripted"] as const satisfies readonly Signal[];

/**
 * What can be conspicuous about a response. Reverse contradictions are not among them: people do mean both at times, so
 * they are only told on the response's own page.
 */
export const flags = [
  "longstring",
  "irv",
  "pace",
  "spacing",
  "hurried",
  "instructed",
  "copy",
  "honeypot",
  "scripted",
] as const;
export type Flag = (typeof flags)[number];

/** Flags of one means see the same thing twice: a straight line has the longest run and no spread. */
export const means = {
  pattern: ["longstring", "irv"],
  pace: ["pace", "spacing", "hurried"],
  attention: ["instructed"],
  copy: ["copy"],
  machine: ["honeypot", "scripted"],
} as const satisfies Record<string, readonly Flag[]>;
export type Means = keyof typeof means;
export const meansNames = Object.keys(means) as Means[];

/** Where conspicuous begins; each can be changed for a study. */
export interface Thresholds {
  /** Longest run, as a share of the agreement items asked; flagged from there on. */
  longstring: number;
  /** Spread in scale points; flagged up to there. */
  irv: number;
  /** Seconds; flagged below. */
  secondsPerItem: number;
  /** Coefficient of variation between pages; flagged below. */
  spacing: number;
  /** Answered agreement items that a near-duplicate needs. */
  copyItems: number;
}
export type ThresholdName = keyof Thresholds;

/**
 * The usual thresholds. Longstring: half of the items (Curran 2016, Journal of Experimental Social Psychology 66);
 * time: two seconds an item (Huang et al. 2012, Journal of Business and Psychology 27); the others are this project's
 * own, on the side of flagging too few (docs/decisions/careless-answers.md).
 */
export const usualThresholds: Thresholds = {
  longstring: 0.5,
  irv: 0,
  secondsPerItem: 2,
  spacing: 0.1,
  copyItems: 12,
};

/** What a researcher may set: wide enough for other instruments, never so wide that everybody is flagged. */
export const thresholdBounds: Record<ThresholdName, { min: number; max: number; step: number }> = {
  longstring: { min: 0.25, max: 1, step: 0.05 },
  irv: { min: 0, max: 0.75, step: 0.05 },
  secondsPerItem: { min: 0, max: 5, step: 0.1 },
  spacing: { min: 0, max: 0.3, step: 0.01 },
  copyItems: { min: 8, max: 60, step: 1 },
};
export const thresholdNames = Object.keys(thresholdBounds) as ThresholdName[];

/** Fewer answers than this form no pattern: three equal answers in a row are nothing. */
export const fewestAnswers = 8;

const bitOf = (flag: Flag): number => 1 << flags.indexOf(flag);
const masks = meansNames.map((name) => means[name].reduce((mask, flag) => mask | bitOf(flag), 0));

/** The flags of one response as a bit mask, in the order of `flags`. @param copy whether it nearly repeats another one */
export function flagMask(
  indices: Omit<QualityIndices, "contradictions">,
  copy: boolean,
  at: Thresholds,
): number {
  const { asked, answered, longstring, irv, secondsPerItem, spacing, instructed, signals } = indices;
  const formsPattern = answered >= fewestAnswers;
  let mask = 0;
  if (formsPattern && longstring >= Math.max(fewestAnswers, asked * at.longstring))
    mask |= bitOf("longstring");
  if (formsPattern && irv !== null && irv <= at.irv) mask |= bitOf("irv");
  if (secondsPerItem !== null && secondsPerItem < at.secondsPerItem) mask |= bitOf("pace");
  if (spacing !== null && spacing < at.spacing) mask |= bitOf("spacing");
  if (instructed === "failed") mask |= bitOf("instructed");
  if (copy) mask |= bitOf("copy");
  for (const signal of signals) mask |= bitOf(signal);
  return mask;
}

export const flagsIn = (mask: number): Flag[] => flags.filter((_, bit) => (mask >> bit) & 1);

/** The means that speak against a response, as a bit mask in the order of `meansNames`. */
export function meansMask(mask: number): number {
  let found = 0;
  for (let at = 0; at < masks.length; at++) if (mask & masks[at]!) found |= 1 << at;
  return found;
}

/** Suspect: two independent means agree. One alone is as often enthusiasm, a quick reader or a slip of the thumb. */
export function isSuspect(mask: number): boolean {
  const found = meansMask(mask);
  return (found & (found - 1)) !== 0;
}
