import type { Finding } from "#app/instrument/check.ts";
import type { Paths } from "#app/instrument/paths.ts";

/** A finding with what its place is called. */
export interface NamedFinding extends Finding {
  about: string;
}

/** What the check page shows. */
export interface CheckData {
  findings: NamedFinding[];
  paths: Paths;
  load: {
    code: string;
    place: string;
    about: string;
    length: Record<string, { characters: number; words: number }>;
  }[];
  languages: string[];
}
