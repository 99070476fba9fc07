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
    <form className="studio-form" method="post" action={signInAddress(to)} ref={form} noValidate>
      {refused?.problem ? (
        <div className="studio-says wrong" role="alert">
          <p>{refused.problem === "locked" ? fill(signIn.locked, { wait }) : wrong}</p>
        </div>
      ) : null}
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

/** Where to go afterwards stays in the address, so that a wrong password or another language does not lose it. */
const signInAddress = (to: string) =>
  to === "/studio" ? "/studio/sign-in" : `/studio/sign-in?to=${encodeURIComponent(to)}`;
