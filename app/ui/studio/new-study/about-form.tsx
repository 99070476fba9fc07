import { Form } from "@remix-run/react";
import { useMessages } from "../../language.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { Choice } from "../waves/choice.tsx";
import { zoneText } from "../waves/zone-text.ts";
import { AboutPair, KeepField, MethodFields, WhoFields } from "./about-fields.tsx";
import { longest, type SurveyLanguages } from "./choices.ts";
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
  const said = { values, errors, longest };
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
      <AboutPair {...said} name="name" hint={about.nameHint} />
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
      <WhoFields {...said} />
      <details open={more}>
        <summary>{about.more}</summary>
        <MethodFields {...said} />
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
      <KeepField values={values} errors={errors} />
      <div className="wave-actions">
        <button type="submit">{next}</button>
      </div>
    </Form>
  );
}
