import type { Text } from "#app/locales/language.ts";
import type { InstrumentHead } from "../instrument-head.ts";
import type { HistoryLine } from "./editor-data.ts";

/** What the page of the history shows. */
export interface HistoryPageData {
  head: InstrumentHead;
  timeZone: string;
  /** The newest first. */
  lines: HistoryLine[];
  /** Below the last line: the number of the published version that the draft grew from. */
  start: number | undefined;
  /** The number of the last line, where there are older ones. */
  older: number | undefined;
  isFirst: boolean;
  /** The state that is looked at, and which of its pages. */
  looked:
    | { number: number; pages: { code: string; title: Text }[]; page: string; language: string }
    | undefined;
}
