import { type HeldBack, shortOf } from "#app/briefs/release.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";

interface HeldBackProps {
  tables: HeldBack[];
  slug: string;
  language: Language;
}

/** Tables that this release may not repeat, each with the way to the newest release in which it stands. */
export function HeldBackTables({ tables, slug, language }: HeldBackProps) {
  const { publicPage } = messagesIn(language);
  if (tables.length === 0) return null;
  return (
    <>
      <p>{publicPage.standsIn}</p>
      <ul>
        {tables.map(({ theme, variable, standsIn }) => (
          <li key={`${theme?.code} ${variable.code}`}>
            <a href={`/p/${slug}/${standsIn}#${theme ? "groups" : "who"}`}>
              {fill(theme ? publicPage.standsInTheme : publicPage.standsInLink, {
                theme: theme?.title[language] ?? "",
                variable: shortOf(variable)[language],
                number: standsIn,
              })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
