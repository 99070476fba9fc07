import { partsOf } from "#app/questions/base.ts";
import { type DateItem, dateYears } from "#app/questions/date.ts";
import { partText } from "./date-text.ts";
import type { Look } from "./look.ts";
import { limitsOf } from "./problem-text.ts";
import { Question } from "./question.tsx";

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** A list for each part of the date, in the order in which the language says them. */
export const DateField: Look<DateItem> = (look) => {
  const { item, given, language, words, year, problem } = look;
  const parts = partsOf(given);
  const values = { y: dateYears(item, year), m: upTo(12), d: upTo(31) };
  const whole = item.precision === "day" ? (["y", "m", "d"] as const) : (["y", "m"] as const);
  const order = language === "zh-CN" ? whole : whole.toReversed();
  return (
    <Question look={look} role="group">
      <div
        className="date-parts"
        data-date={item.precision}
        data-min={item.min}
        data-max={item.max === "current" ? `${year}-12` : item.max}
        data-limits={limitsOf(look)}
      >
        {order.map((part, index) => (
          <select
            key={part}
            name={`${item.code}.${part}`}
            aria-label={words.dateParts[part]}
            aria-invalid={problem ? true : undefined}
            defaultValue={parts.get(part) ?? ""}
            // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
            autoFocus={!!problem && index === 0}
          >
            <option value="">{words.dateParts[part]}</option>
            {values[part].map((value) => (
              <option key={value} value={value}>
                {partText(part, value, language)}
              </option>
            ))}
          </select>
        ))}
      </div>
    </Question>
  );
};
