import { fill } from "#app/locales/language.ts";
import type { TextItem } from "#app/questions/text.ts";
import type { Look } from "./look.ts";
import { describedBy, frameClass, QuestionText } from "./question.tsx";

/** An open question. The limit is said in words; the script turns it into a counter. Nothing typed is ever cut off. */
export const Words: Look<TextItem> = (look) => {
  const { item, given, words } = look;
  return (
    <div className={frameClass(look, "words")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} />
      <textarea
        id={`${item.code}-field`}
        name={item.code}
        rows={4}
        defaultValue={given[0] ?? ""}
        {...describedBy(look, `${item.code}-limit`)}
        data-limit={item.maxLength}
        data-left={words.counter}
        data-over={words.counterOver}
      />
      <p className="hint" id={`${item.code}-limit`}>
        {fill(words.limit, { max: item.maxLength })}
      </p>
    </div>
  );
};
