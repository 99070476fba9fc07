import type { Release } from "#app/briefs/release.ts";
import type { Language, Text } from "#app/locales/language.ts";

/** What the public page is made of. */
export interface PublicRelease {
  slug: string;
  language: Language;
  /** Without a trailing slash: the start of every absolute address. */
  publicUrl: string;
  /** Undefined for a study nobody knows. */
  title?: Text;
  synthetic: boolean;
  /** Undefined while nothing has been released. */
  release?: Release;
  /** Stored files in this language, with sizes in bytes. */
  files: { name: string; size: number }[];
  /** All releases, the newest first. */
  releases: { number: number; date: string }[];
}
