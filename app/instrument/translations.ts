import { isText } from "./asked.ts";
import type { Definition } from "./definition.ts";

/** One text of an instrument: what a translator translates. */
export interface Unit {
  /** Where it stands, by codes: `item.EXM01.text`, `item.BG01.options.male.label`, `page.exam.title`. Stable when things move. */
  id: string;
  /** The page it stands on, or `instrument`, `consent`, `scales`, `themes`: what is translated together. */
  group: string;
  text: Record<string, string>;
}

type Change = (unit: Unit) => Record<string, string>;

/** Every text of an instrument once, in the order in which it is read. Captions nobody wrote need no translation. */
export function unitsOf(definition: Definition): Unit[] {
  const units = new Map<string, Unit>();
  mapTexts(definition, (unit) => {
    const needless = /^item\.\w+\.text$/.test(unit.id) && !Object.values(unit.text).some(Boolean);
    if (!units.has(unit.id) && !(needless && pictures(definition).has(unit.id))) units.set(unit.id, unit);
    return unit.text;
  });
  return [...units.values()];
}

const pictureIds = new WeakMap<Definition, Set<string>>();
function pictures(definition: Definition): Set<string> {
  const known = pictureIds.get(definition);
  if (known) return known;
  const elements = definition.pages.flatMap((page) => page.items);
  const items = elements.flatMap((one) => (one.kind === "block" ? one.items : [one]));
  const ids = new Set(items.flatMap((one) => (one.kind === "image" ? [`item.${one.code}.text`] : [])));
  pictureIds.set(definition, ids);
  return ids;
}

/** The texts by their place. */
export const unitsById = (definition: Definition): Map<string, Unit> =>
  new Map(unitsOf(definition).map((unit) => [unit.id, unit]));

/** The instrument with other words in one language, by place; places it does not have are passed over. */
export function withTexts(
  definition: Definition,
  language: string,
  words: ReadonlyMap<string, string>,
): Definition {
  return mapTexts(definition, ({ id, text }) => {
    const said = words.get(id);
    return said === undefined ? text : spoken(text, language, said);
  });
}

/** The two languages of the product are always there, if only empty; of others only what says something. */
function spoken(text: Record<string, string>, language: string, said: string): Record<string, string> {
  if (said || language === "zh-CN" || language === "en") return { ...text, [language]: said };
  const { [language]: _, ...rest } = text;
  return rest;
}

/** The instrument with one more language, in which nothing is said yet. */
export const withLanguage = (definition: Definition, language: string): Definition =>
  definition.languages.includes(language)
    ? definition
    : { ...definition, languages: [...definition.languages, language] };

/** The instrument without one of its languages and without what was said in it. */
export function withoutLanguage(definition: Definition, language: string): Definition {
  const languages = definition.languages.filter((one) => one !== language);
  return mapTexts({ ...definition, languages }, ({ text }) => spoken(text, language, ""));
}

/** The instrument with another main language: the one translations start from. */
export const withMainLanguage = (definition: Definition, language: string): Definition => ({
  ...definition,
  languages: [language, ...definition.languages.filter((one) => one !== language)],
});

/** How much of an instrument is said in each of its languages. */
export function completeness(definition: Definition): { language: string; said: number; of: number }[] {
  const units = unitsOf(definition);
  return definition.languages.map((language) => ({
    language,
    said: units.filter(({ text }) => text[language]).length,
    of: units.length,
  }));
}

/** A translation as a file has it: what was translated, and into what. */
export interface Entry {
  id: string;
  /** The text it was translated from; undefined where the file does not say. */
  source?: string | undefined;
  target: string;
}

/** What applying a file would do. */
export interface TranslationPlan {
  fresh: Row[];
  changed: Row[];
  same: number;
  /** Without a translation in the file. */
  empty: number;
  /** Places the instrument does not have. */
  unknown: string[];
}
interface Row {
  id: string;
  source: string;
  before: string;
  after: string;
  /** The text has been changed since the file was made: the translation may be of the old one. */
  outdated: boolean;
}

/** Compares a file with the instrument as it stands now. */
export function planTranslation(
  definition: Definition,
  { source, target }: { source: string; target: string },
  entries: readonly Entry[],
): TranslationPlan {
  const units = unitsById(definition);
  const plan: TranslationPlan = { fresh: [], changed: [], same: 0, empty: 0, unknown: [] };
  for (const [id, entry] of new Map(entries.map((one) => [one.id, one]))) {
    const unit = units.get(id);
    if (!unit) plan.unknown.push(id);
    else if (!entry.target.trim()) plan.empty++;
    else {
      const [now, before] = [unit.text[source] ?? "", unit.text[target] ?? ""];
      const outdated = entry.source !== undefined && tidy(entry.source) !== tidy(now);
      const row = { id, source: now, before, after: entry.target, outdated };
      if (tidy(before) === tidy(entry.target)) plan.same++;
      else if (before) plan.changed.push(row);
      else plan.fresh.push(row);
    }
  }
  return plan;
}

// Programs add and take away white space at the ends and turn line breaks.
const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** Goes through every text of an instrument, each with its place, and puts what it is given in its stead. */
function mapTexts(definition: Definition, change: Change): Definition {
  const walk = (value: unknown, id: string, group: string): unknown => {
    if (Array.isArray(value))
      return value.map((one, at) => {
        const own = rooted(one);
        return walk(one, own ?? `${id}.${nameOf(one, at)}`, group);
      });
    if (value === null || typeof value !== "object") return value;
    if (isText(value)) return change({ id, group, text: value });
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, walk(inner, `${id}.${key}`, group)]),
    );
  };
  const { title, invitation, status, consent, scales, pages, themes, scoring, reserved, ...rest } =
    definition;
  const at = <T>(value: T, id: string, group: string) => walk(value, id, group) as T;
  const named = <T extends { code: string }>(list: T[], name: string, group: (one: T) => string): T[] =>
    list.map((one) => at(one, `${name}.${one.code}`, group(one)));
  // In the order in which a translator reads, which is not that of the fields.
  const said = {
    title: at(title, "instrument.title", "instrument"),
    invitation: at(invitation, "instrument.invitation", "instrument"),
    status: at(status, "instrument.status", "instrument"),
    consent: at(consent, "consent", "consent"),
    pages: named(pages, "page", ({ code }) => `page:${code}`),
    scales: at(scales, "scale", "scales"),
    themes: named(themes, "theme", () => "themes"),
    scoring: named(scoring, "scoring", () => "themes"),
    reserved: named(reserved, "reserved", () => "themes"),
  };
  // Fields keep their order, so that what nobody changed is written as it was.
  return Object.fromEntries(
    Object.keys(definition).map((key) => [key, { ...rest, ...said }[key as keyof Definition]]),
  ) as Definition;
}

/** Items and blocks are called by their own codes wherever they stand. */
function rooted(one: unknown): string | undefined {
  const { kind, code } = (one ?? {}) as { kind?: unknown; code?: unknown };
  if (typeof kind !== "string" || typeof code !== "string") return undefined;
  return `${kind === "block" ? "block" : "item"}.${code}`;
}

/** What one of several is called: its code, its value, or its place from 1. */
function nameOf(one: unknown, at: number): string {
  const { code, value } = (one ?? {}) as { code?: unknown; value?: unknown };
  return typeof code === "string" ? code : typeof value === "number" ? String(value) : String(at + 1);
}
