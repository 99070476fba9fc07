import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { notice } from "./notices.tsx";

/** stays: done, and the address erased since, so that it cannot be taken back · erased: too late to say anything */
export type UnsubscribeStep = "ask" | "done" | "stays" | "erased" | "undone" | "unknown";

interface UnsubscribeProps {
  language: Language;
  synthetic: boolean;
  step: UnsubscribeStep;
  /** The study's, and who writes. */
  title?: string;
  institution?: string;
  contact?: string;
}

/** No more mail: one button, no questions, and one to take it back. */
export function unsubscribePage({
  step,
  title = "",
  institution = "",
  contact = "",
  ...props
}: UnsubscribeProps): string {
  const { unsubscribe: words } = messagesIn(props.language).mail;
  const says = {
    ask: { title: words.title, body: words.body },
    done: { title: words.doneTitle, body: words.doneBody },
    stays: { title: words.doneTitle, body: words.doneBody },
    erased: { title: words.erasedTitle, body: words.erasedBody },
    undone: { title: words.undoneTitle, body: words.undoneBody },
    unknown: { title: words.unknownTitle, body: words.unknownBody },
  }[step];
  const other = props.language === "en" ? "zh-CN" : "en";
  return notice({
    ...props,
    title: says.title,
    children: (
      <>
        <p>{fill(says.body, { title, institution, contact })}</p>
        {step !== "ask" && step !== "done" ? null : (
          // Relative: the address holds the token, which no page needs to repeat.
          <form method="post" action={`?lang=${props.language}`}>
            <div className="actions">
              {step === "ask" ? (
                <button className="next" name="go" value="unsubscribe">
                  {words.confirm}
                </button>
              ) : (
                <button className="quiet" name="go" value="undo">
                  {words.undo}
                </button>
              )}
            </div>
          </form>
        )}
        <p className="hint">
          <a href={`?lang=${other}`} lang={other}>
            {words.otherLanguage}
          </a>
        </p>
      </>
    ),
  });
}
