import { formats, type ShortFormat, type ShortItem } from "#app/questions/short.ts";
import type { Look } from "./look.ts";
import { describedBy, frameClass, QuestionText } from "./question.tsx";

const keypads: Partial<Record<ShortFormat, "numeric" | "url">> = {
  postcode: "numeric",
  digits: "numeric",
  web: "url",
};

/** One line to write in. Where a form is asked for, an example of it stands before the field. */
export const Short: Look<ShortItem> = (look) => {
  const { item, given, words } = look;
  const hint = item.format === "plain" ? undefined : words.formats[item.format];
  return (
    <div className={frameClass(look, "short")} id={item.code}>
      <QuestionText look={look} htmlFor={`${item.code}-field`} hint={hint} />
      <input
        id={`${item.code}-field`}
        name={item.code}
        defaultValue={given[0] ?? ""}
        inputMode={keypads[item.format]}
        autoCapitalize={item.format === "plain" ? undefined : "off"}
        autoComplete="off"
        {...describedBy(look, hint && `${item.code}-hint`)}
        data-limit={item.maxLength}
        data-format={item.format === "plain" ? undefined : formats[item.format].source}
      />
    </div>
  );
};
