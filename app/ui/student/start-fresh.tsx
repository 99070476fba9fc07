import { messagesIn } from "#app/locales/index.ts";
import type { Language } from "#app/locales/language.ts";

/** The last student's answers go only after it has been said that they go: a slip of the thumb must not take them. */
export function StartFresh({ home, language }: { home: string; language: Language }) {
  const { survey } = messagesIn(language);
  return (
    <details>
      <summary>{survey.fresh}</summary>
      <form method="post" action={home}>
        <p>{survey.freshNote}</p>
        <button className="quiet" name="go" value="fresh">
          {survey.freshSure}
        </button>
      </form>
    </details>
  );
}
