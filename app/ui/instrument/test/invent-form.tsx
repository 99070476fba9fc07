import { Form } from "@remix-run/react";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../../studio/field.tsx";
import { leastInvented, mostInvented, mostSeed, type SandboxAsked } from "./sandbox.ts";

/** How many responses to invent, and from which seed. An address, so that it can be shown to a colleague. */
export function InventForm({ asked }: { asked: SandboxAsked | undefined }) {
  const { invent } = useMessages().sandbox;
  const { errors } = asked ?? { errors: {} as SandboxAsked["errors"] };
  const bounds = { least: leastInvented, most: mostInvented };
  return (
    <section className="studio-section" aria-labelledby="invent">
      <h2 id="invent">{invent.title}</h2>
      <p>{invent.body}</p>
      <Form method="get" className="studio-form">
        <Field
          name="count"
          label={invent.count}
          inputMode="numeric"
          defaultValue={asked?.count ?? "300"}
          error={errors.count ? fill(invent.problems.count, bounds) : undefined}
        />
        <Field
          name="seed"
          label={invent.seed}
          hint={invent.seedHint}
          inputMode="numeric"
          defaultValue={asked?.seed ?? "1"}
          error={errors.seed ? fill(invent.problems.seed, { most: mostSeed }) : undefined}
        />
        <button type="submit">{invent.send}</button>
      </Form>
    </section>
  );
}
