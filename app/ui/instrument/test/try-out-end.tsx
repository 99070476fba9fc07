import type { SheetPage } from "#app/fieldwork/response-sheet.ts";
import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";
import { documentOf } from "../../student/document.tsx";

interface TryOutEndProps {
  language: Language;
  sheet: SheetPage[];
  /** The instrument's pages in the studio. */
  back: string;
}

/** The end of a try-out: what a student's answers would have become. */
export function tryOutEnd({ language, sheet, back }: TryOutEndProps): string {
  const { sandbox, studio } = messagesIn(language);
  const { tryOut } = sandbox;
  const said = (answer: SheetPage["entries"][number]["answer"]) =>
    answer.is === "labels"
      ? answer.labels.map((label) => label[language]).join(sandbox.join)
      : answer.is === "words" || answer.is === "pending"
        ? answer.words
        : studio.response[answer.is];
  return documentOf({
    language,
    synthetic: true,
    title: tryOut.endTitle,
    children: (
      <main>
        <h1>{tryOut.endTitle}</h1>
        <p>{tryOut.endBody}</p>
        <p>
          <a href={`${back}/try`}>{tryOut.again}</a> · <a href={`${back}/test`}>{tryOut.back}</a>
        </p>
        {sheet
          .filter((page) => page.entries.length > 0)
          .map((page) => (
            <section key={page.code}>
              <h2>{page.title?.[language] ?? page.code}</h2>
              <dl>
                {page.entries.map(({ code, text, answer }) => (
                  <div key={code}>
                    <dt>
                      {code} {text[language]}
                    </dt>
                    <dd>{said(answer)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </main>
    ),
  });
}
