import { fill } from "#app/locales/language.ts";
import type { NumberItem } from "#app/questions/number.ts";
import type { Look, LookProps } from "./look.ts";
import { limitsOf } from "./problem-text.ts";
import { describedBy, frameClass, QuestionText } from "./question.tsx";

/** A field for a number, with its unit behind it and its limits said beforehand. */
export const NumberField: Look<NumberItem> = (look) => {
  const { item, given, language } = look;
  const hint = hintOf(look);
  const described = [hint && `${item.code}-hint`, item.unit && `${item.code}-unit`].filter(Boolean).join(" ");
  // The numeric keypads of some phones have no minus.
  const keypad = (item.min ?? 0) < 0 ? undefined : item.decimals > 0 ? "decimal" : "numeric";
  return (
    <div className={frameClass(look, "number")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} hint={hint} />
      <p className="amount">
        <input
          id={`${item.code}-field`}
          name={item.code}
          defaultValue={given[0] ?? ""}
          inputMode={keypad}
          autoComplete="off"
          {...describedBy(look, described)}
          data-number={item.decimals}
          data-min={item.min}
          data-max={item.max}
          data-limits={limitsOf(look)}
        />
        {item.unit ? <span id={`${item.code}-unit`}>{item.unit[language]}</span> : null}
      </p>
    </div>
  );
};

function hintOf(look: LookProps<NumberItem>): string | undefined {
  const { words, item } = look;
  const limits = limitsOf(look);
  const said = [
    limits && fill(words.numberLimits, { limits }),
    item.decimals > 0 && fill(words.numberDecimals, { decimals: item.decimals }),
  ].filter(Boolean);
  return said.join(words.comma) || undefined;
}
