import { nativeName } from "#app/instrument/language-names.ts";
import { testsFor, variableChoice } from "#app/instrument/properties/condition-rows.ts";
import type { Askable } from "#app/instrument/properties/earlier.ts";
import { inside } from "#app/instrument/properties/field.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { shortened } from "./condition-words.ts";
import { fieldId, usePropertiesForm } from "./form-context.ts";
import { problemWords } from "./problem-words.ts";

interface RowProps {
  name: string;
  index: number;
  refresh(element: HTMLSelectElement): void;
}

/** One line of a condition: which question, how it is tested, against which answers. */
export function ConditionRowView({ name, index, refresh }: RowProps) {
  const { condition: words } = useMessages().properties;
  const reader = useLanguage();
  const { values, askable, languages } = usePropertiesForm();
  const at = (part: string) => inside(name, part);
  const item = values[at("item")] ?? "";
  const test = values[at("test")] ?? "in";
  const about = askable.find(({ code }) => code === item);
  const known = item === "language" ? "language" : item === variableChoice ? "variable" : about;
  const isOther = item !== "" && known === undefined;
  const many = test === "in" || test === "notIn";
  const picks: Askable["picks"] =
    item === "language"
      ? languages.map((one) => ({ value: one, label: { [reader]: nativeName(one) } }))
      : about?.picks;
  const needsValue = item !== "" && test !== "answered" && test !== "unanswered";
  const fits = testsFor(known);
  const say = (text: Record<string, string>) => text[reader] || Object.values(text).find(Boolean) || "";
  return (
    <fieldset className="condition-row">
      <legend>{fill(words.row, { n: index + 1 })}</legend>
      <input type="hidden" name={at("was")} value={values[at("was")] ?? ""} readOnly />
      <input type="hidden" name={at("of")} value={item} readOnly />
      <Control name={at("item")} label={words.question}>
        {(ties) => (
          <select {...ties} defaultValue={item} onChange={(event) => refresh(event.currentTarget)}>
            <option value="">{words.choose}</option>
            {isOther ? <option value={item}>{fill(words.gone, { code: item })}</option> : null}
            {askable.map((one) => (
              <option key={one.code} value={one.code}>
                {one.code} {shortened(say(one.text), 30)}
              </option>
            ))}
            <option value="language">{words.language}</option>
            <option value={variableChoice}>{words.variable}</option>
          </select>
        )}
      </Control>
      {item === variableChoice ? (
        <Control name={at("variable")} label={words.variableName} hint={words.variableHint}>
          {(ties) => <input {...ties} defaultValue={values[at("variable")] ?? ""} autoComplete="off" />}
        </Control>
      ) : null}
      <Control name={at("test")} label={words.test}>
        {(ties) => (
          <select {...ties} defaultValue={test} onChange={(event) => refresh(event.currentTarget)}>
            {fits.map((one) => (
              <option key={one} value={one}>
                {words.tests[one]}
              </option>
            ))}
          </select>
        )}
      </Control>
      {needsValue && many && picks ? (
        <fieldset className="condition-picks">
          <legend>{words.answers}</legend>
          {picks.map(({ value, label }) => (
            <label key={value} className="property-check">
              <input
                type="checkbox"
                name={inside(at("pick"), value)}
                value="yes"
                defaultChecked={inside(at("pick"), value) in values}
              />
              <span>{say(label) || value}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {needsValue && !(many && picks) ? (
        <Control
          name={at("than")}
          label={words.value}
          hint={about?.compared === "date" ? words.dateHint : many ? words.valuesHint : undefined}
        >
          {(ties) => <input {...ties} defaultValue={values[at("than")] ?? ""} autoComplete="off" />}
        </Control>
      ) : null}
    </fieldset>
  );
}

interface ControlProps {
  name: string;
  label: string;
  hint?: string | undefined;
  children(ties: {
    id: string;
    name: string;
    "aria-describedby": string | undefined;
    "aria-invalid": true | undefined;
  }): React.ReactNode;
}

function Control({ name, label, hint, children }: ControlProps) {
  const messages = useMessages();
  const { problems } = usePropertiesForm();
  const problem = problemWords(messages, problems[name]);
  const id = fieldId(name);
  const by = [hint ? `${id}-hint` : "", problem ? `${id}-problem` : ""].filter(Boolean).join(" ");
  return (
    <div className="property">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="studio-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        ...{ id, name },
        "aria-describedby": by || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
      {problem ? (
        <p className="studio-error" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}
