import type { Text } from "#app/locales/language.ts";

/** A set of questions, as the list shows it. */
export interface BankLine {
  id: string;
  source: string;
  title: Text;
  count: number;
  /** The first few questions. */
  first: Text[];
}

export interface BankChosen {
  id: string;
  title: Text;
  questions: { code: string; text: Text; there: boolean }[];
  /** Answer scales and scoring rules that come along. */
  scales: string[];
  scoring: Text[];
}

/** What the page of the bank shows. */
export interface BankPage {
  timeZone: string;
  own: (BankLine & { by: string; savedAt: string })[];
  product: BankLine[];
  /** What of this instrument can be saved. */
  parts: { code: string; kind: "page" | "block"; title: Text }[];
  pages: { code: string; title: Text }[];
  chosen?: BankChosen;
}
