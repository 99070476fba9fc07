import { fill } from "#app/locales/language.ts";
import { partsOf } from "#app/questions/base.ts";
import type { SumItem } from "#app/questions/sum.ts";
import { rowMark } from "./choices.tsx";
import type { Look } from "./look.ts";
import { Question } from "./question.tsx";

/** A field for each part, and what they must make together; with script, also what is left. */
export const Sum: Look<SumItem> = (look) => {
  const { item, given, language, words, problem } = look;
  const parts = partsOf(given);
  const unit = item.unit?.[language] ?? "";
  // Without a unit no gap is left where it would stand.
  const say = (text: string) =>
    fill(text, { total: item.total, unit, sum: "{sum}", left: "{left}", over: "{over}" }).replace(
      / +(?=[ ，,]|$)/g,
      "",
    );
  return (
    <Question look={look} role="group" hint={say(words.sumTotal)}>
      <div className="choices" data-sum={item.total}>
        {item.options.map((option, index) => (
          <label key={option.code} className="choice shared" {...rowMark(option)}>
            <span>{option.label[language]}</span>
            <input
              name={`${item.code}.${option.code}`}
              defaultValue={parts.get(option.code) ?? ""}
              inputMode="numeric"
              autoComplete="off"
              aria-invalid={problem ? true : undefined}
              // biome-ignore lint/a11y/noAutofocus: after an error, the field in question is where the reader is
              autoFocus={!!problem && index === 0}
            />
            {unit ? <span className="unit">{unit}</span> : null}
          </label>
        ))}
      </div>
      <p
        className="hint total"
        aria-live="polite"
        data-left={say(words.sumLeft)}
        data-over={say(words.sumOver)}
        data-even={say(words.sumEven)}
      />
    </Question>
  );
};
