import { Form } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { type Disclosure, disclosures } from "#app/results/policy.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Field } from "./field.tsx";
import { moment } from "./moment.ts";
import { useFirstProblem } from "./use-first-problem.ts";
import "./fieldwork.css";

interface DisclosureSectionProps {
  profile: {
    now: Disclosure;
    k: number;
    timeZone: string;
    history: { id: string; decidedAt: string; by: string; reason: string }[];
  };
  refused?: { values: Record<string, string>; errors: Record<string, string> };
}

/** Under which profile numbers are told, what each means, and the form that changes it. */
export function DisclosureSection({ profile, refused }: DisclosureSectionProps) {
  const { disclosure: words } = useMessages();
  const language = useLanguage();
  const form = useFirstProblem();
  const { now, k, history, timeZone } = profile;
  const chosen = refused?.values.disclosure ?? now;
  const problem = (field: string) => {
    const said = refused?.errors[field];
    return said && words.problems[said in words.problems ? (said as keyof typeof words.problems) : "unknown"];
  };
  return (
    <section className="studio-section" aria-labelledby="disclosure">
      <h2 id="disclosure">{words.title}</h2>
      <p>{fill(words.lead, { k })}</p>
      {/* A new decision starts a new form: the last reason is not this one. */}
      <Form key={history.length} method="post" className="studio-form wave-form" ref={form} noValidate>
        <input type="hidden" name="intent" value="disclosure" />
        <fieldset className="wave-kinds">
          <legend>{words.choose}</legend>
          {disclosures.map((one) => (
            <label key={one}>
              <input type="radio" name="disclosure" value={one} defaultChecked={one === chosen} />
              <span>
                <strong>{words.profiles[one].name}</strong>
                <span className="studio-hint">{words.profiles[one].means}</span>
              </span>
            </label>
          ))}
          {problem("disclosure") ? <p className="studio-error">{problem("disclosure")}</p> : null}
        </fieldset>
        <Field
          name="reason"
          lines={2}
          required
          label={words.reason}
          hint={words.reasonHint}
          defaultValue={refused?.values.reason}
          error={problem("reason")}
        />
        <button type="submit" className="quiet">
          {words.save}
        </button>
      </Form>
      {history.length > 0 ? (
        <details className="studio-numbers">
          <summary>{words.history}</summary>
          <ol className="studio-history">
            {history.map((one) => (
              <li key={one.id}>
                {fill(words.changed, {
                  when: moment(language, timeZone, one.decidedAt),
                  by: one.by,
                  reason: one.reason,
                })}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}
