import { type YearItem, yearsOf } from "#app/questions/year.ts";
import type { Look } from "./look.ts";
import { describedBy, frameClass, QuestionText } from "./question.tsx";

/** A native select of years, newest first: quicker on a phone than typing four digits. */
export const Year: Look<YearItem> = (look) => {
  const { item, given, language, words, year } = look;
  return (
    <div className={frameClass(look, "year")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} />
      <select id={`${item.code}-field`} name={item.code} defaultValue={given[0] ?? ""} {...describedBy(look)}>
        <option value="">{words.choose}</option>
        {yearsOf(item, year).map((one) => (
          <option key={one} value={one}>
            {language === "zh-CN" ? `${one}年` : one}
          </option>
        ))}
      </select>
    </div>
  );
};
