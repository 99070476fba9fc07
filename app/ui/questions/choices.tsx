import type { Language, Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";

/** An option as looks show it: what else is known of it, the page's script and stylesheet need. */
export interface Offered {
  code: string;
  label: Text;
  other?: boolean | undefined;
  exclusive?: boolean | undefined;
  showIf?: Condition | undefined;
}

/** What tells stylesheet and scripts that words stand beside an option, or that it goes with no other. */
export const marksOf = ({ other, exclusive }: Offered) => ({
  "data-other": other ? "" : undefined,
  "data-alone": exclusive ? "" : undefined,
});

/** Where a phone without network must be able to take an option away, it is told which. */
export const rowMark = ({ code, showIf }: Offered) => ({ "data-option": showIf ? code : undefined });

export interface ChoicesProps {
  type: "radio" | "checkbox";
  name: string;
  options: Offered[];
  given: string[];
  language: Language;
  /** The reader continues here: also where no script can move the focus. */
  focus?: boolean;
}

/** A column of tappable rows, each a native radio or checkbox with its label. */
export const Choices = (props: ChoicesProps) => (
  <div className={props.options.length > 8 ? "choices many" : "choices"}>
    <Options {...props} look="choice" />
  </div>
);

/** Each option as a native radio or checkbox inside its label. @param look the label's class */
export const Options = (props: ChoicesProps & { look: "choice" | "cell" }) => (
  <>
    {props.options.map((option, index) => (
      <label key={option.code} className={props.look} {...rowMark(option)}>
        <input
          type={props.type}
          name={props.name}
          value={option.code}
          defaultChecked={props.given.includes(option.code)}
          {...marksOf(option)}
          // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
          autoFocus={props.focus === true && index === 0}
        />
        <span>{option.label[props.language]}</span>
      </label>
    ))}
  </>
);
