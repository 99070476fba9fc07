import type { Finding, Place, Refusal } from "#app/interchange/report.ts";
import type { Text } from "#app/locales/language.ts";

/** One page of what was read, for looking through. */
export interface PreviewPage {
  code: string;
  title: string;
  items: {
    code: string;
    kind: string;
    text: string;
    /** The language its text is in. */
    language: string;
    options?: string;
  }[];
}

/** What is shown of a file that was read. */
export interface ShownImport {
  format: Text;
  name: string;
  read: Record<string, number>;
  items: number;
  changed: { total: number; shown: Finding[] };
  lost: { total: number; shown: Finding[] };
  pages: PreviewPage[];
  more: number;
  /** Sent back by whoever agrees. */
  pack: string;
  values: Record<string, string>;
  errors: Record<string, string>;
}

export type ImportAnswer =
  | { refused: { reason: Refusal; place?: Place | undefined }; text: string }
  | { shown: ShownImport };
