import type { CheckItem } from "#app/questions/check.ts";
import type { SingleItem } from "#app/questions/single.ts";
import { Cells, fitCells } from "./cells.tsx";
import { Choices, marksOf, rowMark } from "./choices.tsx";
import type { Look } from "./look.ts";
import { describedBy, frameClass, isRow, Question, QuestionText } from "./question.tsx";

/** From here on a list is shorter to use, and to send, as a native select than as rows. */
const rowsUpTo = 9;

/** One choice: a row for each option, cells in a matrix where they fit, or a native select for long lists. */
export const Single: Look<SingleItem | CheckItem> = (look) => {
  const { item, given, language, words, problem } = look;
  if (item.options.length <= rowsUpTo) {
    const Options = isRow(item) && fitCells(item.options, language) ? Cells : Choices;
    return (
      <Question look={look} role="radiogroup">
        <Options
          type="radio"
          name={item.code}
          options={item.options}
          given={given}
          language={language}
          focus={!!problem}
        />
      </Question>
    );
  }
  return (
    <div className={frameClass(look, "single")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} />
      <select id={`${item.code}-field`} name={item.code} defaultValue={given[0] ?? ""} {...describedBy(look)}>
        <option value="">{words.choose}</option>
        {item.options.map((option) => (
          <option key={option.code} value={option.code} {...marksOf(option)} {...rowMark(option)}>
            {option.label[language]}
          </option>
        ))}
      </select>
    </div>
  );
};
