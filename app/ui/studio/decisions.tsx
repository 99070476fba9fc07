import type { Messages } from "#app/locales/index.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Field } from "./field.tsx";
import { moment } from "./moment.ts";
import { problemText } from "./problem-text.ts";
import { useFirstProblem } from "./use-first-problem.ts";

interface DecisionSectionProps {
  excluded: boolean;
  timeZone: string;
  history: {
    id: string;
    decidedAt: string;
    action: keyof Messages["studio"]["response"]["actions"];
    by: string;
    reason: string;
  }[];
  refused?: { values: Record<string, string>; errors: Record<string, string> };
}

/** Whether a response counts: the form that changes it, and everything decided before. */
export function DecisionSection({ excluded, timeZone, history, refused }: DecisionSectionProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { response: says } = messages.studio;
  const form = useFirstProblem();
  return (
    <section className="studio-section" id="counted">
      <h2>{says.decide}</h2>
      <p>{excluded ? says.includeLead : says.excludeLead}</p>
      <form className="studio-form" method="post" ref={form} noValidate>
        <input type="hidden" name="intent" value={excluded ? "include" : "exclude"} />
        <Field
          name="reason"
          lines={3}
          required
          label={says.reason}
          hint={excluded ? undefined : says.reasonHint}
          defaultValue={refused?.values.reason}
          error={problemText(messages, refused?.errors.reason ?? refused?.errors.intent)}
        />
        <button className="quiet" type="submit">
          {excluded ? says.include : says.exclude}
        </button>
      </form>
      <h3 className="studio-after">{says.history}</h3>
      {history.length === 0 ? (
        <p className="quiet-text">{says.noHistory}</p>
      ) : (
        <ol className="studio-history">
          {history.map((one) => (
            <li key={one.id}>
              <p className="quiet-text">
                {fill(says.decided, {
                  when: moment(language, timeZone, one.decidedAt),
                  by: one.by,
                  action: says.actions[one.action],
                })}
              </p>
              <p>{one.reason}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
