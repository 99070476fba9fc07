import type { Text } from "#app/locales/language.ts";
import type { DemoDoor } from "../colleges.ts";
import type { Draw } from "../draw.ts";

/** How one statement is answered by these people: its centre after reversal, and how much their general view moves it. */
export interface Said {
  mean: number;
  loading?: number;
  /** Share that says N/A. */
  unknown?: number;
}

/** What somebody says about themselves: an option, a year, a certificate. */
export type Facts = Record<string, string | number>;

/** A door of another voice. */
export type VoiceDoor = Pick<DemoDoor, "slug" | "name" | "kind" | "cohort" | "expected"> & {
  answers: number;
  /** How far its people differ from the others, in standard deviations. */
  lean?: number;
  /** What is usual there, as weights. */
  type?: Record<string, number>;
};

/** Teachers, colleges or employers of the demo: one instrument, one wave, its doors and how they answer. */
export interface Voice {
  template: "oneplusx-teacher" | "oneplusx-college" | "oneplusx-employer";
  wave: { number: number; name: Text };
  doors: VoiceDoor[];
  /** Break-offs by page, over all doors. */
  stopped: Record<string, number>;
  facts(door: VoiceDoor, draw: Draw): Facts;
  statements: Record<string, Said>;
  /** Makes N/A more or less likely for some. */
  unsure?(facts: Facts): number;
  /** By open question; English ones are what those who answer in English write. */
  words: Record<string, { "zh-CN": string[]; en: string[] }>;
}
