import { Form } from "@remix-run/react";
import { fill, formatDay } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { AboutPair, KeepField, MethodFields, WhoFields } from "../new-study/about-fields.tsx";
import { problemIn } from "../new-study/problem-in.ts";
import "../new-study/new-study.css";
import { useFirstProblem } from "../use-first-problem.ts";
import { LimitFields } from "./limit-fields.tsx";
import { longestInSettings } from "./limits.ts";

interface SettingsFormProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  /** How often the settings were changed: who saves over somebody else's change is told. */
  base: number;
  /** YYYY-MM-DD, as the letter says now. */
  keepUntil: string;
}

/** What a study says of itself, to be changed. */
export function SettingsForm({ values, errors, base, keepUntil }: SettingsFormProps) {
  const messages = useMessages();
  const language = useLanguage();
  const { studySettings: words, newStudy } = messages;
  const ref = useFirstProblem();
  const said = { values, errors, longest: longestInSettings };
  const [from, to] = [keepUntil, values.keep ?? keepUntil].map((day) =>
    errors.sure ? formatDay(day, language) : day,
  );
  const reason = errors.reason === "required" ? words.reasonNeeded : problemIn(messages, errors.reason);
  return (
    <Form key={base} method="post" className="new-study-form" ref={ref} noValidate>
      <input type="hidden" name="base" value={base} />
      <h2>{words.name}</h2>
      <p className="studio-hint">{newStudy.about.optional}</p>
      <AboutPair {...said} name="name" hint={newStudy.about.nameHint} />
      <WhoFields {...said} />
      <h2>{words.method}</h2>
      <MethodFields {...said} lines={4} />
      <LimitFields values={values} errors={errors} />
      <h2>{words.time}</h2>
      <KeepField values={values} errors={errors} />
      {errors.sure ? (
        <div className="wave-warning">
          <p>
            {fill(errors.sure === "earlier" ? words.earlier : words.later, {
              from: from ?? "",
              to: to ?? "",
            })}
          </p>
          <label className="wave-check">
            <input
              type="checkbox"
              name="sure"
              value={values.keep}
              aria-invalid="true"
              aria-describedby="sure-error"
            />
            {fill(words.sure, { to: to ?? "" })}
          </label>
          <p className="studio-error" id="sure-error">
            {words.unsure}
          </p>
        </div>
      ) : null}
      <Field
        name="reason"
        lines={2}
        maxLength={500}
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={values.reason ?? ""}
        {...(reason ? { error: reason } : {})}
      />
      <div className="wave-actions">
        <button type="submit">{words.save}</button>
      </div>
    </Form>
  );
}
