import { useState } from "react";
import { directionOf, nativeName } from "#app/instrument/language-names.ts";
import { lengthOf } from "#app/instrument/pace.ts";
import type { TextField } from "#app/instrument/properties/field.ts";
import { inside } from "#app/instrument/properties/field.ts";
import { longStatement, stumblesIn } from "#app/instrument/wording.ts";
import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { fieldId, usePropertiesForm } from "./form-context.ts";
import { problemWords } from "./problem-words.ts";
import { useFieldWords } from "./property-frame.tsx";

/** A text in each language of the instrument, side by side where there is room. */
export function TextView({ field, name }: { field: TextField; name: string }) {
  const { languages } = usePropertiesForm();
  const words = useFieldWords(field, name);
  const id = fieldId(name);
  return (
    <div className="property" role="group" aria-labelledby={`${id}-label`}>
      <p className="property-label" id={`${id}-label`}>
        {words.label}
      </p>
      {words.hint}
      <div className="property-texts">
        {languages.map((language) => (
          <OneLanguage key={language} field={field} name={name} language={language} />
        ))}
      </div>
      {words.problem}
    </div>
  );
}

function OneLanguage({ field, name, language }: { field: TextField; name: string; language: string }) {
  const messages = useMessages();
  const { values, problems } = usePropertiesForm();
  const full = inside(name, language);
  const [typed, setTyped] = useState(values[full] ?? "");
  const problem = problemWords(messages, problems[full]);
  const id = fieldId(full);
  const { letters, lettersOther } = messages.properties;
  // Statements are read on a phone: how long they are is worth seeing while writing them.
  const isCounted = field.name === "text" || field.name === "title";
  const shared = {
    ...{ id, name: full, lang: language, dir: directionOf(language), defaultValue: values[full] ?? "" },
    "aria-invalid": problem ? (true as const) : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
    ...(isCounted ? { onInput: (event: React.FormEvent<Typed>) => setTyped(event.currentTarget.value) } : {}),
  };
  return (
    <div>
      <label className="property-language" htmlFor={id}>
        {nativeName(language)}
        {isCounted && typed ? (
          <span className="property-count">
            {fill(language.startsWith("zh") ? letters : lettersOther, { n: [...typed].length })}
          </span>
        ) : null}
      </label>
      {field.lines || typed.includes("\n") ? (
        <textarea {...shared} rows={field.lines ?? 2} />
      ) : (
        <input {...shared} autoComplete="off" />
      )}
      {field.name === "text" ? <WordingHints text={typed} language={language} /> : null}
      {problem ? (
        <p className="studio-error" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** What may be hard to read, or to agree with, in a question: said while it is being written, in nobody's way. */
function WordingHints({ text, language }: { text: string; language: string }) {
  const { wording } = useMessages().properties;
  const { isStatement } = usePropertiesForm();
  const { characters, words } = lengthOf(text);
  const isLong = isStatement && (characters > longStatement.characters || words > longStatement.words);
  const hints = [
    ...(isLong ? [wording.long] : []),
    ...stumblesIn(text, language, isStatement).map((one) => fill(wording[one.code], { words: one.words })),
  ];
  return hints.map((hint) => (
    <p key={hint} className="property-hint">
      {hint}
    </p>
  ));
}
type Typed = HTMLInputElement | HTMLTextAreaElement;
