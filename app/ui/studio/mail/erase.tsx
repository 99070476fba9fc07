import { fill, formatDay } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";

interface EraseSectionProps {
  list: { until: string; days: number };
  errors: Record<string, string> | undefined;
}

/** Until when names and addresses are kept, and the button that erases them today. */
export function EraseSection({ list, errors = {} }: EraseSectionProps) {
  const language = useLanguage();
  const { people } = useMessages().mail;
  return (
    <section className="studio-section" aria-labelledby="erase-title">
      <h2 id="erase-title">{people.eraseTitle}</h2>
      <p className="mail-text">
        {people.eraseLead} <strong>{formatDay(list.until, language)}</strong>
      </p>
      <form method="post" className="studio-form">
        <input type="hidden" name="intent" value="until" />
        <Field
          name="until"
          type="date"
          required
          label={people.until}
          hint={fill(people.untilHint, { days: list.days })}
          defaultValue={list.until}
          error={errors.until ? people.badDay : undefined}
        />
        <button className="quiet" type="submit">
          {people.save}
        </button>
      </form>
      <details className="studio-numbers" open={errors.agree !== undefined}>
        <summary>{people.eraseNow}</summary>
        <form method="post" className="studio-form">
          <input type="hidden" name="intent" value="erase" />
          <p>{people.eraseWarn}</p>
          <p>
            <label className="mail-agree">
              <input
                type="checkbox"
                name="agree"
                value="yes"
                aria-invalid={errors.agree ? true : undefined}
                aria-describedby={errors.agree ? "agree-error" : undefined}
              />
              {people.eraseAgree}
            </label>
          </p>
          {errors.agree ? (
            <p className="studio-error" id="agree-error">
              {people.notAgreed}
            </p>
          ) : null}
          <button className="quiet mail-danger" type="submit">
            {people.eraseDo}
          </button>
        </form>
      </details>
    </section>
  );
}
