import { Form, Link } from "@remix-run/react";
import { fill, formatDay, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { Choice } from "./choice.tsx";
import { problemWords } from "./problem-words.ts";
import { zoneText } from "./zone-text.ts";

export interface RefusedForm {
  values: Record<string, string>;
  errors: Record<string, string>;
}

interface WaveFormProps {
  form: {
    timeZone: string;
    collected: boolean;
    versionNumber: number;
    versions: { id: string; number: number; of?: Text | undefined; day: string }[];
    values: Record<string, string>;
  };
  refused: RefusedForm | undefined;
  send: string;
  back: string;
}

/** Name, times, grace and questionnaire of a wave. */
export function WaveForm({ form, refused, send, back }: WaveFormProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { waves } = messages;
  const words = waves.waveForm;
  const ref = useFirstProblem();
  const values = refused?.values ?? form.values;
  const field = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: problemWords(messages, refused?.errors[name]),
  });
  const zone = fill(words.zone, { zone: zoneText(waves, form.timeZone) });
  return (
    <Form method="post" className="studio-form" ref={ref} noValidate>
      <Field {...field("nameZh")} label={words.nameZh} hint={words.nameZhHint} required lang="zh-CN" />
      <Field {...field("nameEn")} label={words.nameEn} hint={waves.optionalEnglish} lang="en" />
      <Field {...field("opens")} label={words.opens} hint={zone} type="datetime-local" required />
      <Field {...field("closes")} label={words.closes} hint={zone} type="datetime-local" required />
      <Field {...field("grace")} label={words.grace} hint={words.graceHint} inputMode="numeric" required />
      {form.collected ? (
        <div className="studio-field">
          <p className="wave-label">{words.version}</p>
          <p>{fill(words.versionFixed, { n: form.versionNumber })}</p>
          <input type="hidden" name="version" value={form.values.version ?? ""} />
          {refused?.errors.version ? <p className="studio-error">{field("version").error}</p> : null}
        </div>
      ) : (
        <Choice
          name="version"
          label={words.version}
          value={values.version}
          error={problemWords(messages, refused?.errors.version)}
        >
          {form.versions.map((one) => (
            <option key={one.id} value={one.id}>
              {one.of ? `${one.of[language]} · ` : ""}
              {fill(waves.versionMade, { n: one.number, day: formatDay(one.day, language) })}
            </option>
          ))}
        </Choice>
      )}
      <div className="wave-actions">
        <button type="submit">{send}</button>
        <Link className="studio-back" to={back}>
          {waves.cancel}
        </Link>
      </div>
    </Form>
  );
}
