import type { Language } from "#app/locales/language.ts";
import { type ChoicesProps, type Offered, Options } from "./choices.tsx";

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
export const Cells = (props: ChoicesProps) => (
  <div className={`cells of-${props.options.length}`}>
    <Options {...props} look="cell" />
  </div>
);
