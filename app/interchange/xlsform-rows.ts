import type { Block, Definition, Element } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import type { WrittenItem } from "#app/questions/index.ts";
import type { MatrixItem } from "#app/questions/matrix.ts";
import type { Finding, FindingCode } from "./report.ts";
import { inEach, own, type Row, translated } from "./xlsform-cells.ts";
import type { Lists } from "./xlsform-lists.ts";
import { askedBy, moreColumn, moreOf, routingColumn } from "./xlsform-more.ts";
import { ownColumn } from "./xlsform-own.ts";
import { writeRouting } from "./xlsform-routing.ts";
import { typeOfItem } from "./xlsform-types.ts";

export const surveyHeadings = (languages: readonly string[]) => [
  "type",
  "name",
  ...translated("label", languages),
  ...translated("hint", languages),
  "required",
  "relevant",
  "constraint",
  "appearance",
  "parameters",
  ...["kind", "role", "list", "rev"].map(ownColumn),
  ...translated(ownColumn("short"), languages),
  ...["theme", "subtheme", "background", "mirrors", "no_answer", "reverse", "direction"].map(ownColumn),
  ...["expect", "optional", "shuffle"].map(ownColumn),
  routingColumn,
  moreColumn,
];

/** Cells hold no more. */
const longestCell = 32_000;

/** The rows of the survey sheet: the consent as a group of notes and acknowledgements, then each page as a group. */
export class SurveyRows {
  readonly findings: Finding[] = [];
  private readonly instrument: Definition;
  private readonly lists: Lists;
  private readonly several = new Set<string>();

  constructor(instrument: Definition, lists: Lists) {
    this.instrument = instrument;
    this.lists = lists;
    for (const { code } of instrument.scoring)
      this.findings.push({ code: "lost.score", place: { path: "scoring" }, details: { name: code } });
  }

  /** Names with an underscore in small letters are neither pages nor items. */
  consent(): Row[] {
    const { invitation, consent } = this.instrument;
    return [
      { type: "begin_group", name: "consent_form", appearance: "field-list", ...own("role", "consent") },
      note("consent_invitation", "invitation", invitation),
      ...consent.letter.map((text, at) => note(`consent_letter_${at + 1}`, "letter", text)),
      ...consent.ticks.flatMap((tick) => this.element(tick)),
      { type: "end_group" },
    ];
  }

  page(page: Definition["pages"][number]): Row[] {
    if (page.shuffle) this.find("lost.randomisation", page.code, { name: page.code });
    return [
      {
        type: "begin_group",
        name: page.code,
        ...inEach("label", page.title),
        ...this.relevant(page.showIf, page.code),
        appearance: "field-list",
        ...own("optional", page.optional),
        ...own("shuffle", page.shuffle),
      },
      ...(page.intro ? [note(`${page.code}_intro`, "intro", page.intro)] : []),
      ...page.items.flatMap((item) => this.element(item)),
      { type: "end_group" },
    ];
  }

  private element(element: Element): Row[] {
    if (element.kind === "block") return this.block(element);
    return element.kind === "matrix" ? this.matrix(element) : [this.item(element)];
  }

  /** A group within the page's. */
  private block({ code, title, intro, showIf, shuffle, items }: Block): Row[] {
    if (shuffle) this.find("lost.randomisation", code, { name: code });
    const head = {
      type: "begin_group",
      name: code,
      ...inEach("label", title),
      ...this.relevant(showIf, code),
      ...own("role", "block"),
      ...own("shuffle", shuffle),
      // A heading that is there but empty is not the same as none.
      ...(title ? { [moreColumn]: '{"title":true}' } : {}),
    };
    const below = intro ? [note(`${code}_intro`, "intro", intro)] : [];
    return [head, ...below, ...items.flatMap((one) => this.element(one)), { type: "end_group" }];
  }

  /** A group whose rows share a list: programs that know "table-list" show them as a grid. */
  private matrix(item: MatrixItem): Row[] {
    const list = this.lists.name(`${item.code}_list`);
    this.lists.add(list, item.options);
    this.tellOptions(item);
    const rows = item.rows.map((row): Row => {
      if (item.several) this.several.add(row.code);
      return {
        type: `${item.several ? "select_multiple" : "select_one"} ${list}`,
        name: row.code,
        ...inEach("label", row.text),
        required: item.required ? "yes" : "",
        ...this.relevant(row.showIf, row.code),
        ...(item.several && item.max ? { constraint: `count-selected(.) <= ${item.max}` } : {}),
        ...own("kind", "row"),
        ...own("rev", row.rev),
        ...inEach(ownColumn("short"), row.short),
      };
    });
    const head = {
      ...this.common(item),
      type: "begin_group",
      appearance: "table-list",
      ...own("role", "matrix"),
    };
    return [head, ...rows, { type: "end_group" }];
  }

  private item(item: Exclude<WrittenItem, MatrixItem>): Row {
    const row = { ...this.common(item), ...typeOfItem(item, this.lists, this.find) };
    this.tellOptions(item);
    if (item.kind === "multiple") this.several.add(item.code);
    return row;
  }

  /** What the standard knows of no option: words beside it, being the only one, being offered to some. */
  private tellOptions(item: WrittenItem) {
    if (!("options" in item)) return;
    for (const one of item.options as {
      code: string;
      other?: boolean;
      exclusive?: boolean;
      showIf?: Condition;
    }[]) {
      if (one.other) this.find("lost.other", item.code);
      if (one.exclusive) this.find("lost.setting", item.code, { name: `${one.code}: exclusive` });
      if (one.showIf) this.find("lost.choiceFilter", item.code, { expression: one.code });
    }
  }

  private common(item: WrittenItem): Row {
    return {
      name: item.code,
      ...inEach("label", item.text),
      ...inEach("hint", item.help),
      required: item.required ? "yes" : "",
      ...this.relevant(item.showIf, item.code),
      ...own("kind", item.kind),
      ...own("rev", item.rev),
      ...inEach(ownColumn("short"), item.short),
      ...own("theme", item.theme),
      ...own("subtheme", item.subtheme),
      ...own("background", item.background),
      ...own("mirrors", item.mirrors.join(" ")),
      ...this.more(item),
    };
  }

  private more(item: WrittenItem): Row {
    const more = moreOf(item);
    if (more && more.length > longestCell) this.find("lost.setting", item.code, { name: moreColumn });
    return more && more.length <= longestCell ? { [moreColumn]: more } : {};
  }

  /** The condition itself stands beside `relevant`, and is what is read as long as nobody changes that. */
  private relevant = (showIf: Condition | undefined, of: string): Row => {
    if (!showIf) return {};
    const relevant = relevantOf(showIf, (code) => this.several.has(code));
    if (!relevant) this.find("lost.routing", of, { expression: JSON.stringify(showIf).slice(0, 200) });
    return { relevant, [routingColumn]: JSON.stringify(showIf) };
  };

  private find = (code: FindingCode, of: string, details?: Record<string, string>) => {
    const item = /^[A-Z]/.test(of) ? { item: of } : {};
    const path = "item" in item ? of : `pages.${of}`;
    this.findings.push({ code, place: { path }, ...item, ...(details ? { details } : {}) });
  };
}

/** A condition as `relevant` says it; nothing where it asks for what no other program knows. */
export const relevantOf = (showIf: Condition, several: (code: string) => boolean): string =>
  askedBy(showIf).every((code) => /^[A-Z]/.test(code)) ? writeRouting(showIf, several) : "";

const note = (name: string, role: string, text: Text): Row => ({
  type: "note",
  name,
  ...inEach("label", text),
  ...own("role", role),
});
