import type { Text } from "#app/locales/language.ts";
import type { StudyHead } from "../studio/study-head.ts";

/** What the frame of an instrument's pages must know. */
export interface InstrumentHead {
  study: StudyHead;
  account: { name: string };
  instrument: { code: string; title: Text; languages: string[] };
  /** The number of the draft's state; 0 before anybody changed anything. */
  draft: number;
  /** The number of the newest frozen version. */
  version: number | undefined;
}
