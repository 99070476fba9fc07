import { type Language, languages, type Text } from "#app/locales/language.ts";
import { plainText } from "./plain-text.ts";
import { type FindingCode, limits, type Place } from "./report.ts";
import type { FormReport } from "./xlsform-report.ts";

/** A text as a file has it: by the file's own names for its languages. */
export type Spoken = ReadonlyMap<string, string>;

/** Which language of ours a file's language is, by its tag: zh, zh-cn, zh-Hans, ZH-S, en-GB …; of the traditional script, next best. */
export function languageOf(tag: string): { language: Language; exact: boolean } | undefined {
  const plain = tag.toLowerCase().replaceAll("_", "-");
  if (/^en(-|$)/.test(plain)) return { language: "en", exact: true };
  if (/^(zh|chi|cmn)(-(cn|sg|s|hans.*))?$/.test(plain)) return { language: "zh-CN", exact: true };
  return /^zh-/.test(plain) ? { language: "zh-CN", exact: false } : undefined;
}

/** What language words are in, as far as its letters tell. */
export function languageOfWords(words: string): Language {
  const chinese = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = words.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return chinese * 3 > letters ? "zh-CN" : "en";
}

/**
 * Turns the texts of one file into texts of the house: its languages into ours, markup out, nothing longer than may be;
 * and says so.
 */
export class ForeignTexts {
  private readonly tags: Record<Language, string[]> = { "zh-CN": [], en: [] };
  private readonly report: FormReport;
  private readonly piped: RegExp;

  /**
   * @param tags the file's languages, its main one first; a tag that names none ("default") goes by the words of `sample`
   * @param piped how the file repeats an earlier answer inside of a text
   */
  constructor(report: FormReport, tags: string[], sample: (tag: string) => string, piped: RegExp) {
    this.report = report;
    this.piped = piped;
    const own = tags.map((tag) => ({ tag, known: tag === "default" ? undefined : languageOf(tag) }));
    for (const exact of [true, false])
      for (const { tag, known } of own)
        if (known?.exact === exact && (exact || this.tags[known.language].length === 0)) {
          this.tags[known.language].push(tag);
          if (!exact) report.add("changed.kind", {}, { from: tag, to: known.language });
        }
    if (tags.includes("default")) this.tags[languageOfWords(sample("default"))].push("default");
    const main = tags[0];
    if (main && languages.every((language) => this.tags[language].length === 0)) {
      const language = languageOfWords(sample(main));
      this.tags[language].push(main);
      report.add("changed.kind", {}, { from: main, to: language });
    }
    for (const tag of tags)
      if (!languages.some((language) => this.tags[language].includes(tag)))
        report.add("lost.language", {}, { language: tag });
  }

  /** @param quiet where a name between braces is no answer to be repeated */
  of(spoken: Spoken, place: Place, item?: string, quiet = false): Text {
    const said = new Set<FindingCode>();
    const tell = (code: FindingCode, details?: Record<string, string>) => {
      if (!said.has(code)) this.report.add(code, place, details, item);
      said.add(code);
    };
    const one = (language: Language): string => {
      const raw = this.tags[language].map((tag) => spoken.get(tag)).find((text) => text?.trim()) ?? "";
      const { text, changed, media, script } = plainText(raw);
      if (changed) tell("changed.markup");
      if (script) tell("lost.script");
      if (media[0]) tell("lost.media", { name: media.join(", ") });
      const expression = quiet ? undefined : this.piped.exec(text)?.[0];
      if (expression) tell("lost.piping", { expression });
      if (text.length > limits.textLength) tell("lost.text");
      return text.slice(0, limits.textLength);
    };
    return { "zh-CN": one("zh-CN"), en: one("en") };
  }
}

export const emptyText = (): Text => ({ "zh-CN": "", en: "" });

/** Texts one after the other, in each language. */
export function joined(texts: readonly Text[], between: Text | string): Text {
  const glue = typeof between === "string" ? { "zh-CN": between, en: between } : between;
  const one = (language: Language) =>
    texts
      .map((text) => text[language])
      .filter(Boolean)
      .join(glue[language])
      .slice(0, limits.textLength);
  return { "zh-CN": one("zh-CN"), en: one("en") };
}
