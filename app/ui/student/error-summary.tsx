import { type AskedItem, wholeText } from "#app/instrument/asked.ts";
import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";

/** What still needs a look, at the top of the page, each entry leading to its question. */
export function ErrorSummary({ items, language }: { items: AskedItem[]; language: Language }) {
  const { survey } = messagesIn(language);
  if (items.length === 0) return null;
  return (
    <div className="summary" role="alert">
      <h2>{survey.errorTitle}</h2>
      <p>{fill(survey.errorBody, { count: items.length })}</p>
      <ul>
        {items.map((item) => (
          <li key={item.code}>
            <a href={`#${item.code}`}>{wholeText(item)[language]}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
