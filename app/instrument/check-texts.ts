import { isKnown } from "./condition-leaves.ts";
import type { Definition } from "./definition.ts";
import { type Finding, finding } from "./finding.ts";
import { pipesIn } from "./pipes.ts";
import { answerCodes, type PlacedText, placedItems } from "./places.ts";

/** Texts that lack one of the instrument's languages, one finding for each place. */
export function checkLanguages(definition: Definition, texts: PlacedText[]): Finding[] {
  const lacking = new Map<string, { languages: Set<string>; texts: number }>();
  for (const { place, path, text, of } of texts) {
    // A picture needs no caption, a picture's description it does.
    if (of?.item.kind === "image" && path === "text") continue;
    const missing = definition.languages.filter((language) => !text[language]?.trim());
    if (missing.length === 0) continue;
    const so = lacking.get(place) ?? { languages: new Set(), texts: 0 };
    for (const language of missing) so.languages.add(language);
    lacking.set(place, { ...so, texts: so.texts + missing.length });
  }
  return [...lacking].map(([place, { languages, texts }]) =>
    finding("missing-text", place, { languages: [...languages].join(", "), texts }),
  );
}

/** Pipes that can never show anything where they stand. */
export function checkPipes(definition: Definition, texts: PlacedText[]): Finding[] {
  const items = placedItems(definition);
  const pageOf = new Map<string, number>();
  const codes = new Set<string>();
  for (const { item, page } of items) {
    codes.add(item.code);
    for (const code of answerCodes(item)) if (!pageOf.has(code)) pageOf.set(code, page);
  }
  const pages = new Map(definition.pages.flatMap((page, at) => placesOf(page).map((place) => [place, at])));
  const found = new Map<string, Finding>();
  for (const { place, text, of } of texts) {
    const here = of ? of.page : pages.get(place);
    for (const name of new Set(Object.values(text).flatMap(pipesIn))) {
      const code = fault(name, here);
      if (code) found.set(`${place} ${name} ${code}`, finding(code, place, { pipe: name }));
    }
  }
  return [...found.values()];

  function fault(name: string, here: number | undefined) {
    const isVariable = isKnown(name) && name !== "language";
    if (!isVariable && !pageOf.has(name)) return codes.has(name) ? "pipe-without-answer" : "pipe-unknown";
    // Letters, ticks, scales and titles are the same for everybody.
    if (here === undefined || here < 0) return "pipe-not-here";
    if (isVariable) return undefined;
    const answered = pageOf.get(name) as number;
    if (answered < 0) return "pipe-without-answer";
    return answered > here ? "pipe-later" : answered === here ? "pipe-same-page" : undefined;
  }
}

const placesOf = (page: Definition["pages"][number]): string[] => [
  `page:${page.code}`,
  ...page.items.flatMap((one) => (one.kind === "block" ? [`block:${one.code}`] : [])),
];
