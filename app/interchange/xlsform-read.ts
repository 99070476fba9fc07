import { asked, type Definition, draftDefinition, itemsOf } from "#app/instrument/definition.ts";
import { isLanguage, languages, type Text } from "#app/locales/language.ts";
import { type Imported, Unreadable } from "./report.ts";
import { choiceListsOf, OptionLists } from "./xlsform-choices.ts";
import { Columns, headingOf, Tongues } from "./xlsform-columns.ts";
import { completeConsent, openingOf, readConsent, readInvitation } from "./xlsform-consent.ts";
import { Items } from "./xlsform-items.ts";
import type { Form } from "./xlsform-kinds.ts";
import { isOwn, ownSheet, readOwn } from "./xlsform-own.ts";
import { Pages } from "./xlsform-pages.ts";
import { FormReport } from "./xlsform-report.ts";
import { ScaleLists } from "./xlsform-scales.ts";
import type { Sheet, Sheets } from "./xlsform-sheets.ts";
import { treeOf } from "./xlsform-tree.ts";

/**
 * Reads the sheets of an XLSForm.
 * @throws Unreadable without a survey, or where its groups do not match
 */
export function readForm(sheets: Sheets): Imported<Definition> {
  const survey = sheets.get("survey");
  if (!survey) throw new Unreadable("wrongFormat");
  if (survey.rows.length === 0) throw new Unreadable("noQuestions");
  const report = new FormReport(isOwn(sheets));
  const settings = settingsOf(sheets.get("settings"));
  const tongues = new Tongues(survey, settings.get("default_language"));
  const columnsOf = (name: string) => new Columns(sheets.get(name), tongues);
  if (tongues.standIn)
    report.add("changed.kind", {}, { from: tongues.standIn.tag, to: tongues.standIn.language });
  const columns = columnsOf("survey");
  const choices = columnsOf("choices");
  const lists = choiceListsOf(sheets.get("choices"), choices, report);
  const own = isOwn(sheets) ? readOwn(sheets.get(ownSheet), columnsOf(ownSheet), lists, report) : undefined;
  const ownScales = [...(own?.scales.values() ?? [])].map(({ code, scale }) => [code, scale] as const);
  const scales = new ScaleLists(lists, report, Object.fromEntries(ownScales));
  const form: Form = { report, columns, options: new OptionLists(lists, report), scales, own };

  const items = new Items(form);
  const opening = openingOf(treeOf(survey.rows, columns), form);
  const invitation = readInvitation(opening, form, items);
  const consent = readConsent(opening, form, items);
  const pages = new Pages(form, items);
  pages.read(opening.rest);
  if (pages.made.length === 0) throw new Unreadable("noQuestions");
  const present = [...columns.present];
  const further = present.filter((one) => !isLanguage(one));
  // The house's two are to be filled in, unless the form speaks neither.
  const spoken =
    present.length > 0 && present.length === further.length ? further : [...languages, ...further];
  tellTheRest(
    { ...form, spoken: own?.languages ?? spoken },
    items,
    settings,
    new Set([...columns.foreign, ...choices.foreign]),
    sheets,
  );

  const draft = {
    format: 1 as const,
    languages: own?.languages ?? spoken,
    ...named(settings, tongues.languageOf(tongues.unlabelled), form),
    respondent: own?.respondent ?? "student",
    invitation,
    status: own?.status ? report.cut(own.status, { sheet: ownSheet }) : { "zh-CN": "", en: "" },
    scales: scales.all,
    consent: completeConsent(consent, form, items),
    pages: pages.made,
    themes: own?.themes ?? [],
    scoring: own?.scoring ?? [],
    reserved: own?.reserved ?? [],
  } satisfies Omit<Definition, "minutes">;
  return {
    draft: draftDefinition.parse({ ...draft, minutes: own?.minutes ?? minutesOf(draft) }),
    read: Object.fromEntries(report.read),
    findings: report.findings,
  };
}

/** The first row of the settings sheet. */
function settingsOf(sheet: Sheet | undefined): Map<string, string> {
  const cells = sheet?.rows[0]?.cells ?? new Map<string, string>();
  const spellings: Record<string, string> = { set_form_title: "form_title", set_form_id: "form_id" };
  return new Map(
    [...cells].map(([heading, cell]) => {
      const { field, tag } = headingOf(heading);
      const name = Object.hasOwn(spellings, field) ? (spellings[field] as string) : field;
      return [tag === undefined ? name : `${name}::${tag}`, cell.trim()];
    }),
  );
}

/** What the form is called. */
function named(settings: Map<string, string>, language: string | undefined, form: Form) {
  const written = settings.get("form_title") ?? "";
  const title: Record<string, string> & Text = { "zh-CN": "", en: "", ...form.own?.title };
  if (written && language && title[language]?.trim() !== written) title[language] = written;
  const id = settings.get("form_id") ?? "";
  const slug = (id || written)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 60);
  const rule = draftDefinition.shape.code;
  const code = rule.safeParse(id).success ? id : rule.safeParse(slug).success ? slug : "xlsform";
  if (id && code !== id) form.report.add("changed.code", { sheet: "settings" }, { from: id, to: code });
  return { code, title: form.report.text(title, { sheet: "settings" }) };
}

/** What is to be said once of the whole form. */
function tellTheRest(
  { report, columns, own, spoken }: Form & { spoken: string[] },
  items: Items,
  settings: Map<string, string>,
  foreign: Set<string>,
  sheets: Sheets,
): void {
  for (const name of items.unread) report.add("lost.setting", { sheet: "survey" }, { name });
  for (const [name, value] of settings) {
    const carried = ["form_title", "form_id", "default_language"].includes(name);
    if (value && !carried && !(name === "style" && value === "pages"))
      report.add("lost.setting", { sheet: "settings" }, { name });
  }
  const known = ["survey", "choices", "settings", ...(own ? [ownSheet] : [])];
  for (const [name, sheet] of sheets)
    if (!known.includes(name) && sheet.rows.length > 0) report.add("lost.setting", { sheet: name }, { name });
  for (const language of foreign) report.add("lost.language", {}, { language });
  for (const language of spoken)
    if (!columns.present.has(language)) report.add("changed.untranslated", {}, { language });
}

/** A first guess, to be corrected by hand: choices take some eight seconds, words of one's own three quarters of a minute. */
function minutesOf(draft: Omit<Definition, "minutes">): Definition["minutes"] {
  const items = itemsOf(asked({ ...draft, minutes: { from: 1, to: 1 } }));
  const seconds = items.reduce((sum, { kind }) => sum + (kind === "text" ? 45 : 8), 30);
  const from = Math.max(1, Math.floor(seconds / 60));
  return { from, to: Math.max(from, Math.ceil((seconds * 1.5) / 60)) };
}
