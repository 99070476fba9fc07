import { directionOf, nativeName } from "#app/instrument/language-names.ts";
import { type Field, inside, type RowsField } from "#app/instrument/properties/field.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { buttonSaying, ChangeButton } from "./change-button.tsx";
import { FieldGroups } from "./field-groups.tsx";
import { fieldId, usePropertiesForm } from "./form-context.ts";
import { problemWords } from "./problem-words.ts";

interface LineProps {
  field: RowsField;
  name: string;
  index: number;
  count: number;
}

/** One line: its words in sight, the rest folded up, and the buttons that move it. */
export function LineOfRows({ field, name, index, count }: LineProps) {
  const messages = useMessages();
  const { properties } = messages;
  const { values } = usePropertiesForm();
  const { lines, fields } = properties;
  const at = inside(name, index);
  const what = fill(lines.aria, { what: fields[field.label], n: index + 1 });
  const inSight = field.of.filter((one) => !one.group);
  const folded = field.of.filter((one) => one.group);
  const move = (verb: "up" | "down" | "remove", sign: string, to: number, disabled: boolean) => (
    <ChangeButton
      field={field}
      name={name}
      verb={verb}
      index={index}
      focus={verb === "remove" ? buttonSaying(name, "add") : buttonSaying(name, verb, to)}
      label={`${lines[verb]} (${what})`}
      disabled={disabled}
      className="quiet property-move"
    >
      {sign}
    </ChangeButton>
  );
  return (
    <li>
      <input type="hidden" name={inside(at, "was")} defaultValue={values[inside(at, "was")] ?? ""} />
      <div className="property-words">
        {inSight.map((one) => (
          <InSight key={one.name} field={one} name={inside(at, one.name)} what={what} />
        ))}
      </div>
      <div className="property-moves">
        {move("up", "↑", index - 1, index === 0)}
        {move("down", "↓", index + 1, index === count - 1)}
        {move("remove", "×", index, false)}
      </div>
      {folded.length > 0 ? <FieldGroups fields={folded} prefix={at} /> : null}
    </li>
  );
}

/** A field of a line, whose label is said and not shown: what it is, the lines above it tell. */
function InSight({ field, name, what }: { field: Field; name: string; what: string }) {
  const messages = useMessages();
  const { values, problems, languages } = usePropertiesForm();
  const { fields } = messages.properties;
  if (field.type === "tick")
    return (
      <label className="property-check">
        <input type="checkbox" name={name} value="yes" defaultChecked={name in values} />
        <span>{fields[field.label]}</span>
      </label>
    );
  const names = field.type === "text" ? languages.map((one) => inside(name, one)) : [name];
  return names.map((full, number) => {
    const language = field.type === "text" ? languages[number] : undefined;
    const problem = problemWords(messages, problems[full] ?? (number === 0 ? problems[name] : undefined));
    const id = fieldId(full);
    const shown = language ? nativeName(language) : fields[field.label];
    // Which of two numbers is which shows only while they are empty.
    const hasCaption = field.type === "number" && field.label !== "value";
    const shared = {
      ...{ id, name: full, defaultValue: values[full] ?? "", placeholder: shown },
      "aria-label": `${what} ${shown}`,
      "aria-invalid": problem ? (true as const) : undefined,
      "aria-describedby": problem ? `${id}-problem` : undefined,
      ...(language ? { lang: language, dir: directionOf(language) } : {}),
    };
    return (
      <div key={full} className={field.type === "number" ? "property-small" : undefined}>
        {hasCaption ? (
          <span className="property-caption" aria-hidden="true">
            {shown}
          </span>
        ) : null}
        {field.type === "text" && (field.lines || shared.defaultValue.includes("\n")) ? (
          <textarea {...shared} rows={field.lines ?? 2} />
        ) : (
          <input {...shared} autoComplete="off" inputMode={field.type === "number" ? "decimal" : undefined} />
        )}
        {problem ? (
          <p className="studio-error" id={`${id}-problem`}>
            {problem}
          </p>
        ) : null}
      </div>
    );
  });
}
