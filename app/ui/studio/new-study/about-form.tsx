import { Form } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { Choice } from "../waves/choice.tsx";
import { zoneText } from "../waves/zone-text.ts";
import { type AboutText, aboutTexts, longest, type SurveyLanguages } from "./choices.ts";
import { problemIn } from "./problem-in.ts";

interface AboutFormProps {
  values: Record<string, string>;
  errors: Record<string, string>;
  zones: string[];
}

/** Name, languages, who asks, and until when: what has to be known before anything is asked. */
export function AboutForm({ values, errors, zones }: AboutFormProps) {
  const messages = useMessages();
  const { about, next } = messages.newStudy;
  const ref = useFirstProblem();
  const field = (name: string) => {
    const error = problemIn(messages, errors[name]);
    return { name, defaultValue: values[name] ?? "", ...(error ? { error } : {}) };
  };
  const pair = (name: AboutText, hint?: string) => (
    <>
      {hint ? <p className="studio-hint">{hint}</p> : null}
      <div className="new-study-pair">
        <Field
          {...field(`${name}Zh`)}
          label={fill(about.zh, { label: about[name] })}
          lang="zh-CN"
          maxLength={longest[name]}
          aria-required={aboutTexts[name] ? true : undefined}
        />
        <Field
          {...field(`${name}En`)}
          label={fill(about.en, { label: about[name] })}
          lang="en"
          maxLength={longest[name]}
        />
      </div>
    </>
  );
  const moreIsWrong = ["population", "recruitment"].some((one) => errors[`${one}Zh`] || errors[`${one}En`]);
  const more = moreIsWrong || Boolean(values.populationZh || values.recruitmentZh);
  // What was typed stays in the address of this step, so that the browser's own way back finds it.
  const keep = (form: HTMLFormElement) => {
    const typed = [...new FormData(form)].filter(
      (one): one is [string, string] => typeof one[1] === "string",
    );
    window.history.replaceState(window.history.state, "", `?${new URLSearchParams(typed)}`);
  };
  return (
    <Form
      method="post"
      action="/studio/new"
      ref={ref}
      noValidate
      className="new-study-form"
      onSubmit={(event) => keep(event.currentTarget)}
    >
      <p className="studio-hint">{about.optional}</p>
      {pair("name", about.nameHint)}
      <Choice
        name="languages"
        label={about.languages}
        hint={about.languagesHint}
        value={values.languages}
        error={problemIn(messages, errors.languages)}
      >
        {(Object.keys(about.choices) as SurveyLanguages[]).map((one) => (
          <option key={one} value={one}>
            {about.choices[one]}
          </option>
        ))}
      </Choice>
      <h2>{about.who}</h2>
      <p className="studio-hint">{about.whoLead}</p>
      {pair("institution")}
      {pair("lead")}
      <Field
        {...field("contact")}
        label={about.contact}
        hint={about.contactHint}
        maxLength={longest.contact}
      />
      {pair("ethics", about.ethicsHint)}
      <details open={more}>
        <summary>{about.more}</summary>
        <p className="studio-hint">{about.moreLead}</p>
        {pair("population", about.populationHint)}
        {pair("recruitment", about.recruitmentHint)}
      </details>
      <h2>{about.time}</h2>
      <Choice
        name="zone"
        label={about.zone}
        hint={about.zoneHint}
        value={values.zone}
        error={problemIn(messages, errors.zone)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zoneText(messages.waves, zone)}
          </option>
        ))}
      </Choice>
      <Field {...field("keep")} label={about.keep} hint={about.keepHint} type="date" />
      <div className="wave-actions">
        <button type="submit">{next}</button>
      </div>
    </Form>
  );
}
