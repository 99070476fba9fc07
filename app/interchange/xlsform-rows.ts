import { type Instrument, type Item, itemsOf, type Page } from "#app/instrument/definition.ts";
import type { Text } from "#app/locales/language.ts";
import type { Condition } from "#app/questions/base.ts";
import type { Finding } from "./report.ts";
import { inBoth, own, type Row, translated } from "./xlsform-cells.ts";
import { thisYear } from "./xlsform-constraint.ts";
import type { Lists } from "./xlsform-lists.ts";
import { ownColumn } from "./xlsform-own.ts";
import { writeRouting } from "./xlsform-routing.ts";

export const surveyHeadings = [
  "type",
  "name",
  ...translated("label"),
  ...translated("hint"),
  "required",
  "relevant",
  "constraint",
  "appearance",
  ...["kind", "role", "rev"].map(ownColumn),
  ...translated(ownColumn("short")),
  ...["theme", "subtheme", "background", "mirrors", "no_answer", "reverse", "direction"].map(ownColumn),
  ...["expect", "optional", "shuffle"].map(ownColumn),
];

/** The rows of the survey sheet: the consent as a group of notes and acknowledgements, then each page as a group. */
export class SurveyRows {
  readonly findings: Finding[] = [];
  private readonly instrument: Instrument;
  private readonly lists: Lists;
  private readonly several: Set<string>;

  constructor(instrument: Instrument, lists: Lists) {
    this.instrument = instrument;
    this.lists = lists;
    const items = itemsOf(instrument);
    this.several = new Set(items.filter(({ kind }) => kind === "multiple").map(({ code }) => code));
    for (const { code } of instrument.scoring)
      this.findings.push({ code: "lost.score", place: { path: "scoring" }, details: { name: code } });
  }

  /** Names with an underscore in small letters are neither pages nor items. */
  consent(): Row[] {
    const { invitation, consent } = this.instrument;
    const note = (name: string, role: string, text: Text) => ({
      type: "note",
      name,
      ...inBoth("label", text),
      ...own("role", role),
    });
    return [
      { type: "begin_group", name: "consent_form", appearance: "field-list", ...own("role", "consent") },
      note("consent_invitation", "invitation", invitation),
      ...consent.letter.map((text, at) => note(`consent_letter_${at + 1}`, "letter", text)),
      ...consent.ticks.map((tick) => this.item(tick)),
      { type: "end_group" },
    ];
  }

  page(page: Page): Row[] {
    const place = { path: `pages.${page.code}` };
    if (page.shuffle) this.findings.push({ code: "lost.randomisation", place, details: { name: page.code } });
    const intro = {
      type: "note",
      name: `${page.code}_intro`,
      ...inBoth("label", page.intro),
      ...own("role", "intro"),
    };
    return [
      {
        type: "begin_group",
        name: page.code,
        ...inBoth("label", page.title),
        ...this.relevant(page.showIf),
        appearance: "field-list",
        ...own("optional", page.optional),
        ...own("shuffle", page.shuffle),
      },
      ...(page.intro ? [intro] : []),
      ...page.items.map((item) => this.item(item)),
      { type: "end_group" },
    ];
  }

  private item(item: Item): Row {
    return {
      name: item.code,
      ...inBoth("label", item.text),
      ...inBoth("hint", item.help),
      required: item.required ? "yes" : "",
      ...this.relevant(item.showIf),
      ...this.particular(item),
      ...own("kind", item.kind),
      ...own("rev", item.rev),
      ...inBoth(ownColumn("short"), item.short),
      ...own("theme", item.theme),
      ...own("subtheme", item.subtheme),
      ...own("background", item.background),
      ...own("mirrors", item.mirrors.join(" ")),
    };
  }

  private relevant = (showIf: Condition | undefined): Row =>
    showIf ? { relevant: writeRouting(showIf, (code) => this.several.has(code)) } : {};

  private particular(item: Item): Row {
    if (item.kind === "scale")
      return {
        type: `select_one ${this.lists.scale(item.scale, item.allowNA)}`,
        appearance: "likert",
        ...own("no_answer", item.allowNA),
        ...own("reverse", item.reverse),
        ...own("direction", item.direction === "none" && "none"),
        ...own("expect", item.expect),
      };
    if (item.kind === "single" || item.kind === "multiple") {
      const list = this.lists.name(`${item.code}_list`);
      this.lists.add(list, item.options);
      if (item.kind === "single") return { type: `select_one ${list}` };
      return {
        type: `select_multiple ${list}`,
        ...(item.max === undefined ? {} : { constraint: `count-selected(.) <= ${item.max}` }),
      };
    }
    if (item.kind === "year") {
      const last = item.max === "current" ? thisYear : item.max;
      return { type: "integer", constraint: `. >= ${item.min} and . <= ${last}` };
    }
    if (item.kind === "text")
      return { type: "text", appearance: "multiline", constraint: `string-length(.) <= ${item.maxLength}` };
    if (item.kind === "consent") return { type: "acknowledge" };
    this.findings.push({
      code: "changed.kind",
      place: { path: item.code },
      item: item.code,
      details: { from: item.kind, to: "text" },
    });
    return { type: "text" };
  }
}
