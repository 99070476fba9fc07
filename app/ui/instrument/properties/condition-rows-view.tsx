import { changedForm, command } from "#app/instrument/properties/change.ts";
import { mostConditionRows } from "#app/instrument/properties/condition-rows.ts";
import { type ConditionField, inside, rowCount } from "#app/instrument/properties/field.ts";
import { useMessages } from "../../language.tsx";
import { ChangeButton } from "./change-button.tsx";
import { ConditionRowView } from "./condition-row-view.tsx";
import { fieldId, fieldNamed, usePropertiesForm } from "./form-context.ts";

/** A condition line by line: all or any of them must hold. */
export function ConditionRowsView({ field, name }: { field: ConditionField; name: string }) {
  const { condition: words } = useMessages().properties;
  const form = usePropertiesForm();
  const rows = inside(name, "rows");
  const count = rowCount(form.values, rows);
  const join = inside(rows, "join");
  const itemOf = (index: number) => fieldNamed(inside(rows, index, "item"));
  // Which answers a line offers depends on its question: with script they follow at once.
  const refresh = (element: HTMLSelectElement) => {
    const around = {
      fields: [{ ...field, name }],
      languages: form.languages,
      askable: form.askable,
    };
    if (element.form)
      form.change(
        element.form,
        name,
        (values) => changedForm(values, command(name, "refresh"), around),
        fieldNamed(element.name),
      );
  };
  return (
    <>
      <p className="studio-hint">{words.onlyEarlier}</p>
      {count > 1 ? (
        <div className="property">
          <label htmlFor={fieldId(join)}>{words.join}</label>
          <select id={fieldId(join)} name={join} defaultValue={form.values[join] === "any" ? "any" : "all"}>
            <option value="all">{words.joins.all}</option>
            <option value="any">{words.joins.any}</option>
          </select>
        </div>
      ) : (
        <input type="hidden" name={join} value={form.values[join] ?? "all"} readOnly />
      )}
      <ol className="condition-rows">
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by where they stand, as in the form
          <li key={index}>
            <ConditionRowView name={inside(rows, index)} index={index} refresh={refresh} />
            <div className="property-buttons">
              <ChangeButton
                field={field}
                name={name}
                verb="refresh"
                focus={itemOf(index)}
                className="quiet no-script"
              >
                {words.refresh}
              </ChangeButton>
              {count > 1 ? (
                <ChangeButton field={field} name={name} verb="remove-row" index={index} focus={itemOf(0)}>
                  {words.removeRow}
                </ChangeButton>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
      {count < mostConditionRows ? (
        <ChangeButton field={field} name={name} verb="add-row" focus={itemOf(count)}>
          {words.addRow}
        </ChangeButton>
      ) : null}
    </>
  );
}
