import type { Definition } from "../definition.ts";
import { codesOf } from "../free-code.ts";
import { placedItems } from "../places.ts";

/**
 * The codes of a published version, which answers are kept under: those of questions, rows, themes and scores by themselves,
 * a page's as `page:about`, an option's behind its question's: `BG01 female`.
 */
export function lockedCodes(published: Definition | undefined): ReadonlySet<string> {
  if (!published) return new Set();
  const answers = placedItems(published).flatMap(({ item }) => {
    const options = "options" in item ? item.options : item.kind === "number" ? item.bands : [];
    return options.map(({ code }) => `${item.code} ${code}`);
  });
  const pages = published.pages.map(({ code }) => `page:${code}`);
  return new Set([...codesOf(published), ...answers, ...pages]);
}
