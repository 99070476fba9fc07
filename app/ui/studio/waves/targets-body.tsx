import { Form } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Choice } from "./choice.tsx";
import { TargetForm, type TargetLine, TargetList } from "./target-parts.tsx";
import type { RefusedForm } from "./wave-form.tsx";

interface TargetsBodyProps {
  targets: {
    variables: { code: string; name: Text }[];
    set: TargetLine[];
    variable: ComponentProps<typeof TargetForm>["variable"] | undefined;
  };
  refused: RefusedForm | undefined;
  address: string;
}

/** The targets that are set, the choice of a variable, and the form of the chosen one. */
export function TargetsBody({ targets, refused, address }: TargetsBodyProps) {
  const language = useLanguage();
  const words = useMessages().waves.targetPage;
  const { variables, set, variable } = targets;
  return (
    <>
      {set.length > 0 ? <TargetList set={set} address={address} /> : <p>{words.none}</p>}
      {variables.length === 0 ? (
        <p>{words.nothingToChoose}</p>
      ) : (
        <Form method="get" action={address} className="studio-filters" key={variable?.code}>
          <Choice name="variable" label={words.choose} value={variable?.code}>
            {variables.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name[language]}
              </option>
            ))}
          </Choice>
          <button className="quiet" type="submit">
            {words.chooseButton}
          </button>
        </Form>
      )}
      {variable ? <TargetForm variable={variable} refused={refused} address={address} /> : null}
    </>
  );
}
