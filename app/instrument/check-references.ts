import type { Condition } from "#app/questions/base.ts";
import { missing } from "#app/questions/kind.ts";
import { type AnyAnswer, answersTo } from "./answers-to.ts";
import { type AskedItem, asked } from "./asked.ts";
import { isKnown, type Leaf, leavesOf } from "./condition-leaves.ts";
import type { Definition } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type Finding, finding } from "./finding.ts";
import { isAnswered, shownIn } from "./items.ts";
import { answerCodes, type PlacedItem, placedItems } from "./places.ts";

/**
 * Routing that reads what is not asked, is asked later (which is also what a loop is), has no answer, or is compared with
 * what it can never be; and themes that do not exist.
 */
export function checkReferences(definition: Definition): Finding[] {
  const all = new Map(shownIn(asked(definition)).map((item) => [item.code, item]));
  const before = new Set<string>();
  const found: Finding[] = [];
  const read = (place: DraftPlace, condition: Condition | undefined) => {
    for (const leaf of leavesOf(condition)) found.push(...leafFindings(leaf, place, all, before, definition));
  };
  const readItem = ({ item, place, page }: PlacedItem) => {
    if (page < 0 && item.showIf) found.push(finding("tick-routed", place));
    read(place, item.showIf);
    if ("options" in item) for (const option of item.options) read(place, option.showIf);
    if (item.kind === "matrix")
      for (const row of item.rows) {
        read(place, row.showIf);
        before.add(row.code);
      }
    for (const code of [item.code, ...answerCodes(item)]) before.add(code);
    if (item.theme && !definition.themes.some((theme) => theme.code === item.theme))
      found.push(finding("no-theme", place, { theme: item.theme }));
  };
  const items = placedItems(definition);
  for (const one of items) if (one.page < 0) readItem(one);
  for (const [at, page] of definition.pages.entries()) {
    read(`page:${page.code}`, page.showIf);
    const opened = new Set<unknown>();
    for (const one of items) {
      if (one.page !== at) continue;
      if (one.block && !opened.has(one.block)) {
        read(`block:${one.block.code}`, one.block.showIf);
        opened.add(one.block);
      }
      readItem(one);
    }
  }
  return found;
}

function leafFindings(
  leaf: Leaf,
  place: DraftPlace,
  all: Map<string, AskedItem>,
  before: Set<string>,
  definition: Definition,
): Finding[] {
  const { item: code } = leaf;
  if (isKnown(code)) return knownFindings(leaf, place, definition);
  const item = all.get(code);
  if (!item) return [finding("unknown-item", place, { item: code })];
  if (!isAnswered(item)) return [finding("has-no-answer", place, { item: code })];
  if (!before.has(code)) return [finding("asked-later", place, { item: code })];
  if ("answered" in leaf) return [];
  const answers = answersTo(item, definition.scales);
  if ("in" in leaf)
    return leaf.in
      .filter((value) => !answers.includes(value))
      .map((value) => finding("never-an-answer", place, { item: code, value }));
  if (leaf.is !== "!=" && !answers.isOrdered) return [finding("has-no-order", place, { item: code })];
  if (!comparesWith(answers, leaf.than))
    return [finding("compares-nothing", place, { item: code, value: leaf.than })];
  // N/A is stored as 98, above every point.
  const countsNA = item.kind === "scale" && item.allowNA && !leaf.is.startsWith("<");
  return countsNA ? [finding("na-compares", place, { item: code, value: missing.notApplicable })] : [];
}

const comparesWith = ({ type }: AnyAnswer, than: string | number) =>
  type === "date" ? typeof than === "string" && /^\d{4}-\d{2}(-\d{2})?$/.test(than) : typeof than === type;

function knownFindings(leaf: Leaf, place: DraftPlace, { languages }: Definition): Finding[] {
  const { item } = leaf;
  const values = "in" in leaf ? leaf.in : "than" in leaf ? [leaf.than] : [];
  const numbers = values.filter((value) => typeof value === "number");
  if (numbers.length > 0) return numbers.map((value) => finding("never-an-answer", place, { item, value }));
  if (item !== "language") return [];
  if ("is" in leaf && leaf.is !== "!=") return [finding("has-no-order", place, { item })];
  return values
    .filter((value) => !languages.includes(String(value)))
    .map((language) => finding("unknown-language", place, { language }));
}
