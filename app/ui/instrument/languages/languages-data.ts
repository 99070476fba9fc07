/** One text to translate. */
export interface UnitRow {
  id: string;
  source: string;
  target: string;
  /** What somebody else has made of it since; undefined where nobody has. */
  theirs?: string | undefined;
  error?: string | undefined;
}

/** What a language is called, by itself and in the product's languages. Said by the server: browsers know fewer. */
export interface LanguageName {
  native: string;
  "zh-CN": string;
  en: string;
  direction: "ltr" | "rtl";
}

export interface LanguagesData {
  names: Record<string, LanguageName>;
  languages: { tag: string; said: number; of: number }[];
  /** Tags that are offered for adding. */
  offered: string[];
  /** The state the texts are of. */
  base: number;
  /** Undefined where there is only one language. */
  table?: {
    source: string;
    target: string;
    group: string;
    missingOnly: boolean;
    groups: { group: string; title: string; missing: number }[];
    rows: UnitRow[];
    /** Rows beyond those shown. */
    more: number;
    missing: number;
  };
}

/** What came back of a form that could not be saved. */
export interface LanguagesRefused {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** Of a conflict: the state it was compared with, and the texts as they are there. */
  base?: number;
  theirs?: Record<string, string>;
}
