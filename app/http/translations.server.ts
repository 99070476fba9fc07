import type { Definition } from "#app/instrument/definition.ts";
import { directionOf, languageTag, nameIn, nativeName } from "#app/instrument/language-names.ts";
import {
  completeness,
  unitsById,
  unitsOf,
  withLanguage,
  withMainLanguage,
  withoutLanguage,
  withTexts,
} from "#app/instrument/translations.ts";
import type {
  LanguageName,
  LanguagesData,
  LanguagesRefused,
} from "#app/ui/instrument/languages/languages-data.ts";
import { findDraftState, saveDraft } from "#db/queries/instrument-drafts.server.ts";
import { connection, db } from "./db.server.ts";
import { badRequest } from "./errors.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

/** The minority languages of China that are written most, then those of guests and neighbours. */
const offered = [
  "zh-CN",
  "en",
  "ug",
  "bo",
  "mn-Mong",
  "kk-Arab",
  "ko",
  "za",
  "ii",
  "zh-Hant",
  "ja",
  "ru",
  "fr",
  "es",
  "ar",
  "vi",
];
const mostRows = 150;
const longest = 4000;

/** Languages side by side: what the page shows for an address. */
export function languagesData(
  { draft: { definition, number } }: InstrumentRoom,
  asked: URLSearchParams,
): LanguagesData {
  const [source = "zh-CN", ...others] = definition.languages;
  const wanted = asked.get("to") ?? "";
  const target = others.includes(wanted) ? wanted : others[0];
  const data: LanguagesData = {
    names: languageNames([...definition.languages, ...offered]),
    languages: completeness(definition).map(({ language, ...rest }) => ({ tag: language, ...rest })),
    offered: offered.filter((one) => !definition.languages.includes(one)),
    base: number,
  };
  if (!target) return data;
  const units = unitsOf(definition);
  const groups = groupsOf(definition).map(({ group, title }) => ({
    ...{ group, title },
    missing: units.filter((unit) => unit.group === group && !unit.text[target]).length,
  }));
  const missingOnly = asked.get("missing") === "1";
  const part = asked.get("part") ?? "";
  const isAll = part === "all" || (missingOnly && !part);
  const group = isAll ? "all" : (groups.find((one) => one.group === part) ?? groups[0])?.group;
  const rows = units.filter((unit) => (isAll || unit.group === group) && !(missingOnly && unit.text[target]));
  return {
    ...data,
    table: {
      ...{ source, target, missingOnly, groups, group: group ?? "all" },
      missing: units.filter(({ text }) => !text[target]).length,
      more: Math.max(0, rows.length - mostRows),
      rows: rows.slice(0, mostRows).map(({ id, text }) => ({
        ...{ id, source: text[source] ?? "", target: text[target] ?? "" },
      })),
    },
  };
}

export const languageNames = (tags: string[]): Record<string, LanguageName> =>
  Object.fromEntries(
    tags.map((tag) => [
      tag,
      {
        ...{ native: nativeName(tag), direction: directionOf(tag) },
        ...{ "zh-CN": nameIn(tag, "zh-CN"), en: nameIn(tag, "en") },
      },
    ]),
  );

/** The parts that are translated one after the other, with the pages' titles. */
function groupsOf(definition: Definition): { group: string; title: string }[] {
  const titled = (title: Record<string, string>) =>
    definition.languages.map((one) => title[one]).find(Boolean);
  const pages = definition.pages.map(({ code, title }) => ({
    group: `page:${code}`,
    title: titled(title) ?? code,
  }));
  return [
    ...["instrument", "consent"].map((group) => ({ group, title: "" })),
    ...pages,
    ...["scales", "themes"].map((group) => ({ group, title: "" })),
  ];
}

type Outcome = { saved: number } | { refused: LanguagesRefused };
const refused = (errors: Record<string, string>, values: Record<string, string> = {}): Outcome => ({
  refused: { errors, values },
});

/** What a posted form does to the languages of a draft. @throws 400 for a form that is not ours */
export async function changeLanguages(room: InstrumentRoom, form: FormData): Promise<Outcome> {
  const { definition } = room.draft;
  const intent = form.get("intent");
  const language = String(form.get("language") ?? "");
  if (intent === "save") return saveTexts(room, form);
  if (intent === "add") return addLanguage(room, language, String(form.get("tag") ?? "").trim());
  if (!definition.languages.includes(language)) throw badRequest();
  if (intent === "main") return saveWhole(room, withMainLanguage(definition, language), language);
  if (intent !== "remove" || form.get("sure") !== "yes") throw badRequest();
  if (definition.languages.length === 1) return refused({ remove: "last" });
  return saveWhole(room, withoutLanguage(definition, language), language);
}

async function addLanguage(room: InstrumentRoom, chosen: string, typed: string): Promise<Outcome> {
  const values = { language: chosen, tag: typed };
  if (!typed && !chosen) return refused({ tag: "noLanguage" }, values);
  const language = languageTag(typed || chosen);
  const { definition } = room.draft;
  if (!language) return refused({ tag: "badTag" }, values);
  if (definition.languages.includes(language)) return refused({ tag: "there" }, values);
  if (definition.languages.length >= 20) return refused({ tag: "tooMany" }, values);
  return saveWhole(room, withLanguage(definition, language), language);
}

/** Saves what was typed into one page of the table; who changed something else meanwhile is in nobody's way. */
async function saveTexts(room: InstrumentRoom, form: FormData): Promise<Outcome> {
  const { draft } = room;
  const language = String(form.get("to") ?? "");
  const base = Number(form.get("base"));
  if (!draft.definition.languages.includes(language) || !Number.isInteger(base)) throw badRequest();
  const before = await definitionAt(room, base);
  if (!before) throw badRequest();
  const [was, now] = [unitsById(before), unitsById(draft.definition)];
  const typed = new Map(
    [...form].flatMap(([name, value]) =>
      name.startsWith("t:") && typeof value === "string"
        ? [[name.slice(2), value.replace(/\r\n?/g, "\n").trim()] as const]
        : [],
    ),
  );
  const mine = new Map(
    [...typed].filter(([id, said]) => said !== (was.get(id)?.text[language] ?? "").trim()),
  );
  const values = Object.fromEntries(mine);
  const errors: Record<string, string> = {};
  const theirs: Record<string, string> = {};
  for (const [id, said] of mine) {
    const [then, latest] = [was.get(id)?.text[language] ?? "", now.get(id)?.text[language] ?? ""];
    if (!now.has(id)) errors[id] = "gone";
    else if (said.length > longest) errors[id] = "long";
    else if (latest !== then && latest !== said) theirs[id] = latest;
  }
  if (Object.keys(errors).length + Object.keys(theirs).length > 0)
    return { refused: { values, errors, theirs, base: draft.number } };
  if (mine.size === 0) return { saved: 0 };
  const definition = withTexts(draft.definition, language, mine);
  const saved = await saveState(room, definition, language);
  // Somebody was faster between our look and our write: the same form meets the newer state.
  return saved ? { saved: mine.size } : { refused: { values, errors: {}, theirs: {}, base: draft.number } };
}

const definitionAt = async ({ instrument, draft, version }: InstrumentRoom, number: number) =>
  number === draft.number
    ? draft.definition
    : number === 0
      ? version?.definition
      : (await findDraftState(db(), instrument.id, number))?.definition;

async function saveWhole(room: InstrumentRoom, definition: Definition, language: string): Promise<Outcome> {
  return (await saveState(room, definition, language)) ? { saved: 0 } : refused({ tag: "meanwhile" });
}

/** One more state of the draft, said to be a translation into this language. */
export const saveState = (
  { instrument, draft, account }: InstrumentRoom,
  definition: Definition,
  language: string,
) =>
  connection().commit((trx) =>
    saveDraft(trx, {
      ...{ instrumentId: instrument.id, base: draft.number, definition, accountId: account.id },
      ...{ change: { did: "translate", about: language }, now: new Date().toISOString() },
    }),
  );
