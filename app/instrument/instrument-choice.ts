import type { Text } from "#app/locales/language.ts";
import type { Instrument } from "./definition.ts";

/** A study's instruments, and the one whose answers are shown. */
export interface InstrumentChoice {
  options: { key: string; respondent: Instrument["respondent"]; title: Text }[];
  /** The one the study is about, which an address need not name. */
  main: string;
  shown: string;
}

/** What an address says of the instrument shown; nothing for the one the study is about. */
export const respondentOf = (choice: InstrumentChoice | undefined): string | undefined =>
  choice && choice.shown !== choice.main ? choice.shown : undefined;

/** The same at the end of an address that has no search yet, such as "?respondent=teacher". */
export function respondentSearch(choice: InstrumentChoice | undefined): string {
  const key = respondentOf(choice);
  return key ? `?respondent=${key}` : "";
}
