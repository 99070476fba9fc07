import type { Routed } from "#app/instrument/routing.ts";
import type { Messages } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";

/** What the offline document tells its script: the routing of one version in one language, and no answers. */
export interface OfflineSurvey extends Routed {
  home: string;
  version: string;
  language: Language;
  texts: Messages["phone"] &
    Pick<Messages["survey"], "page" | "next" | "submit" | "errorBody" | "problems" | "wholeNumber">;
}
