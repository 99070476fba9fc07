import { mostCohortVariables, usualVariables as usual } from "#app/fieldwork/cohort.ts";
import type { Text } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { problemWords } from "./problem-words.ts";
import type { RefusedForm } from "./wave-form.tsx";

interface DoorFieldsProps {
  values: Record<string, string>;
  errors: RefusedForm["errors"];
  /** Answers may have come in already. */
  existing: boolean;
}

/** Name, size and cohort of a door. */
export function DoorFields({ values, errors, existing }: DoorFieldsProps) {
  const messages = useMessages();
  const { waves } = messages;
  const words = waves.doorForm;
  const field = (name: string) => ({
    name,
    defaultValue: values[name] ?? "",
    error: problemWords(messages, errors[name]),
  });
  const free = Array.from({ length: mostCohortVariables - usual.length }, (_, at) => at + usual.length);
  const isUsed = free.some((at) => values[`variable${at}`] || errors[`cohort${at}`]);
  return (
    <>
      <Field {...field("nameZh")} label={words.nameZh} hint={words.nameZhHint} required lang="zh-CN" />
      <Field {...field("nameEn")} label={words.nameEn} hint={waves.optionalEnglish} lang="en" />
      <Field {...field("expected")} label={words.expected} hint={words.expectedHint} inputMode="numeric" />
      <Field {...field("most")} label={words.most} hint={words.mostHint} inputMode="numeric" />
      <fieldset className="wave-cohorts">
        <legend>{words.cohort}</legend>
        <p className="studio-hint">
          {words.cohortLead} {existing ? words.cohortChanged : null}
        </p>
        {usual.map((variable, at) => (
          <CohortRow key={variable} at={at} values={values} errors={errors} variable={variable} />
        ))}
        <details className="studio-numbers" open={isUsed}>
          <summary>{words.more}</summary>
          {free.map((at) => (
            <CohortRow key={at} at={at} values={values} errors={errors} />
          ))}
        </details>
      </fieldset>
    </>
  );
}

interface CohortRowProps {
  at: number;
  values: Record<string, string>;
  errors: Record<string, string>;
  variable?: (typeof usual)[number];
}

function CohortRow({ at, values, errors, variable }: CohortRowProps) {
  const messages = useMessages();
  const words = messages.waves.doorForm;
  const error = problemWords(messages, errors[`cohort${at}`]);
  const described = error ? { "aria-describedby": `cohort${at}-error`, "aria-invalid": true } : {};
  const input = (name: string, label: string, lang?: string) => (
    <div>
      <label htmlFor={`${name}${at}`}>{label}</label>
      <input
        id={`${name}${at}`}
        name={`${name}${at}`}
        defaultValue={values[`${name}${at}`] ?? ""}
        lang={lang}
        autoComplete="off"
        {...described}
      />
    </div>
  );
  const name = variable ? words.variables[variable] : words.value;
  return (
    <div className="wave-cohort-row">
      {variable ? (
        <>
          <p className="wave-label">{name}</p>
          <input type="hidden" name={`variable${at}`} value={variable} />
        </>
      ) : (
        input("variable", `${words.variable} (${words.variableHint})`)
      )}
      <div className="wave-pair">
        {input("zh", `${name} ${words.valueZh}`, "zh-CN")}
        {input("en", `${name} ${words.valueEn}`, "en")}
      </div>
      {error ? (
        <p className="studio-error" id={`cohort${at}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The fields' values for a stored door; English that only repeats the Chinese is left empty. */
export function doorValues(door: {
  name: Text;
  cohort: Record<string, Text>;
  expected: number | null;
  most: number | null;
}): Record<string, string> {
  const english = (text: Text | undefined) => (text && text.en !== text["zh-CN"] ? text.en : "");
  const values: Record<string, string> = {
    nameZh: door.name["zh-CN"],
    nameEn: english(door.name),
    expected: String(door.expected ?? ""),
    most: String(door.most ?? ""),
  };
  const others = Object.keys(door.cohort).filter((one) => !usual.some((known) => known === one));
  for (const [at, variable] of [...usual, ...others].entries()) {
    values[`variable${at}`] = variable;
    values[`zh${at}`] = door.cohort[variable]?.["zh-CN"] ?? "";
    values[`en${at}`] = english(door.cohort[variable]);
  }
  return values;
}
