import { z } from "zod";
import { type Definition, draftDefinition } from "#app/instrument/definition.ts";
import type { GivenFile, InstrumentFormat } from "./format.ts";
import { type Finding, type Imported, limits, Unreadable } from "./report.ts";
import { type Branch, isBranch, peek, readTree } from "./tree.ts";

const version = 1;
/** Ten times the largest questionnaire of the house: each value that is not as described costs the checker 0.1 ms. */
const nodes = 24_000;
const conditionNodes = 1000;

/**
 * This house's own JSON: the instrument as it is stored, every field as `productSchema` describes it. What is written
 * reads back equal. Fields this version does not know are left out and reported; anything else amiss is refused.
 */
export const productJson: InstrumentFormat<Definition> = {
  name: { "zh-CN": "汇流 JSON", en: "Tributary JSON" },
  extensions: ["json"],
  mediaType: "application/json",
  recognises(file) {
    const text = peek(file);
    return (
      /^\s*\{/.test(text) && ["format", "respondent", "consent"].every((key) => text.includes(`"${key}"`))
    );
  },
  read,
  write: (instrument) => ({
    bytes: new TextEncoder().encode(`${JSON.stringify(instrument, null, 2)}\n`),
    findings: [],
  }),
};

/** The published JSON Schema (draft 2020-12) of an instrument's file, as it stands in `public/schemas`. */
export const productSchema = () => ({
  ...z.toJSONSchema(draftDefinition, { io: "input", reused: "ref" }),
  title: "Tributary instrument, format 1",
  description:
    "A questionnaire: what is read and agreed to first, then pages of items with stable codes. Texts may be empty while it is being written.",
});

function read(file: GivenFile): Imported<Definition> {
  const tree = readTree(file, nodes);
  if (!isBranch(tree)) throw new Unreadable("wrongFormat");
  if (typeof tree.format !== "number") throw new Unreadable("wrongFormat", { path: "format" });
  if (tree.format > version) throw new Unreadable("newerVersion", { path: "format" });
  refuseVast(tree);
  const { draft, findings } = known(tree);
  const items = [...draft.consent.ticks, ...draft.pages.flatMap((page) => page.items)];
  if (items.length > limits.items) throw new Unreadable("tooMany");
  const counts: Record<string, number> = {};
  for (const { kind } of items) counts[kind] = (counts[kind] ?? 0) + 1;
  return { draft, read: counts, findings };
}

/** Lists and conditions longer than any real one, before the checker explains each of their faults. */
function refuseVast(tree: unknown, path = "") {
  if (typeof tree !== "object" || tree === null) return;
  const entries = Object.entries(tree);
  if (entries.length > limits.options) throw new Unreadable("tooMany", { path });
  for (const [key, inner] of entries) {
    const here = path ? `${path}.${key}` : key;
    if (key === "showIf" && sizeOf(inner) > conditionNodes) throw new Unreadable("tooMany", { path: here });
    refuseVast(inner, here);
  }
}

const sizeOf = (tree: unknown): number =>
  typeof tree === "object" && tree !== null
    ? Object.values(tree).reduce((sum: number, one) => sum + sizeOf(one), 1)
    : 1;

/** The instrument in a tree, without the fields that are not of this format. */
function known(tree: Branch): { draft: Definition; findings: Finding[] } {
  refuseBrokenPages(tree);
  const first = draftDefinition.safeParse(tree);
  if (first.success) return { draft: first.data, findings: [] };
  const findings: Finding[] = [];
  for (const issue of first.error.issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const holder = issue.path.reduce<unknown>(
      (inner, key) => (inner as Branch)[key as string],
      tree,
    ) as Branch;
    for (const key of issue.keys) {
      findings.push({
        code: "lost.setting",
        place: { path: [...issue.path, key].join(".") },
        details: { name: key.slice(0, 200) },
      });
      delete holder[key];
    }
  }
  const second = draftDefinition.safeParse(tree);
  if (second.success) return { draft: second.data, findings };
  const at = second.error.issues[0]?.path.join(".");
  throw new Unreadable("broken", at ? { path: at } : undefined);
}

/** Page by page, so that the first fault ends it. */
function refuseBrokenPages({ pages }: Branch) {
  if (!Array.isArray(pages)) return;
  for (const [at, one] of pages.entries()) {
    const fault = draftDefinition.shape.pages.element
      .safeParse(one)
      .error?.issues.find(({ code }) => code !== "unrecognized_keys");
    if (fault) throw new Unreadable("broken", { path: ["pages", at, ...fault.path].join(".") });
  }
}
