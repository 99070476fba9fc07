import type { ReactNode } from "react";

export interface Step {
  value: number;
  /** What is seen at the step. */
  shown: ReactNode;
  /** What is read out, where it is more than what is seen. */
  name?: string | undefined;
}

/** A line of points, each a native radio: tapped, reached with arrow keys, or drawn along where there is script. */
export function Line(props: {
  code: string;
  /** What the points stand for is told by numbers, by dots, or by words under them. */
  look: "numbers" | "dots" | "words";
  steps: Step[];
  given: string[];
  focus: boolean;
}) {
  return (
    <div className={`line ${props.look} of-${props.steps.length}`} data-line="">
      {props.steps.map(({ value, shown, name }, index) => (
        <label key={value} className="step">
          <input
            type="radio"
            name={props.code}
            value={value}
            defaultChecked={props.given[0] === String(value)}
            aria-label={name}
            // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
            autoFocus={props.focus && index === 0}
          />
          <span>{shown}</span>
        </label>
      ))}
    </div>
  );
}

/** What the points of a line stand for, above it. */
export const Ends = ({ code, ends }: { code: string; ends: string[] }) => (
  <p className="ends" id={`${code}-ends`}>
    {ends.map((one) => (
      <span key={one}>{one}</span>
    ))}
  </p>
);
