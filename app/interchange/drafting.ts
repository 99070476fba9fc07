import type { Instrument, Item, Page } from "#app/instrument/definition.ts";
import { languages, type Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import { Coding } from "./coding.ts";
import { emptyText, joined } from "./foreign-texts.ts";
import { minimalConsent } from "./minimal-consent.ts";
import { type Imported, limits, type Place, Unreadable } from "./report.ts";
import type { Expression } from "./xlsform-expression.ts";
import { FormReport, hasWords } from "./xlsform-report.ts";
import { type Asked, routingOf } from "./xlsform-routing.ts";

/** A condition of the file, in its words, and what of it could be read. */
export interface Route {
  text: string;
  expression: Expression | undefined;
  place: Place;
}

/** One item of the draft, and what the file calls it. */
export interface Drafted {
  name: string;
  item: Item;
  /** What the file calls its answers; undefined where anything may be answered. */
  values?: Asked["values"];
  /** Its answers are numbers, to be compared as such. */
  numeric?: boolean;
  /** Other names by which conditions ask for a part of its answers. */
  also?: { name: string; values: Asked["values"] }[];
  routes: Route[];
}

interface Sheet {
  name: string;
  title: Text;
  intro: Text[];
  routes: Route[];
  shuffle: boolean;
  parts: Drafted[][];
}

export interface Heading {
  name: string;
  title: Text;
  invitation: Text;
  /** The letter and the ticks, where the file has them. */
  consent?: Instrument["consent"] | undefined;
}

const mostOnPage = 12;

/** Puts a draft together, page by page and question by question, and says what did not find its place. */
export class Drafting {
  readonly report = new FormReport(true);
  readonly codes = Coding.items();
  readonly scales: Instrument["scales"] = {};
  /** What questions are called here, by what the file calls them. */
  readonly called = new Map<string, string>();
  private readonly sheets: Sheet[] = [];
  private pending: { text: Text; type: string; place: Place }[] = [];
  private items = 0;
  private questions = 0;

  /** @param ownConsent whether the file has ticks of its own; else the codes of the house's are kept for them */
  constructor(ownConsent: boolean) {
    if (!ownConsent) for (const { code } of minimalConsent().ticks) this.codes.of(code);
  }

  /** Counts a question of the file, whatever becomes of it. */
  count(type: string) {
    if (++this.questions > limits.items) throw new Unreadable("tooMany");
    this.report.count(type.slice(0, 60));
  }

  /** Begins a page. */
  open(name: string, title: Text, routes: Route[] = []) {
    this.sheets.push({ name, title, intro: [], routes, shuffle: false, parts: [] });
  }

  /** The page's statements are asked in an order of chance. */
  shuffle() {
    const sheet = this.sheets.at(-1);
    if (sheet) sheet.shuffle = true;
  }

  /** Words that ask nothing: the page's introduction, or else the help of the question they precede. */
  note(text: Text, type: string, place: Place) {
    if (!hasWords(text)) return;
    const sheet = this.sheets.at(-1);
    if (sheet && sheet.parts.length === 0) sheet.intro.push(text);
    else this.pending.push({ text, type, place });
  }

  /** Adds the items one question of the file became; they stay together. */
  add(...part: Drafted[]) {
    const [first] = part;
    if (!first) return;
    this.items += part.length;
    if (this.items > limits.items) throw new Unreadable("tooMany");
    if (this.sheets.length === 0) this.open("", emptyText());
    this.explain(first.item);
    this.sheets.at(-1)?.parts.push(part);
  }

  private explain(item: Item) {
    for (const { type, place } of this.pending)
      this.report.add("changed.kind", place, { from: type, to: "help" }, item.code);
    const help = joined([...this.pending.map(({ text }) => text), ...(item.help ? [item.help] : [])], "\n");
    if (this.pending.length) item.help = help;
    this.pending = [];
  }

  /** @param paged whether the pages are the file's own; else they are made, of twelve items at most */
  finish(heading: Heading, paged: boolean): Imported {
    if (this.items === 0) throw new Unreadable("noQuestions");
    for (const { type, place } of this.pending) this.report.add("lost.kind", place, { type });
    const asked = new Map<string, Asked>();
    const coding = new Set<string>();
    const pages: Page[] = [];
    for (const sheet of paged ? this.sheets : this.sheets.flatMap(split)) {
      const showIf = this.showIf(sheet.routes, asked, undefined);
      if (sheet.parts.length === 0) {
        for (const text of [sheet.title, ...sheet.intro])
          if (hasWords(text))
            this.report.add(
              "lost.kind",
              { path: sheet.name },
              {
                type: languages
                  .map((l) => text[l])
                  .join(" ")
                  .trim(),
              },
            );
        continue;
      }
      const items = sheet.parts.flat().map((one) => {
        const condition = this.showIf(one.routes, asked, one.item.code);
        asked.set(one.name, { code: one.item.code, values: one.values, numeric: one.numeric ?? false });
        for (const { name, values } of one.also ?? []) asked.set(name, { code: one.item.code, values });
        return condition ? { ...one.item, showIf: condition } : one.item;
      });
      pages.push({
        code: pageCode(sheet.name, coding),
        title: sheet.title,
        ...(sheet.intro.length ? { intro: joined(sheet.intro, "\n") } : {}),
        optional: false,
        shuffle: sheet.shuffle,
        ...(showIf ? { showIf } : {}),
        items,
      });
    }
    return this.imported(heading, pages);
  }

  private imported(heading: Heading, pages: Page[]): Imported {
    if (!heading.consent) this.report.add("changed.consent", {});
    const words = { title: heading.title, invitation: heading.invitation, scales: this.scales, pages };
    for (const language of languages)
      if (lacks(words, language)) this.report.add("changed.untranslated", {}, { language });
    const draft: Instrument = {
      format: 1,
      languages: ["zh-CN", "en"],
      code: instrumentCode(heading.title.en || heading.name),
      respondent: "student",
      title: heading.title,
      invitation: heading.invitation,
      minutes: { from: Math.max(1, Math.round(this.items / 8)), to: Math.max(2, Math.round(this.items / 4)) },
      status: emptyText(),
      scales: this.scales,
      consent: heading.consent ?? minimalConsent(),
      pages,
      themes: [],
      scoring: [],
      reserved: [],
    };
    const codes = new Set(this.called.values());
    const findings = this.report.findings.map(({ item, ...finding }) => {
      const code = item === undefined || codes.has(item) ? item : this.called.get(item);
      return { ...finding, ...(code ? { item: code } : {}) };
    });
    return { draft, read: Object.fromEntries(this.report.read), findings };
  }

  private showIf(
    routes: Route[],
    asked: Map<string, Asked>,
    item: string | undefined,
  ): Condition | undefined {
    const read = routes.flatMap(({ text, expression, place }) => {
      const routing = expression && routingOf(expression, asked);
      if (!routing) this.report.add("lost.routing", place, { expression: text }, item);
      else if (routing.reworded) this.report.add("changed.routing", place, { expression: text }, item);
      return routing ? [routing.condition] : [];
    });
    return read.length > 1 ? { all: read } : read[0];
  }
}

/** Pages of twelve items; what belongs together is parted only where it is longer. */
function split(sheet: Sheet): Sheet[] {
  const sheets = [{ ...sheet, parts: [] as Drafted[][] }];
  let items = 0;
  const fits = sheet.parts.flatMap((part) =>
    part.length <= mostOnPage
      ? [part]
      : Array.from({ length: Math.ceil(part.length / mostOnPage) }, (_, at) =>
          part.slice(at * mostOnPage, (at + 1) * mostOnPage),
        ),
  );
  for (const part of fits) {
    if (items > 0 && items + part.length > mostOnPage) {
      sheets.push({ ...sheet, title: emptyText(), intro: [], parts: [] });
      items = 0;
    }
    sheets.at(-1)?.parts.push(part);
    items += part.length;
  }
  return sheets;
}

/** Whether a text says something, but not in this language. */
function lacks(value: unknown, language: "zh-CN" | "en"): boolean {
  if (typeof value !== "object" || value === null) return false;
  if ("zh-CN" in value && "en" in value) return hasWords(value as Text) && (value as Text)[language] === "";
  return Object.values(value).some((inner) => lacks(inner, language));
}

const slug = (name: string, longest: number) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, longest)
    .replace(/-+$/, "");

function pageCode(name: string, taken: Set<string>): string {
  const base = slug(name, 28);
  let code = base || "p1";
  for (let at = 2; taken.has(code); at++) code = base ? `${base}-${at}` : `p${at}`;
  taken.add(code);
  return code;
}

const instrumentCode = (name: string): string => {
  const code = slug(name.replace(/\.[a-z]{2,4}$/i, ""), 60);
  return code.length > 1 ? code : "imported";
};
