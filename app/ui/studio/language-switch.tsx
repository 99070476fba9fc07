import { useLocation } from "@remix-run/react";
import { useLanguage, useMessages } from "../language.tsx";

/** The same page in the other language; the rest of the address stays. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const { common } = useMessages();
  const other = language === "en" ? "zh-CN" : "en";
  const query = new URLSearchParams(search);
  query.set("lang", other);
  return (
    <a className="studio-language" href={`${pathname}?${query}`} lang={other} hrefLang={other}>
      {common.otherLanguage}
    </a>
  );
}
