import { Link } from "@remix-run/react";
import { amount } from "../studio/amount.ts";
import { type Asked, searchOf } from "./address.ts";
import type { Reader } from "./figures.ts";
import type { ThemeChoice } from "./groups-data.ts";

interface ThemeNavProps {
  choices: readonly ThemeChoice[];
  theme: string;
  asked: Asked;
  reader: Reader;
}

/** Whose statements are looked at. */
export function ThemeNav({ choices, theme, asked, reader: { messages, language } }: ThemeNavProps) {
  const { nav, count } = messages.groups.items;
  return (
    <nav aria-label={nav}>
      <ul className="voices-questions">
        {choices.map(({ code, title, items }) => (
          <li key={code}>
            <Link
              to={searchOf({ ...asked, more: { ...asked.more, theme: code } })}
              aria-current={code === theme ? "page" : undefined}
              preventScrollReset
            >
              <span>{title[language]}</span>
              <span>{amount(language, count, items)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
