import { messagesIn } from "#app/locales/index.ts";
import { fill, type Language } from "#app/locales/language.ts";
import { notice } from "./notices.tsx";

type Step =
  | { at: "ask"; typed?: string; problem?: "unknown" | "notCode" }
  | { at: "confirm"; code: string; title: string; date: string }
  | { at: "done" };

/** Taking one's answers back: code, one confirmation, done. */
export function withdrawPage({
  language,
  synthetic,
  step,
}: {
  language: Language;
  synthetic: boolean;
  step: Step;
}): string {
  const { withdraw } = messagesIn(language).survey;
  if (step.at === "done") {
    return notice({ language, synthetic, title: withdraw.doneTitle, children: <p>{withdraw.doneBody}</p> });
  }
  if (step.at === "confirm") {
    return notice({
      language,
      synthetic,
      title: withdraw.confirmTitle,
      children: (
        <form method="post" action="/withdraw">
          <p>{fill(withdraw.confirmBody, { title: step.title, date: step.date })}</p>
          <input type="hidden" name="code" value={step.code} />
          <div className="actions">
            <button className="next danger" name="go" value="delete">
              {withdraw.confirm}
            </button>
            <a className="quiet" href="/withdraw">
              {withdraw.keep}
            </a>
          </div>
        </form>
      ),
    });
  }
  return notice({
    language,
    synthetic,
    title: withdraw.title,
    children: (
      <form method="post" action="/withdraw">
        <p>{withdraw.body}</p>
        <div className={step.problem ? "q wrong" : "q"}>
          <label className="text" htmlFor="code">
            {withdraw.label}
          </label>
          <p className="hint" id="code-hint">
            {withdraw.hint}
          </p>
          {step.problem ? (
            <p className="problem" id="code-problem">
              {withdraw[step.problem]}
            </p>
          ) : null}
          <input
            id="code"
            name="code"
            className="code"
            defaultValue={step.typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby={step.problem ? "code-problem code-hint" : "code-hint"}
            aria-invalid={step.problem ? true : undefined}
          />
        </div>
        <div className="actions">
          <button className="next" name="go" value="find">
            {withdraw.look}
          </button>
        </div>
      </form>
    ),
  });
}
