import type { Language } from "#app/locales/language.ts";
import { marksOf, type Offered, rowMark } from "./choices.tsx";

/** From here on labels side by side would be squeezed: letters that fit two lines of a phone's cell, Chinese ones count double. */
const roomIn = [0, 0, 44, 28, 20, 14];

/** Whether these options can stand side by side on a phone. */
export function fitCells(options: Offered[], language: Language): boolean {
  const room = roomIn[options.length] ?? 0;
  const widthOf = (words: string) => [...words].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1), 0);
  return options.every(({ label }) => {
    const words = label[language];
    const longest = Math.max(
      ...words.split(" ").map((word) => (/[\u2e80-\uffff]/.test(word) ? 0 : word.length)),
    );
    return widthOf(words) <= room && longest <= room / 2;
  });
}

/** A row of equal cells, each a native radio or checkbox that looks like its cell. */
export function Cells(props: {
  type: "radio" | "checkbox";
  name: string;
  options: Offered[];
  given: string[];
  language: Language;
  focus?: boolean;
}) {
  return (
    <div className={`cells of-${props.options.length}`}>
      {props.options.map((option, index) => (
        <label key={option.code} className="cell" {...rowMark(option)}>
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
    </div>
  );
}
