import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Field } from "./field.tsx";
import { problemText, shortestPassword } from "./problem-text.ts";
import { useFirstProblem } from "./use-first-problem.ts";
import { waitInWords } from "./wait.ts";

interface Outcome {
  errors: Record<string, string>;
  waitSeconds: number;
  done: boolean;
}

export function PasswordForm({ outcome }: { outcome?: Outcome }) {
  const messages = useMessages();
  const language = useLanguage();
  const { passwordPage } = messages.studio;
  const form = useFirstProblem();
  const error = (field: string) => problemText(messages, outcome?.errors[field]);
  return (
    <form className="studio-form" method="post" action="/studio/account" ref={form} noValidate>
      {outcome?.done ? (
        <div className="studio-says" role="status">
          <p>{passwordPage.done}</p>
        </div>
      ) : null}
      {outcome?.waitSeconds ? (
        <div className="studio-says wrong" role="alert">
          <p>{fill(passwordPage.wait, { wait: waitInWords(language, messages, outcome.waitSeconds) })}</p>
        </div>
      ) : null}
      <Field
        name="password"
        type="password"
        label={passwordPage.current}
        autoComplete="current-password"
        required
        error={error("password")}
      />
      <Field
        name="newPassword"
        type="password"
        label={passwordPage.new}
        hint={fill(passwordPage.newHint, { shortest: shortestPassword })}
        autoComplete="new-password"
        required
        error={error("newPassword")}
      />
      <Field
        name="passwordAgain"
        type="password"
        label={passwordPage.again}
        autoComplete="new-password"
        required
        error={error("passwordAgain")}
      />
      <button type="submit">{passwordPage.send}</button>
    </form>
  );
}
