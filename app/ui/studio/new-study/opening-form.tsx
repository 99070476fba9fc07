import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { zoneText } from "../waves/zone-text.ts";
import { opensAtOnce, type StudySurvey } from "./choices.ts";
import { problemIn } from "./problem-in.ts";

interface OpeningFormProps {
  survey: StudySurvey;
  timeZone: string;
  values: Record<string, string>;
  errors: Record<string, string>;
  action: string;
  back: string;
}

/** The first wave, or why there is none yet. */
export function OpeningForm({ survey, timeZone, values, errors, action, back }: OpeningFormProps) {
  const messages = useMessages();
  const { newStudy, waves } = messages;
  const { collector } = newStudy;
  const ref = useFirstProblem();
  const field = (name: string) => {
    const error = problemIn(messages, errors[name]);
    return { name, defaultValue: values[name] ?? "", ...(error ? { error } : {}) };
  };
  const zone = fill(collector.zone, { zone: zoneText(waves, timeZone) });
  return (
    <Form method="post" action={action} ref={ref} noValidate className="new-study-form">
      {opensAtOnce(survey) ? (
        <>
          <p>{collector.lead}</p>
          <div className="new-study-pair">
            <Field {...field("nameZh")} label={collector.waveZh} lang="zh-CN" />
            <Field {...field("nameEn")} label={collector.waveEn} lang="en" />
          </div>
          <div className="new-study-pair">
            <Field {...field("opens")} label={collector.opens} hint={zone} type="datetime-local" />
            <Field {...field("closes")} label={collector.closes} hint={zone} type="datetime-local" />
          </div>
          <p className="studio-hint">{collector.graceNote}</p>
        </>
      ) : (
        <p className="studio-says">{survey === "blank" ? collector.later : collector.laterImport}</p>
      )}
      <div className="wave-actions">
        <button type="submit" name="make" value="yes">
          {collector.create}
        </button>
        <Link className="studio-back" to={back}>
          {newStudy.back}
        </Link>
      </div>
    </Form>
  );
}
