import { z } from "zod";
import { type BankBlock, productBlocks } from "#app/instrument/bank.ts";
import type { Block, Definition, Element } from "#app/instrument/definition.ts";
import { codesIn, excerptOf, insertExcerpt, itemsIn, partOfExcerpt } from "#app/instrument/excerpt.ts";
import type { Text } from "#app/locales/language.ts";
import type { BankChosen, BankPage } from "#app/ui/instrument/bank/bank-page.ts";
import { findDraftState, saveDraft } from "#db/queries/instrument-drafts.server.ts";
import { deleteSavedBlock, listSavedBlocks, saveBlock } from "#db/queries/saved-blocks.server.ts";
import { connection, db } from "./db.server.ts";
import { notFound } from "./errors.server.ts";
import { parseForm, type Refused } from "./forms.server.ts";
import type { InstrumentRoom } from "./instrument-room.server.ts";

/** All that can be inserted, the team's own first; or one of them, question by question. */
export async function readBank(room: InstrumentRoom, chosen: string | null): Promise<BankPage> {
  const { own, product, named } = await blocksOf(room);
  const { definition } = room.draft;
  const found = chosen ? named(chosen) : undefined;
  const line = ({ id, source, title, excerpt }: BankBlock) => ({
    ...{ id, source, title },
    count: excerpt.elements.flatMap(itemsIn).length,
    first: excerpt.elements
      .flatMap(itemsIn)
      .slice(0, 3)
      .map((item) => item.text),
  });
  return {
    timeZone: room.study.timeZone,
    own: own.map(({ block, by, savedAt }) => ({ ...line(block), by, savedAt })),
    product: product.map(line),
    parts: partsOf(definition).map(({ code, title, kind }) => ({ code, title, kind })),
    pages: definition.pages.map(({ code, title }) => ({ code, title })),
    ...(found && { chosen: chosenIn(definition, found) }),
  };
}

/** The blocks a study's team has saved, those of the product, and one of either by its name. */
async function blocksOf({ study }: InstrumentRoom) {
  const saved = await listSavedBlocks(db(), study.id);
  const own = saved.map(({ id, name, excerpt, by, savedAt }) => ({
    block: { id: `saved.${id}`, source: "saved", title: name, excerpt } satisfies BankBlock,
    by,
    savedAt,
  }));
  const product = productBlocks();
  /** @throws 404 where there is no such block */
  const named = (id: string | null): BankBlock => {
    const found = [...own.map((one) => one.block), ...product].find((one) => one.id === id);
    if (!found) throw notFound();
    return found;
  };
  return { own, product, named };
}

function chosenIn(definition: Definition, { id, title, excerpt }: BankBlock): BankChosen {
  const taken = new Set(definition.pages.flatMap((page) => page.items.flatMap(codesIn)));
  return {
    ...{ id, title },
    questions: excerpt.elements
      .flatMap(itemsIn)
      .map(({ code, text }) => ({ code, text, there: taken.has(code) })),
    scales: Object.keys(excerpt.scales).filter((name) => !definition.scales[name]),
    scoring: excerpt.scoring
      .filter((one) => !definition.scoring.some(({ code }) => code === one.code))
      .map((one) => one.title),
  };
}

interface Part {
  /** `page.<code>` or `block.<CODE>` */
  code: string;
  kind: "page" | "block";
  title: Text;
  elements: Element[];
}

/** What of an instrument can be saved as one: its pages, and their blocks. */
const partsOf = ({ pages }: Definition): Part[] =>
  pages.flatMap((page): Part[] => [
    { code: `page.${page.code}`, kind: "page", title: page.title, elements: page.items },
    ...page.items
      .filter((element): element is Block => element.kind === "block")
      .map((block): Part => {
        const title = block.title ?? { "zh-CN": block.code, en: block.code };
        return { code: `block.${block.code}`, kind: "block", title, elements: [block] };
      }),
  ]);

const name = z.string("required").trim().max(100, "tooLong");
const forms = {
  insert: z.object({ page: z.string("page").min(1, "page") }),
  save: z.object({ part: z.string("part").min(1, "part"), nameZh: name.min(1, "required"), nameEn: name }),
};

/** How often an insertion is tried anew when somebody else saves meanwhile. */
const tries = 5;

/**
 * Inserts what the form chose into the draft as it stands now.
 * @returns how many questions came in, or what was wrong
 */
export async function insertFromBank(
  room: InstrumentRoom,
  chosen: string | null,
  form: FormData,
): Promise<number | Refused> {
  const block = (await blocksOf(room)).named(chosen);
  const parsed = parseForm(forms.insert, form);
  if (!parsed.ok) return parsed.refused;
  const { page } = parsed.data;
  const codes = new Set(form.getAll("question").map(String));
  const part = partOfExcerpt(block.excerpt, codes);
  const values = { page };
  if (part.elements.length === 0) return { values, errors: { question: "choose" } };
  for (let count = 0; count < tries; count++) {
    const state = await findDraftState(db(), room.instrument.id);
    const base = state ?? room.draft;
    if (!base.definition.pages.some((one) => one.code === page)) return { values, errors: { page: "page" } };
    const { definition, inserted } = insertExcerpt(base.definition, page, part);
    if (inserted.length === 0) return 0;
    const saved = await connection().commit((trx) =>
      saveDraft(trx, {
        instrumentId: room.instrument.id,
        base: base.number,
        definition,
        change: { did: "insert", place: `page:${page}`, about: block.title["zh-CN"].slice(0, 200) },
        accountId: room.account.id,
        now: new Date().toISOString(),
      }),
    );
    if (saved !== undefined) return inserted.length;
  }
  return { values, errors: { question: "busy" } };
}

/** Saves a page or a block of the draft for the team's other instruments. */
export async function saveToBank(room: InstrumentRoom, form: FormData): Promise<Refused | undefined> {
  const parsed = parseForm(forms.save, form);
  if (!parsed.ok) return parsed.refused;
  const { part, nameZh, nameEn } = parsed.data;
  const found = partsOf(room.draft.definition).find((one) => one.code === part);
  if (!found) return { values: { part, nameZh, nameEn }, errors: { part: "part" } };
  await connection().commit((trx) =>
    saveBlock(trx, {
      studyId: room.study.id,
      accountId: room.account.id,
      name: { "zh-CN": nameZh, en: nameEn || nameZh },
      excerpt: excerptOf(room.draft.definition, found.elements),
      now: new Date().toISOString(),
    }),
  );
  return undefined;
}

/** @throws 404 where the study has saved no such block */
export async function deleteFromBank(room: InstrumentRoom, form: FormData): Promise<void> {
  const id = String(form.get("id") ?? "");
  const gone = await connection().commit((trx) => deleteSavedBlock(trx, { studyId: room.study.id, id }));
  if (!gone) throw notFound();
}
