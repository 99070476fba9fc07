import { Form, Link } from "@remix-run/react";
import type { Lost } from "#app/fieldwork/lost-questions.ts";
import { type DifferenceClass, differenceClasses, lowers } from "#app/instrument/difference-classes.ts";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../../studio/amount.ts";
import { Field } from "../../studio/field.tsx";
import { useFirstProblem } from "../../studio/use-first-problem.ts";
import { Choice } from "../../studio/waves/choice.tsx";
import type { DifferenceCard } from "./difference-card.ts";
import { DifferenceHead } from "./difference-head.tsx";
import { isLosing, LostWarning } from "./lost-warning.tsx";

export interface PublishRoom {
  draft: number;
  next: number;
  newest: number | undefined;
  errors: number;
  differences: DifferenceCard[];
  waves: { number: number; name: Text; version: number; newest: boolean; lost: Lost }[];
}
export interface PublishRefused {
  values: Record<string, string>;
  errors: Record<string, string>;
}

/** Every difference with what is to be decided about it, the waves that take the new version, and the button. */
export function PublishForm({
  room,
  refused,
  here,
}: {
  room: PublishRoom;
  refused: PublishRefused | undefined;
  here: string;
}) {
  const { versions } = useMessages();
  const ref = useFirstProblem();
  const { differences } = room;
  return (
    <Form method="post" action={`${here}/versions`} ref={ref} noValidate>
      {/* Enter in a field presses a form's first button: this one, which does nothing. */}
      <input type="submit" disabled hidden value="" />
      <input type="hidden" name="draft" value={room.draft} />
      {differenceClasses.map((one) => {
        const own = differences.filter(({ proposed }) => proposed === one);
        return own.length > 0 ? (
          <section key={one} className="studio-section">
            <h2>
              {versions.classes[one]} <span className="version-count">{own.length}</span>
            </h2>
            <p>{versions.classLeads[one]}</p>
            <ol className="version-differences">
              {own.map((difference) => (
                <li key={difference.key}>
                  <DifferenceHead one={difference} editor={here} />
                  <Decision one={difference} refused={refused} />
                </li>
              ))}
            </ol>
          </section>
        ) : null;
      })}
      <Waves room={room} refused={refused} here={here} />
    </Form>
  );
}

interface DecisionProps {
  one: DifferenceCard;
  refused: PublishRefused | undefined;
}

/** The class it is decided to be; nothing to choose where only one makes sense. */
function Decision({ one, refused }: DecisionProps) {
  const language = useLanguage();
  const { versions } = useMessages();
  const [select, reason] = [`class.${one.key}`, `reason.${one.key}`];
  const problem = refused?.errors[one.key];
  const say = problem ? versions.problems[problem as keyof typeof versions.problems] : undefined;
  const label = (known: DifferenceClass) => versions.classes[known];
  const isMeaning = one.proposed === "meaning" && one.codes.length > 0;
  return (
    <div className="version-decision">
      {one.classes.length > 1 ? (
        <>
          <Choice
            name={select}
            label={versions.decide}
            value={refused?.values[select] ?? one.proposed}
            error={problem === "reason" ? undefined : say}
          >
            {one.classes.map((known) => (
              <option key={known} value={known}>
                {known === one.proposed ? fill(versions.asProposed, { class: label(known) }) : label(known)}
              </option>
            ))}
          </Choice>
          {one.classes.some((known) => lowers(one, known)) ? (
            <Field
              name={reason}
              label={versions.reason}
              maxLength={1000}
              defaultValue={refused?.values[reason] ?? ""}
              {...(problem === "reason" && say ? { error: say } : {})}
            />
          ) : null}
        </>
      ) : say ? (
        <p className="studio-error">{say}</p>
      ) : null}
      {isMeaning ? (
        <button className="quiet" type="submit" name="newCode" value={one.key}>
          {amount(language, versions.newCode, one.codes.length)}
        </button>
      ) : null}
    </div>
  );
}

function Waves({
  room,
  refused,
  here,
}: {
  room: PublishRoom;
  refused: PublishRefused | undefined;
  here: string;
}) {
  const language = useLanguage();
  const { versions } = useMessages();
  const { waves, errors } = room;
  const checked = (wave: PublishRoom["waves"][number]) =>
    refused ? refused.values[`wave.${wave.number}`] !== undefined : wave.newest;
  return (
    <section className="studio-section">
      <h2>{versions.publishTitle}</h2>
      {errors > 0 ? (
        <p className="studio-says wrong">
          {amount(language, versions.errors, errors)} <Link to={`${here}/check`}>{versions.toCheck}</Link>
        </p>
      ) : null}
      {waves.length > 0 ? (
        <fieldset className="version-waves">
          <legend>{versions.waves}</legend>
          <p className="studio-hint">{versions.wavesLead}</p>
          {waves.map((wave) => (
            <div key={wave.number}>
              <label className="wave-check">
                <input
                  type="checkbox"
                  name={`wave.${wave.number}`}
                  value="yes"
                  defaultChecked={checked(wave)}
                  aria-describedby={isLosing(wave.lost) ? `lost-${wave.number}` : undefined}
                />
                {fill(versions.wave, { name: wave.name[language], n: wave.version })}
              </label>
              <LostWarning id={`lost-${wave.number}`} lost={wave.lost} />
            </div>
          ))}
        </fieldset>
      ) : (
        <p>{versions.noWaves}</p>
      )}
      <p className="quiet-text">{versions.publishLead}</p>
      {errors === 0 ? <button type="submit">{fill(versions.publish, { n: room.next })}</button> : null}
    </section>
  );
}
