import { Form, Link } from "@remix-run/react";
import { fill, type Text } from "#app/locales/language.ts";
import { useLanguage, useMessages } from "../../language.tsx";
import { problemWords } from "./problem-words.ts";
import type { RefusedForm } from "./wave-form.tsx";

export interface TargetLine {
  code: string;
  name: Text;
  known: boolean;
  shares: { code: string; label: Text; share: number }[];
}

/** The targets that are set, each a line of shares. */
export function TargetList({ set, address }: { set: TargetLine[]; address: string }) {
  const language = useLanguage();
  const { studio, waves } = useMessages();
  const words = waves.targetPage;
  return (
    <dl className="wave-targets">
      {set.map((one) => (
        <div key={one.code}>
          <dt>
            {one.name[language]}
            {one.known ? null : ` ${words.notFound}`}
          </dt>
          <dd>
            {one.shares
              .map(({ label, share }) => `${label[language]} ${share}%`)
              .join(studio.overview.listComma)}
          </dd>
          {one.known ? (
            <dd>
              <Link
                className="studio-back"
                to={`${address}?variable=${encodeURIComponent(one.code)}`}
                aria-label={fill(words.changeOf, { name: one.name[language] })}
              >
                {words.change}
              </Link>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}

interface TargetFormProps {
  variable: {
    code: string;
    name: Text;
    categories: { code: string; label: Text; share?: number | undefined }[];
  };
  refused: RefusedForm | undefined;
  address: string;
}

/** A percentage for each category of one variable. */
export function TargetForm({ variable, refused, address }: TargetFormProps) {
  const language = useLanguage();
  const messages = useMessages();
  const { waves } = messages;
  const words = waves.targetPage;
  const sum = problemWords(messages, refused?.errors.sum, { sum: refused?.values.sum ?? "" });
  return (
    <Form
      method="post"
      action={`${address}?variable=${encodeURIComponent(variable.code)}`}
      className="studio-form wave-shares"
      key={variable.code}
    >
      <fieldset aria-describedby={sum ? "shares-hint shares-sum" : "shares-hint"}>
        <legend>{fill(words.form, { name: variable.name[language] })}</legend>
        <p className="studio-hint" id="shares-hint">
          {words.hint}
        </p>
        {variable.categories.map((one, at) => {
          const name = `share${at}`;
          const error = problemWords(messages, refused?.errors[name]);
          return (
            <div key={one.code} className="wave-share">
              <label htmlFor={name}>{one.label[language]}</label>
              <span className="wave-percent">
                <input
                  id={name}
                  name={name}
                  inputMode="decimal"
                  autoComplete="off"
                  defaultValue={refused ? (refused.values[name] ?? "") : (one.share ?? "")}
                  aria-describedby={error ? `${name}-error` : undefined}
                  aria-invalid={error || sum ? true : undefined}
                />
                {words.percent}
              </span>
              {error ? (
                <p className="studio-error" id={`${name}-error`}>
                  {error}
                </p>
              ) : null}
            </div>
          );
        })}
        {sum ? (
          <p className="studio-error" id="shares-sum">
            {sum}
          </p>
        ) : null}
      </fieldset>
      <div className="wave-actions">
        <button type="submit">{words.save}</button>
        <Link className="studio-back" to={address}>
          {waves.cancel}
        </Link>
      </div>
    </Form>
  );
}
