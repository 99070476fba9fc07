import { Form, Link } from "@remix-run/react";
import type { Text } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { useFirstProblem } from "../use-first-problem.ts";
import { AskOnce } from "./ask-once.tsx";
import { DoorFields, doorValues } from "./door-fields.tsx";
import type { RefusedForm } from "./wave-form.tsx";

interface DoorSettingsProps {
  door: { name: Text; cohort: Record<string, Text>; expected: number | null; most: number | null };
  /** Somebody has come through it, or is invited to. */
  used: boolean;
  refused: RefusedForm | undefined;
  back: string;
}

/** What is set for a door, to change; and the way to be rid of one that nobody has used. */
export function DoorSettings({ door, used, refused, back }: DoorSettingsProps) {
  const { waves } = useMessages();
  const { doorPage } = waves;
  const ref = useFirstProblem();
  const removal = refused?.errors.remove !== undefined;
  return (
    <>
      <Form method="post" className="studio-form wave-form" ref={ref} noValidate>
        <DoorFields
          values={refused && !removal ? refused.values : doorValues(door)}
          errors={refused?.errors ?? {}}
          existing
        />
        <div className="wave-actions">
          <button type="submit" name="intent" value="save">
            {waves.save}
          </button>
          <Link className="studio-back" to={back}>
            {waves.cancel}
          </Link>
        </div>
      </Form>
      <section className="studio-section">
        <h2>{doorPage.remove}</h2>
        {used ? (
          <p>{doorPage.removeNever}</p>
        ) : (
          <AskOnce
            label={doorPage.remove}
            lead={doorPage.removeLead}
            intent="remove"
            yes={doorPage.removeYes}
          />
        )}
      </section>
    </>
  );
}
