import {
  type Flag,
  flags,
  means,
  meansNames,
  type ThresholdName,
  type Thresholds,
  thresholdBounds,
  usualThresholds,
} from "#app/fieldwork/quality-flags.ts";
import { fill } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { amount } from "../amount.ts";
import { Field } from "../field.tsx";
import { moment } from "../moment.ts";
import { useFirstProblem } from "../use-first-problem.ts";
import { qualityProblem, type RefusedForm } from "./problem.ts";

interface ThresholdFormProps {
  thresholds: Thresholds;
  /** Responses marked, in the order of `flags`. */
  counts: number[];
  history: { id: string; decidedAt: string; by: string; reason: string }[];
  timeZone: string;
  refused?: RefusedForm;
}

const thresholdOf: Partial<Record<Flag, ThresholdName>> = {
  longstring: "longstring",
  irv: "irv",
  pace: "secondsPerItem",
  spacing: "spacing",
  copy: "copyItems",
};

/** Every sign: what it catches, with whom it errs, how many it marks, and the threshold where there is one. */
export function ThresholdForm({ thresholds, counts, history, timeZone, refused }: ThresholdFormProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { indices, means: kinds, flags: words } = messages.quality;
  const form = useFirstProblem();
  const own = refused && "why" in refused.values ? refused : undefined;
  return (
    <section className="studio-section" aria-labelledby="indices">
      <h2 id="indices">{indices.title}</h2>
      <p>{indices.lead}</p>
      <form method="post" ref={form} noValidate>
        {meansNames.map((kind) => (
          <div className="quality-kind" key={kind}>
            <h3>{kinds[kind]}</h3>
            {means[kind].map((flag: Flag) => {
              const name = thresholdOf[flag];
              const bounds = name && thresholdBounds[name];
              const about = words[flag];
              return (
                <div className="quality-index" key={flag}>
                  <div>
                    <h4>
                      {about.name}
                      <span className="studio-beside">
                        {amount(language, indices.flags, counts[flags.indexOf(flag)] ?? 0)}
                      </span>
                    </h4>
                    <p>{about.catches}</p>
                    <p className="quiet-text">
                      {indices.errs}
                      {about.errs}
                    </p>
                  </div>
                  {name && bounds && "field" in about ? (
                    <Field
                      name={name}
                      type="number"
                      inputMode="decimal"
                      {...bounds}
                      required
                      label={about.field}
                      hint={fill(indices.usual, { usual: usualThresholds[name], ...bounds })}
                      defaultValue={own?.values[name] ?? thresholds[name]}
                      error={qualityProblem(messages, own?.errors[name], bounds)}
                    />
                  ) : null}
                </div>
              );
            })}
          </div>
        ))}
        <div className="studio-form">
          <Field
            name="why"
            lines={2}
            required
            label={indices.reason}
            hint={indices.reasonHint}
            defaultValue={own?.values.why}
            error={qualityProblem(messages, own?.errors.why)}
          />
        </div>
        <p className="quality-buttons">
          <button type="submit" name="intent" value="thresholds">
            {indices.save}
          </button>
          <button className="quiet" type="submit" name="intent" value="usual">
            {indices.restore}
          </button>
        </p>
      </form>
      {history.length > 0 ? (
        <details className="studio-numbers">
          <summary>{indices.history}</summary>
          <ol className="studio-history">
            {history.map((one) => (
              <li key={one.id}>
                {fill(indices.changed, {
                  when: moment(language, timeZone, one.decidedAt),
                  by: one.by,
                  reason: one.reason,
                })}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}
