import type { Text } from "#app/locales/language.ts";
import { plainText } from "./plain-text.ts";
import { type Finding, type FindingCode, limits, type Place } from "./report.ts";

/** What is looked through of a text: Excel has no longer cells. */
const longest = 32_767;

/** Collects what is to be said about a form, and tidies its texts. */
export class FormReport {
  readonly findings: Finding[] = [];
  readonly read = new Map<string, number>();
  /** Files of ours have their texts as they were; others have markup and white space for ODK in them. */
  private readonly own: boolean;

  constructor(own: boolean) {
    this.own = own;
  }

  add(code: FindingCode, place: Place, details?: Record<string, string | number>, item?: string): void {
    const short = Object.entries(details ?? {}).map(([key, value]) => [
      key,
      typeof value === "string" ? value.slice(0, 200) : value,
    ]);
    this.findings.push({
      code,
      place,
      ...(item ? { item } : {}),
      ...(details ? { details: Object.fromEntries(short) } : {}),
    });
  }

  count(type: string): void {
    this.read.set(type, (this.read.get(type) ?? 0) + 1);
  }

  /** A text as it may stand in an instrument: at most so long, and plain. */
  text(given: Text, place: Place, item?: string): Text {
    const said = new Set<FindingCode>();
    const tell = (code: FindingCode, details?: Record<string, string>) => {
      if (!said.has(code)) this.add(code, place, details, item);
      said.add(code);
    };
    const tidy = (written: string) => {
      const piped = /\$\{[^}]*\}/.exec(written)?.[0];
      if (piped) tell("lost.piping", { expression: piped });
      if (this.own) return written;
      const { text, media, script } = plainText(written.slice(0, longest));
      // Twice what may stay, as signs go; a text beyond it is cut below.
      const plain = withoutMarkdown(text.slice(0, 2 * limits.textLength));
      if (plain !== written.trim()) tell("changed.markup");
      if (media[0]) tell("lost.media", { name: media.join(", ") });
      if (script) tell("lost.script");
      return plain;
    };
    const tidied = Object.entries(given).map(([language, written]) => [language, tidy(written)]);
    return this.cut(Object.fromEntries(tidied) as Text, place, item);
  }

  /** A text of at most the length a text may have. */
  cut(text: Text, place: Place, item?: string): Text {
    if (Object.values(text).every((words) => words.length <= limits.textLength)) return text;
    this.add("lost.text", place, undefined, item);
    const short = Object.entries(text).map(([language, words]) => [
      language,
      words.slice(0, limits.textLength),
    ]);
    return Object.fromEntries(short) as Text;
  }
}

/**
 * Texts of forms may carry Markdown too; it is not shown here. No expression looks further than the next sign of its
 * own, so that a text made of signs takes no longer than another.
 */
const withoutMarkdown = (text: string): string => {
  const bold = text.split("**");
  return (bold.length > 2 ? bold.join("") : text)
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/(?<![\w*])\*([^\s*][^*\n]{0,200})\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_([^\s_][^_\n]{0,200})_(?!\w)/g, "$1")
    .replace(/\[([^[\]\n]{1,200})\]\((https?:[^()\s]{1,500})\)/g, "$1 ($2)")
    .trim();
};

/** Whether a text says anything in any language. */
export const hasWords = (text: Text): boolean => Object.values(text).some((words) => words !== "");
