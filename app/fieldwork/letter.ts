import { languages, type Text } from "#app/locales/language.ts";
import { fieldsIn, letterFields, textParts } from "./mail-fields.ts";

/** A letter to many, in every language of its readers. */
export interface LetterTemplate {
  subject: Text;
  body: Text;
}

export const letterLimits = { subject: 150, body: 8_000 };

/** Where something is wrong in a template: `subject.en`, `body.zh-CN`, … */
export type LetterBox = `${keyof LetterTemplate}.${keyof Text}`;
export interface LetterProblem {
  problem:
    | "required"
    | "tooLong"
    | "missing-link"
    | "missing-unsubscribe"
    | "unknown-fields"
    | "link-in-subject";
  /** Unknown fields, named. */
  found?: string[];
}

/**
 * What keeps a letter from being sent, by box; empty when nothing does.
 * @param columns further columns of the roster
 */
export function letterProblems(
  letter: LetterTemplate,
  columns: readonly string[],
): Partial<Record<LetterBox, LetterProblem>> {
  const known = new Set<string>([...letterFields, ...columns]);
  const problems: Partial<Record<LetterBox, LetterProblem>> = {};
  const note = (box: LetterBox, problem: LetterProblem | false) => {
    if (problem) problems[box] ??= problem;
  };
  for (const language of languages) {
    for (const part of ["subject", "body"] as const) {
      const text = letter[part][language];
      const box: LetterBox = `${part}.${language}`;
      const used = fieldsIn(text);
      const unknown = used.filter((one) => !known.has(one));
      note(box, text.trim() === "" && { problem: "required" });
      note(box, text.length > letterLimits[part] && { problem: "tooLong" });
      note(box, unknown.length > 0 && { problem: "unknown-fields", found: unknown });
      if (part === "subject") {
        note(box, (used.includes("link") || used.includes("unsubscribe")) && { problem: "link-in-subject" });
      } else {
        note(box, !used.includes("link") && { problem: "missing-link" });
        note(box, !used.includes("unsubscribe") && { problem: "missing-unsubscribe" });
      }
    }
  }
  return problems;
}

/** A letter as it leaves: one line of subject, plain text, and the same as simple HTML. */
export interface WrittenLetter {
  subject: string;
  text: string;
  html: string;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const isLink = (field: string) => field === "link" || field === "unsubscribe";

/**
 * Puts values into a letter. Each value is put in once and as it is: nothing in it is read as a field, as HTML or as a
 * header. A field without a value leaves nothing behind.
 */
export function writeLetter(
  letter: { subject: string; body: string },
  values: ReadonlyMap<string, string>,
): WrittenLetter {
  const valueFor = (field: string) => values.get(field) ?? "";
  const subject = textParts(letter.subject)
    .map((part) => ("text" in part ? part.text : valueFor(part.field)))
    .join("");
  const parts = textParts(letter.body.replace(/\r\n?/g, "\n").trim());
  const html = parts
    .map((part) => {
      if ("text" in part) return escaped(part.text);
      const value = escaped(valueFor(part.field));
      return isLink(part.field) && value ? `<a href="${value}">${value}</a>` : value;
    })
    .join("");
  return {
    // A line break in a subject would start a header of the sender's choice.
    subject: subject.replace(/[\s\p{Cc}]+/gu, " ").trim(),
    text: `${parts.map((part) => ("text" in part ? part.text : valueFor(part.field))).join("")}\n`,
    html: html
      .split(/\n{2,}/)
      .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
      .join("\n"),
  };
}
