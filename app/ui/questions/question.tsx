import type { ReactNode } from "react";
import type { Item } from "#app/questions/index.ts";
import type { LookProps } from "./look.ts";
import { problemText } from "./problem-text.ts";

/** The sentence beside a field that cannot be kept as given. */
export function ProblemNote(look: LookProps<Item>) {
  if (!look.problem) return null;
  return (
    <p className="problem" id={`${look.item.code}-problem`}>
      {problemText(look)}
    </p>
  );
}

/** What the question's frame is called in the stylesheet. */
export const frameClass = ({ item, problem }: Pick<LookProps<Item>, "item" | "problem">, name: string) =>
  ["q", name, isRow(item) && "row", item.otherOf && "other", problem && "wrong"].filter(Boolean).join(" ");

/** A row of a matrix stands under its heading with others like it. */
export const isRow = ({ kind, under, otherOf }: LookProps<Item>["item"]) =>
  under !== undefined && !otherOf && (kind === "single" || kind === "multiple");

/** Ties one field to its hint and to what is wrong with it, for those who hear the page. */
export const describedBy = (
  { item, problem }: Pick<LookProps<Item>, "item" | "problem">,
  hint?: string | false,
) => ({
  "aria-describedby":
    [problem && `${item.code}-problem`, item.help && `${item.code}-help`, hint].filter(Boolean).join(" ") ||
    undefined,
  "aria-invalid": problem ? true : undefined,
  // After an error, the field in question is where the reader is, also where no script can move the focus.
  autoFocus: !!problem,
});

/**
 * The frame around a group of fields: the question, what is wrong with it, its choices.
 * @param role radiogroup for one choice, group for several and for questions with several fields
 * @param describes the id of what else is read out with the question
 */
export function Question({
  look,
  role,
  hint,
  name,
  describes,
  children,
}: {
  look: LookProps<Item>;
  role: "radiogroup" | "group";
  hint?: string | undefined;
  name?: string;
  describes?: string;
  children: ReactNode;
}) {
  const { item, problem } = look;
  const described = [
    hint && `${item.code}-hint`,
    item.help && `${item.code}-help`,
    describes,
    problem && `${item.code}-problem`,
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles this can be are named by aria-labelledby
    <div
      className={frameClass(look, name ?? item.kind)}
      id={item.code}
      role={role}
      aria-labelledby={`${item.code}-text`}
      aria-describedby={described.join(" ") || undefined}
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
      {item.help?.[language] ? (
        <p className="hint" id={`${item.code}-help`}>
          {item.help[language]}
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${item.code}-hint`}>
          {hint}
        </p>
      ) : null}
      <ProblemNote {...look} />
    </>
  );
}
