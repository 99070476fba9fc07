import type { InstrumentChoice } from "#app/instrument/instrument-choice.ts";
import type { Text } from "#app/locales/language.ts";
import type { StudyHead } from "../studio/study-head.ts";
import type { Asked } from "./address.ts";
import type { FilterVariable } from "./filter-words.ts";

/** What every page of the results room is told beside its evidence. */
export interface ResultsHead {
  study: StudyHead;
  account: { name: string };
  k: number;
  strict: boolean;
  /** The study's own day on which this was asked, YYYY-MM-DD: as far as the answers reach. */
  day: string;
  asked: Asked;
  /** Whose answers these are, where the study has more than one instrument. */
  choice?: InstrumentChoice | undefined;
  variables: FilterVariable[];
  /** Waves whose answers were imported from elsewhere. */
  imported?: Text[];
  /** Why there is nothing to show at all. */
  empty?: "noSurvey" | "nobody";
  /** More conditions than can be checked. */
  refused?: "too-many";
}
