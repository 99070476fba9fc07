import { createContext, type ReactNode, useContext } from "react";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";

const Current = createContext<Language>("zh-CN");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <Current.Provider value={language}>{children}</Current.Provider>;
}

/** The reader's language, and every text in it. */
export const useLanguage = () => useContext(Current);
export const useMessages = () => messagesIn(useLanguage());
