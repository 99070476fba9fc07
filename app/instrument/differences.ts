import type { WrittenItem } from "#app/questions/index.ts";
import { type AskedItem, asked } from "./asked.ts";
import type { Block, Definition } from "./definition.ts";
import type { Difference } from "./difference-classes.ts";
import { Differences, joined, movedAmong, type Place } from "./differences-find.ts";
import { frameDifferences } from "./differences-frame.ts";
import { answersOf, conditionDifference, itemDifferences } from "./differences-item.ts";
import type { Words } from "./differences-text.ts";
import { itemsOf } from "./items.ts";

/**
 * What a definition changes of an earlier version, place by place, each with a proposed class and the rule that proposes
 * it. What is in doubt is a change of wording, which keeps answers apart; joining them by mistake cannot be undone.
 *
 * @param earlier versions before that one, the newest first: a code that comes back is held against its last meaning
 */
export function differences(
  before: Definition,
  after: Definition,
  earlier: readonly Definition[] = [],
): Difference[] {
  const [old, now] = [answeredIn(before), answeredIn(after)];
  const known = earlier.map(answeredIn);
  const common = after.languages.filter((one) => before.languages.includes(one));
  const found = new Differences(common, new Set(old.keys()), new Set(now.keys()));
  frameDifferences(found, before, after);
  pageDifferences(found, before, after);
  const [was, is] = [placedIn(before), placedIn(after)];
  for (const [code, { item, at }] of is) {
    const then = was.get(code);
    if (then) {
      itemDifferences(found, then.item, item);
      if (then.at !== at) found.value(placeOf(item), { part: "place" }, "moved", then.at, at);
    } else if (!old.has(code) && !known.some((one) => one.has(code)))
      found.add(placeOf(item), { part: "whole" }, "added", undefined, textOf(item.text));
  }
  for (const [code, { item }] of was)
    if (!is.has(code) && !now.has(code))
      found.add(placeOf(item), { part: "whole" }, "retired", textOf(item.text));
  askedElsewhere(found, old, now, known);
  const stayed = (all: Map<string, Placed>) =>
    [...all].filter(([code]) => was.get(code)?.at === is.get(code)?.at).map(([code]) => code);
  for (const code of movedAmong(stayed(was), stayed(is))) {
    const item = is.get(code)?.item;
    const behind = (all: Map<string, Placed>) => neighbour([...all.keys()], code);
    if (item) found.value(placeOf(item), { part: "place" }, "moved", behind(was), behind(is));
  }
  return found.found;
}

interface Answered {
  /** Row by row, where it is one of a matrix. */
  item: AskedItem;
  /** The code of the matrix, or its own. */
  owner: string;
}

/** What is answered, by the code its answers are kept under. */
function answeredIn(definition: Definition): Map<string, Answered> {
  const owners = new Map(
    writtenItems(definition).flatMap((item) => answersOf(item).map((code) => [code, item.code] as const)),
  );
  return new Map(
    itemsOf(asked(definition)).flatMap((item) => {
      const owner = owners.get(item.code);
      return owner === undefined ? [] : [[item.code, { item, owner }] as const];
    }),
  );
}

/** Codes that went into a matrix or out of one, and codes that come back: each against what was last asked under it. */
function askedElsewhere(
  found: Differences,
  old: Map<string, Answered>,
  now: Map<string, Answered>,
  known: readonly Map<string, Answered>[],
): void {
  for (const [code, { item, owner }] of now) {
    const before = old.get(code);
    const then = before ?? known.flatMap((one) => one.get(code) ?? [])[0];
    if (!then || before?.owner === owner) continue;
    const at: Place = { place: `item:${owner}`, codes: [code], about: { ...item.text } };
    if (!before)
      found.add(at, { part: "whole", detail: code }, "returned", textOf(then.item.text), textOf(item.text));
    else found.value(at, { part: "place", detail: code }, "moved", then.owner, owner);
    itemDifferences(found, then.item, item);
  }
}

/** What stands before a code: "CUR02 →". */
const neighbour = (codes: string[], code: string) => {
  const before = codes[codes.indexOf(code) - 1];
  return before ? `${before} → ${code}` : code;
};
const textOf = (text: Words) => ({ text: text as Record<string, string> });
const placeOf = (item: WrittenItem): Place => ({
  place: `item:${item.code}`,
  codes: answersOf(item),
  about: { ...item.text },
});

interface Placed {
  item: WrittenItem;
  /** Its page, and its block where it is in one. */
  at: string;
}

/** Every item as written, by its code, with where it stands. */
function placedIn({ consent, pages }: Definition): Map<string, Placed> {
  const placed: Placed[] = consent.ticks.map((item) => ({ item, at: "consent" }));
  for (const page of pages)
    for (const element of page.items)
      if (element.kind === "block")
        for (const item of element.items) placed.push({ item, at: `${page.code} · ${element.code}` });
      else placed.push({ item: element, at: page.code });
  return new Map(placed.map((one) => [one.item.code, one]));
}

/** Every item as written, in order, consent ticks first. */
export const writtenItems = (definition: Definition): WrittenItem[] =>
  [...placedIn(definition).values()].map(({ item }) => item);

type Page = Definition["pages"][number];
const within = (elements: readonly (WrittenItem | Block)[]): string[] =>
  elements.flatMap((one) => (one.kind === "block" ? within(one.items) : answersOf(one)));

function pageDifferences(found: Differences, before: Definition, after: Definition): void {
  const at = (page: Page): Place => ({ place: `page:${page.code}`, codes: [], about: { ...page.title } });
  const old = new Map(before.pages.map((page) => [page.code, page]));
  for (const page of after.pages) {
    const was = old.get(page.code);
    if (!was) {
      found.add(at(page), { part: "whole" }, "page", undefined, textOf(page.title));
      blockDifferences(found, before, page.items);
      continue;
    }
    found.text(at(page), { part: "title" }, was.title, page.title);
    const asking = { ...at(page), codes: within(page.items) };
    found.text(asking, { part: "intro" }, was.intro, page.intro);
    conditionDifference(found, at(page), undefined, was.showIf, page.showIf);
    found.value(at(page), { part: "other", detail: "optional" }, "required", was.optional, page.optional);
    found.value(at(page), { part: "other", detail: "shuffle" }, "shuffle", was.shuffle, page.shuffle);
    blockDifferences(found, before, page.items);
  }
  for (const page of before.pages)
    if (!after.pages.some(({ code }) => code === page.code))
      found.add(at(page), { part: "whole" }, "page", textOf(page.title));
  const order = ({ pages }: Definition) => pages.map(({ code }) => code);
  for (const code of movedAmong(order(before), order(after))) {
    const page = after.pages.find((one) => one.code === code);
    const behind = (definition: Definition) => neighbour(order(definition), code);
    if (page) found.value(at(page), { part: "place" }, "page", behind(before), behind(after));
  }
}

function blockDifferences(found: Differences, before: Definition, elements: Page["items"]): void {
  const known = before.pages.flatMap(({ items }) => items);
  for (const one of elements) {
    if (one.kind !== "block") continue;
    const was = known.find((other) => other.kind === "block" && other.code === one.code);
    if (was?.kind !== "block") continue;
    const at: Place = { place: `block:${one.code}`, codes: [], about: { ...one.title } };
    const title = (text: Words | undefined) => (text ? joined([text], found.languages) : undefined);
    found.text(at, { part: "title" }, title(was.title), title(one.title));
    found.text({ ...at, codes: within(one.items) }, { part: "intro" }, was.intro, one.intro);
    conditionDifference(found, at, undefined, was.showIf, one.showIf);
    found.value(at, { part: "other", detail: "shuffle" }, "shuffle", was.shuffle, one.shuffle);
  }
}
