import type { Language, Text } from "#app/locales/language.ts";

/** A column of tappable rows, each a native radio or checkbox with its label. */
export function Choices(props: {
  type: "radio" | "checkbox";
  name: string;
  options: { code: string; label: Text }[];
  given: string[];
  language: Language;
  /** The reader continues here: also where no script can move the focus. */
  focus?: boolean;
}) {
  return (
    <div className={props.options.length > 8 ? "choices many" : "choices"}>
      {props.options.map((option, index) => (
        <label key={option.code} className="choice">
          <input
            type={props.type}
            name={props.name}
            value={option.code}
            defaultChecked={props.given.includes(option.code)}
            // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
            autoFocus={props.focus === true && index === 0}
          />
          <span>{option.label[props.language]}</span>
        </label>
      ))}
    </div>
  );
}
