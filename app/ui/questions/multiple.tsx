import { fill } from "#app/locales/language.ts";
import type { MultipleItem } from "#app/questions/multiple.ts";
import { Choices } from "./choices.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** Several choices: a row for each, with the limit said beforehand where there is one and the text does not say it. */
export const Multiple: Look<MultipleItem> = (look) => {
  const { item, given, language, words } = look;
  const said = item.text[language].includes(String(item.max));
  return (
    <Question
      look={look}
      role="group"
      hint={said || !item.max ? undefined : fill(words.upTo, { max: item.max })}
    >
      <div data-max={item.max}>
        <Choices
          type="checkbox"
          name={item.code}
          options={item.options}
          given={given}
          language={language}
          focus={!!look.problem}
        />
      </div>
    </Question>
  );
};
