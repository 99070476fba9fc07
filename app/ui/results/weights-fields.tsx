import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../language.tsx";
import { Choice } from "../studio/waves/choice.tsx";

interface FigureFieldProps {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  /** All figures together are wrong. */
  invalid: boolean;
}

/** One category's figure. */
export function FigureField({ name, label, value, error, invalid }: FigureFieldProps) {
  return (
    <div className="wave-share">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={value}
        aria-describedby={error ? `${name}-error` : undefined}
        aria-invalid={error || invalid ? true : undefined}
      />
      {error ? (
        <p className="studio-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

interface JoiningProps {
  categories: { code: string; label: Text; joined: string }[];
  value: (field: string, before: string) => string;
  problem: (field: string) => string | undefined;
}

/** Which categories count as another: for sources that tell fewer apart. */
export function Joining({ categories, value, problem }: JoiningProps) {
  const language = useLanguage();
  const { form: words } = useMessages().weights;
  const chosen = categories.map(({ joined }, at) => value(`join${at}`, joined));
  return (
    <details className="results-numbers" open={chosen.some((one) => one !== "")}>
      <summary>{words.joining}</summary>
      <p className="studio-hint">{words.joiningHint}</p>
      {categories.map((one, at) => (
        <Choice
          key={one.code}
          name={`join${at}`}
          label={fill(words.countsWith, { label: one.label[language] })}
          error={problem(`join${at}`)}
          value={chosen[at]}
        >
          <option value="">{words.itself}</option>
          {categories
            .filter(({ code }) => code !== one.code)
            .map(({ code, label }) => (
              <option key={code} value={code}>
                {fill(words.countsAs, { label: label[language] })}
              </option>
            ))}
        </Choice>
      ))}
    </details>
  );
}
