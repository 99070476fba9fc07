import type { ConsentItem } from "#app/questions/consent.ts";
import type { Look } from "./look.ts";
import { ProblemNote } from "./question.tsx";

/** A sentence agreed to by ticking the box before it. */
export const Consent: Look<ConsentItem> = (look) => {
  const { item, given, language, words, problem } = look;
  return (
    <div className={`q consent${problem ? " wrong" : ""}`} id={item.code} tabIndex={problem ? -1 : undefined}>
      <ProblemNote {...look} />
      <label className="choice">
        <input
          type="checkbox"
          name={item.code}
          value="yes"
          defaultChecked={given[0] === "yes"}
          aria-describedby={problem ? `${item.code}-problem` : undefined}
          aria-invalid={problem ? true : undefined}
          // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
          autoFocus={!!problem}
        />
        <span>
          {item.text[language]}
          {item.required ? <span className="must"> {words.required}</span> : null}
        </span>
      </label>
    </div>
  );
};
