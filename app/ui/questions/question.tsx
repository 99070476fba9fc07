import type { ReactNode } from "react";
import { fill } from "#app/locales/language.ts";
import type { Item } from "#app/questions/index.ts";
import type { LookProps } from "./look.ts";

/** The sentence beside a field that cannot be kept as given. */
export function ProblemNote({ item, problem, words }: Pick<LookProps<Item>, "item" | "problem" | "words">) {
  if (!problem) return null;
  const max = item.kind === "multiple" ? (item.max ?? "") : item.kind === "text" ? item.maxLength : 120;
  return (
    <p className="problem" id={`${item.code}-problem`}>
      {fill(words.problems[problem], { max })}
    </p>
  );
}

/** Ties one field to its hint and to what is wrong with it, for those who hear the page. */
export const describedBy = ({ item, problem }: Pick<LookProps<Item>, "item" | "problem">, hint?: string) => ({
  "aria-describedby": [problem && `${item.code}-problem`, hint].filter(Boolean).join(" ") || undefined,
  "aria-invalid": problem ? true : undefined,
});

/**
 * The frame around a group of choices: the question, what is wrong with it, its choices.
 * @param role radiogroup for one choice, group for several
 */
export function Question({
  look,
  role,
  hint,
  children,
}: {
  look: LookProps<Item>;
  role: "radiogroup" | "group";
  hint?: string;
  children: ReactNode;
}) {
  const { item, problem } = look;
  const described = [hint && `${item.code}-hint`, problem && `${item.code}-problem`]
    .filter(Boolean)
    .join(" ");
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles this can be are named by aria-labelledby
    <div
      className={`q ${item.kind}${problem ? " wrong" : ""}`}
      id={item.code}
      role={role}
      aria-labelledby={`${item.code}-text`}
      aria-describedby={described || undefined}
      tabIndex={problem ? -1 : undefined}
    >
      <QuestionText look={look} hint={hint} />
      {children}
    </div>
  );
}

/** The question's own words, with what it needs to be understood. */
export function QuestionText({
  look,
  hint,
  htmlFor,
}: {
  look: LookProps<Item>;
  hint?: string | undefined;
  htmlFor?: string;
}) {
  const { item, language, words } = look;
  const text = (
    <>
      {item.text[language]}
      {item.required ? <span className="must"> {words.required}</span> : null}
    </>
  );
  return (
    <>
      {htmlFor ? (
        <label className="text" id={`${item.code}-text`} htmlFor={htmlFor}>
          {text}
        </label>
      ) : (
        <p className="text" id={`${item.code}-text`}>
          {text}
        </p>
      )}
      {hint ? (
        <p className="hint" id={`${item.code}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemNote {...look} />
    </>
  );
}
