import type { Language } from "#app/locales/language.ts";
import type { Definition } from "./definition.ts";
import { bracketPipes } from "./pipes.ts";
import { placedItems } from "./places.ts";

/** What each place of a definition is called, in the reader's language or else in the main one; "" where nothing is said yet. */
export function titlesOf(definition: Definition, reader: Language): Map<string, string> {
  const order = [reader, ...definition.languages];
  const say = (text: Record<string, string> | undefined) =>
    bracketPipes(order.map((one) => text?.[one]).find(Boolean) ?? "");
  const titles = new Map<string, string>([["instrument", say(definition.title)]]);
  const add = (place: string, title: string) => {
    if (!titles.has(place)) titles.set(place, title);
  };
  for (const page of definition.pages) {
    add(`page:${page.code}`, say(page.title));
    for (const element of page.items)
      if (element.kind === "block") add(`block:${element.code}`, say(element.title));
  }
  for (const { item, place } of placedItems(definition)) add(place, say(item.short) || say(item.text));
  for (const one of definition.themes) add(`theme:${one.code}`, say(one.title));
  for (const one of definition.scoring) add(`scoring:${one.code}`, say(one.title));
  return titles;
}
