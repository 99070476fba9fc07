import { english } from "./en.ts";
import type { Language } from "./language.ts";
import { chinese } from "./zh-CN.ts";

/** Every text of the product. Chinese is written first; each other language must say the same things. */
export type Messages = typeof chinese;

/** The registry of languages: one that lacks a text does not compile. */
const catalogues: Record<Language, Messages> = { "zh-CN": chinese, en: english };

export const messagesIn = (language: Language): Messages => catalogues[language];
