import { languageTag } from "#app/instrument/language-names.ts";
import { isLanguage, type Language, languages, type Text } from "#app/locales/language.ts";
import type { Sheet, SheetRow } from "./xlsform-sheets.ts";

/** Columns of which there may be one for each language. */
const translatable = new Set(["label", "hint", "guidance_hint", "constraint_message", "required_message"]);

/** Other names of columns, as older forms and other programs have them. */
const aliases = new Map(
  Object.entries({
    caption: "label",
    command: "type",
    tag: "name",
    value: "name",
    relevance: "relevant",
    "bind::relevant": "relevant",
    "bind::required": "required",
    "bind::constraint": "constraint",
    "bind::calculate": "calculation",
    calculate: "calculation",
    "bind::readonly": "read_only",
    readonly: "read_only",
    "bind::jr:constraintmsg": "constraint_message",
    constraining_message: "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    requiredmsg: "required_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "control::jr:count": "repeat_count",
  }),
);

interface Heading {
  /** What the column holds, whatever it is called in this file. */
  field: string;
  /** The language it is in, as the file calls it. */
  tag: string | undefined;
}

/** What a heading means: `label::中文 (zh)` is the label, in the language called 中文 (zh). */
export function headingOf(heading: string): Heading {
  const known = (name: string) => {
    const snake = name.trim().toLowerCase().replace(/\s+/g, "_");
    return aliases.get(snake) ?? (/^(big-)?image$|^audio$|^video$/.test(snake) ? `media::${snake}` : snake);
  };
  const parts = heading.split("::").map((one) => one.trim());
  // Older forms have a single colon.
  if (parts.length === 1 && translatable.has(known(heading.split(":")[0] ?? "")))
    parts.splice(0, 1, ...heading.split(/:(.*)/s, 2).map((one) => one.trim()));
  const [first = "", second, ...rest] = parts;
  if (second === undefined) return { field: known(first), tag: undefined };
  if (translatable.has(known(first)) || known(first).startsWith("media::"))
    return { field: known(first), tag: second };
  const both = known(`${first}::${second}`);
  return { field: both, tag: rest.length > 0 ? rest.join("::") : undefined };
}

/** Which of the house's languages a form's name of a language means: "中文 (zh)", "Chinese", "en-GB", "English (en)". */
export function languageOf(tag: string): Language | undefined {
  const code = (/\(\s*([\w-]+)\s*\)\s*$/.exec(tag)?.[1] ?? tag).trim().toLowerCase();
  // Traditional characters are another text.
  if (/^(zh|cmn|zho|chi)([-_](cn|sg|hans.*))?$/.test(code)) return "zh-CN";
  if (/^(en|eng)([-_]\w+)*$/.test(code)) return "en";
  if (/^zh/.test(code) || /繁|traditional/i.test(tag)) return undefined;
  if (/中文|汉语|漢語|普通话|简体|chinese|mandarin/i.test(tag)) return "zh-CN";
  return /英文|英语|english/i.test(tag) ? "en" : undefined;
}

/** A language of a form beyond the house's two, by the tag between the parentheses of its name: "Français (fr)". */
export function furtherLanguageOf(tag: string): string | undefined {
  const named = /\(\s*([\w-]+)\s*\)\s*$/.exec(tag)?.[1];
  const language = named === undefined ? undefined : languageTag(named);
  return language === "zh-CN" || language === "en" ? undefined : language;
}

/** Which of a form's languages are which of ours. */
export class Tongues {
  /** The language of columns that name none. */
  readonly unlabelled: string;
  /** A language that is read as one of ours, because the form has nothing in ours. */
  readonly standIn: { tag: string; language: Language } | undefined;

  /** @param main what the settings call the form's main language */
  constructor(survey: Sheet, main: string | undefined) {
    const labels = survey.headings.filter((one) => headingOf(one).field === "label");
    const words = (heading: string | undefined) =>
      heading ? survey.rows.map(({ cells }) => cells.get(heading) ?? "").join("") : "";
    const guess = (heading: string | undefined): Language =>
      /\p{Script=Han}/u.test(words(heading)) ? "zh-CN" : "en";
    const bare = labels.find((one) => headingOf(one).tag === undefined);
    this.unlabelled = main || guess(bare);
    const tags = labels.map((one) => headingOf(one).tag ?? this.unlabelled);
    if (labels.length === 0 || tags.some((tag) => languageOf(tag) ?? furtherLanguageOf(tag))) return;
    const at = Math.max(0, tags.indexOf(main ?? ""));
    this.standIn = { tag: tags[at] as string, language: guess(labels[at]) };
  }

  languageOf = (tag: string): string | undefined =>
    tag === this.standIn?.tag ? this.standIn.language : (languageOf(tag) ?? furtherLanguageOf(tag));
}

/** What stands in a row, by what its columns mean. */
export class Columns {
  private readonly headings = new Map<string, Heading>();
  private readonly inLanguage = new Map<string, string[]>();
  private readonly plain = new Map<string, string[]>();
  /** Languages no tag is known of, as the file calls them, with something written in them. */
  readonly foreign = new Set<string>();
  /** The languages something is written in. */
  readonly present = new Set<string>();
  /** Those of the columns, beyond the house's. */
  private readonly further = new Set<string>();

  constructor(sheet: Sheet | undefined, tongues: Tongues) {
    const written = new Set(sheet?.rows.flatMap(({ cells }) => [...cells.keys()]));
    const put = (into: Map<string, string[]>, key: string, heading: string) =>
      into.set(key, [...(into.get(key) ?? []), heading]);
    const named = (sheet?.headings ?? []).filter((one) => headingOf(one).tag !== undefined);
    const others = (sheet?.headings ?? []).filter((one) => headingOf(one).tag === undefined);
    for (const heading of [...named, ...others]) {
      const meant = headingOf(heading);
      this.headings.set(heading, meant);
      put(this.plain, meant.field, heading);
      if (meant.tag === undefined && !translatable.has(meant.field)) continue;
      const tag = meant.tag ?? tongues.unlabelled;
      const language = tongues.languageOf(tag);
      if (language) put(this.inLanguage, `${meant.field} ${language}`, heading);
      if (language && !isLanguage(language)) this.further.add(language);
      if (!written.has(heading)) continue;
      if (!language) this.foreign.add(tag);
      else if (meant.field === "label") this.present.add(language);
    }
  }

  /** What a row has of a field that is in no language (or in the first it is in), without white space around it. */
  value(row: SheetRow, field: string): string {
    for (const heading of this.plain.get(field) ?? []) {
      const cell = row.cells.get(heading);
      if (cell !== undefined) return cell.trim();
    }
    return "";
  }

  /** A field in every language, as written; "" in the house's where the file has nothing. */
  text(row: SheetRow, field: string): Text {
    const written = [...languages, ...this.further].map((language) => {
      const found = this.inLanguage.get(`${field} ${language}`)?.find((one) => row.cells.has(one));
      return [language, found === undefined ? "" : (row.cells.get(found) ?? "")] as const;
    });
    return Object.fromEntries(written.filter(([language, said]) => said || isLanguage(language))) as Text;
  }

  /** The fields a row has something in. */
  fields = (row: SheetRow): Set<string> =>
    new Set([...row.cells.keys()].flatMap((one) => this.headings.get(one)?.field ?? []));
}
