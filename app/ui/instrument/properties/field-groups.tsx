import type { Field, FieldGroup, Values } from "#app/instrument/properties/field.ts";
import { inside } from "#app/instrument/properties/field.ts";
import { useMessages } from "../../language.tsx";
import { FieldView } from "./field-view.tsx";
import { usePropertiesForm } from "./form-context.ts";

const groups: readonly FieldGroup[] = ["more", "logic", "analysis"];

/** Fields in order: those in sight, then each part that is folded up. */
export function FieldGroups({
  fields,
  rounds = {},
  prefix = "",
}: {
  fields: readonly Field[];
  rounds?: Record<string, number>;
  prefix?: string;
}) {
  const show = (some: readonly Field[]) =>
    some.map((field) => (
      // A chosen file cannot be put up anew.
      <FieldView
        key={field.type === "picture" ? field.name : `${field.name} ${rounds[field.name] ?? 0}`}
        field={field}
        name={inside(prefix, field.name)}
      />
    ));
  return (
    <>
      {show(fields.filter((field) => !field.group))}
      {groups.map((group) => {
        const some = fields.filter((field) => field.group === group);
        return some.length > 0 ? (
          <Folded key={group} group={group} fields={some} prefix={prefix}>
            {show(some)}
          </Folded>
        ) : null;
      })}
    </>
  );
}

function Folded({
  group,
  fields,
  prefix,
  children,
}: {
  group: FieldGroup;
  fields: readonly Field[];
  prefix: string;
  children: React.ReactNode;
}) {
  const { properties } = useMessages();
  const { values, problems } = usePropertiesForm();
  const names = fields.map((field) => inside(prefix, field.name));
  const isOpen = names.some(
    (name) =>
      (values[inside(name, "as")] ?? "words") !== "words" ||
      Object.keys(problems).some((one) => one === name || one.startsWith(`${name}.`)),
  );
  const isSet =
    group !== "analysis" && fields.some((field) => saysSomething(field, inside(prefix, field.name), values));
  return (
    <details className="property-fold" open={isOpen || undefined}>
      <summary>
        {properties.groups[group]}
        {isSet ? <span className="property-mark">{properties.setMark}</span> : null}
      </summary>
      {children}
    </details>
  );
}

/** A text, a tick or a condition: what is folded up and not empty is worth knowing of. Codes are never empty. */
const saysSomething = ({ type }: Field, name: string, values: Values) =>
  type === "condition"
    ? Boolean(values[inside(name, "json")])
    : type === "tick"
      ? name in values
      : type === "text" &&
        Object.keys(values).some((key) => key.startsWith(`${name}.`) && Boolean(values[key]));
