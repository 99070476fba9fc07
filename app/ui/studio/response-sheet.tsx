import type { SheetAnswer, SheetPage } from "#app/fieldwork/response-sheet.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { amount } from "./amount.ts";

/** What one student answered, page by page. */
export function ResponseSheet({ pages }: { pages: SheetPage[] }) {
  const language = useLanguage();
  const { response: says } = useMessages().studio;
  return (
    <>
      {pages.map((page) => (
        <section className="studio-section" key={page.code}>
          <h2>
            {page.title?.[language] ?? says.consent}
            {page.seconds === undefined ? null : (
              <span className="studio-beside">{amount(language, says.seconds, page.seconds)}</span>
            )}
          </h2>
          <table className="studio-sheet">
            <thead>
              <tr>
                <th scope="col">{says.question}</th>
                <th scope="col">{says.answer}</th>
              </tr>
            </thead>
            <tbody>
              {page.entries.map((entry) => (
                <tr key={entry.code}>
                  <th scope="row">
                    <span className="studio-code">{entry.code}</span> {entry.text[language]}
                  </th>
                  <td>
                    <AnswerCell answer={entry.answer} tick={entry.tick} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  );
}

function AnswerCell({ answer, tick }: { answer: SheetAnswer; tick: boolean }) {
  const language = useLanguage();
  const { response: says } = useMessages().studio;
  switch (answer.is) {
    case "labels":
      return <>{answer.labels.map((label) => label[language]).join(language === "en" ? "; " : "；")}</>;
    case "words":
      return <span className="studio-words">{answer.words}</span>;
    case "pending":
      return <>{fill(says.pending, { words: answer.words })}</>;
    case "ticked":
      return <>{says.ticked}</>;
    default: {
      const missing = answer.is === "skipped" && tick ? says.notTicked : says[answer.is];
      return <span className="quiet-text">{missing}</span>;
    }
  }
}
