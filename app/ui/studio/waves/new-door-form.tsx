import { Form, Link } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { DoorFields } from "./door-fields.tsx";
import { problemWords } from "./problem-words.ts";
import type { RefusedForm } from "./wave-form.tsx";

const kinds = ["open", "class", "list"] as const;

/** A new door: its kind first, then what every door has; a warning before one opens for too few. */
export function NewDoorForm({
  refused,
  k,
  back,
}: {
  refused: RefusedForm | undefined;
  k: number;
  back: string;
}) {
  const messages = useMessages();
  const { waves } = messages;
  const words = waves.doorForm;
  const ref = useFirstProblem();
  const values = refused?.values ?? { kind: "open" };
  const errors = refused?.errors ?? {};
  return (
    <Form method="post" className="studio-form wave-form" ref={ref} noValidate>
      <fieldset className="wave-kinds">
        <legend>{words.kind}</legend>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={values.kind === kind} />
            <span>
              <strong>{waves.kinds[kind]}</strong>
              <span className="studio-hint">{words.kindHints[kind]}</span>
            </span>
          </label>
        ))}
        {errors.kind ? <p className="studio-error">{problemWords(messages, errors.kind)}</p> : null}
      </fieldset>
      <DoorFields values={values} errors={errors} existing={false} />
      {errors.small || values.small === "yes" ? (
        <div className="wave-warning" role={errors.small ? "alert" : undefined}>
          <p>{fill(waves.smallDoor, { k })}</p>
          <label className="wave-check">
            <input
              type="checkbox"
              name="small"
              value="yes"
              defaultChecked={values.small === "yes"}
              aria-invalid={errors.small ? true : undefined}
            />
            {waves.smallConfirm}
          </label>
        </div>
      ) : null}
      <div className="wave-actions">
        <button type="submit">{words.create}</button>
        <Link className="studio-back" to={back}>
          {waves.cancel}
        </Link>
      </div>
    </Form>
  );
}
