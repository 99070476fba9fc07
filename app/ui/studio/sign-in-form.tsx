import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Field } from "./field.tsx";
import { problemText } from "./problem-text.ts";
import { useFirstProblem } from "./use-first-problem.ts";
import { waitInWords } from "./wait.ts";

interface RefusedSignIn {
  values: Record<string, string>;
  errors: Record<string, string>;
  problem?: "wrong" | "locked";
  waitSeconds: number;
}

export function SignInForm({ to, refused }: { to: string; refused?: RefusedSignIn }) {
  const messages = useMessages();
  const language = useLanguage();
  const { signIn } = messages.studio;
  const form = useFirstProblem();
  const wait = waitInWords(language, messages, refused?.waitSeconds ?? 0);
  const wrong = refused?.waitSeconds ? fill(signIn.wrongThenWait, { wait }) : signIn.wrong;
  const error = (field: string) => problemText(messages, refused?.errors[field]);
  return (
    // The address is written out so that ?lang= and ?to= do not travel along.
    <form className="studio-form" method="post" action="/studio/sign-in" ref={form} noValidate>
      {refused?.problem ? (
        <div className="studio-says wrong" role="alert">
          <p>{refused.problem === "locked" ? fill(signIn.locked, { wait }) : wrong}</p>
        </div>
      ) : null}
      <input type="hidden" name="to" value={to} />
      <Field
        name="email"
        type="email"
        label={signIn.email}
        autoComplete="username"
        required
        defaultValue={refused?.values.email}
        error={error("email")}
      />
      <Field
        name="password"
        type="password"
        label={signIn.password}
        autoComplete="current-password"
        required
        error={error("password")}
      />
      <button type="submit">{signIn.send}</button>
    </form>
  );
}
