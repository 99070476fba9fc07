import { fill } from "#app/locales/language.ts";
import type { MultipleItem } from "#app/questions/multiple.ts";
import { Cells, fitCells } from "./cells.tsx";
import { Choices } from "./choices.tsx";
import type { Look, LookProps } from "./look.ts";
import { isRow, Question } from "./question.tsx";

/** Several choices: a row for each, with the limit said beforehand where there is one and the text does not say it. */
export const Multiple: Look<MultipleItem> = (look) => {
  const { item, given, language } = look;
  const Options = isRow(item) && fitCells(item.options, language) ? Cells : Choices;
  return (
    <Question look={look} role="group" hint={limitHint(look)}>
      <div data-max={item.max} data-min={item.min}>
        <Options
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

function limitHint({ item, language, words }: LookProps<MultipleItem>): string | undefined {
  const { min, max } = item;
  const isSaid = (limit?: number) => limit === undefined || item.text[language].includes(String(limit));
  if (isSaid(min) && isSaid(max)) return undefined;
  if (min === undefined || max === undefined)
    return fill(min === undefined ? words.upTo : words.atLeast, { min: min ?? "", max: max ?? "" });
  return fill(min === max ? words.exactly : words.fromTo, { min, max });
}
