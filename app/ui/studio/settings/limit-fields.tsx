import { fill } from "#app/locales/language.ts";
import { useMessages } from "../../language.tsx";
import { Field } from "../field.tsx";
import { problemIn } from "../new-study/problem-in.ts";
import { longestLimit, mostLimits } from "./limits.ts";

/** Empty paragraphs below those there are. */
const spare = 2;

/** What the results do not cover, a paragraph in each row and room for two more. */
export function LimitFields({ values, errors }: Record<"values" | "errors", Record<string, string>>) {
  const messages = useMessages();
  const { studySettings: words } = messages;
  const isFilled = (n: number) => Boolean(values[`limit${n}Zh`] || values[`limit${n}En`]);
  const last = [...Array(mostLimits).keys()].findLast(isFilled) ?? -1;
  const rows = Math.min(mostLimits, last + 1 + spare);
  const field = (name: string, label: string, n: number, lang: string) => {
    const error = problemIn(messages, errors[name]);
    return (
      <Field
        name={name}
        label={fill(label, { n: n + 1 })}
        lang={lang}
        lines={3}
        maxLength={longestLimit}
        defaultValue={values[name] ?? ""}
        {...(error ? { error } : {})}
      />
    );
  };
  return (
    <>
      <h2>{words.limits}</h2>
      <p className="studio-hint">{words.limitsLead}</p>
      {[...Array(rows).keys()].map((n) => (
        <div key={n} className="new-study-pair">
          {field(`limit${n}Zh`, words.limitZh, n, "zh-CN")}
          {field(`limit${n}En`, words.limitEn, n, "en")}
        </div>
      ))}
    </>
  );
}
