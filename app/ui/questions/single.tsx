import type { SingleItem } from "#app/questions/single.ts";
import { Choices } from "./choices.tsx";
import type { Look } from "./look.ts";
import { describedBy, Question, QuestionText } from "./question.tsx";

/** From here on a list is shorter to use, and to send, as a native select than as rows. */
const rowsUpTo = 9;

/** One choice: a row for each option, or a native select for long lists. */
export const Single: Look<SingleItem> = (look) => {
  const { item, given, language, words, problem } = look;
  if (item.options.length <= rowsUpTo) {
    return (
      <Question look={look} role="radiogroup">
        <Choices
          type="radio"
          name={item.code}
          options={item.options}
          given={given}
          language={language}
          focus={!!look.problem}
        />
      </Question>
    );
  }
  return (
    <div className={`q single${problem ? " wrong" : ""}`} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} />
      <select id={`${item.code}-field`} name={item.code} defaultValue={given[0] ?? ""} {...describedBy(look)}>
        <option value="">{words.choose}</option>
        {item.options.map((option) => (
          <option key={option.code} value={option.code}>
            {option.label[language]}
          </option>
        ))}
      </select>
    </div>
  );
};
