import type { Routed } from "#app/instrument/routing.ts";
import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import type { Answers } from "#app/questions/kind.ts";

/** What the offline document tells its script: the routing of one version in one language, and no answers. */
export interface OfflineSurvey extends Routed {
  home: string;
  version: string;
  language: Language;
  /** What routing knows beside the answers: the same for everyone at this door. */
  known: Answers;
  texts: Messages["phone"] &
    Pick<Messages["survey"], "page" | "next" | "submit" | "errorBody" | "problems" | "wholeNumber">;
}
