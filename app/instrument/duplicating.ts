import type { Definition, Element } from "./definition.ts";
import type { DraftPlace } from "./draft-change.ts";
import { type Edited, placeOfEntry, refused } from "./edit.ts";
import { codesIn } from "./excerpt.ts";
import { codeAfter, codesOf, freeCode } from "./free-code.ts";
import { findStanding, placeFor, placeParts, wholeAt } from "./standing.ts";

/**
 * Puts a copy after something. Everything in it gets a code of its own, near the old one, and starts as revision 1; routing
 * among what was copied leads to the copies.
 * @param retired codes of earlier versions: what once collected answers must not mean something else
 */
export function duplicated(
  definition: Definition,
  place: DraftPlace,
  retired: ReadonlySet<string> = new Set(),
): Edited {
  const whole = wholeAt(definition, place);
  if (whole === undefined) return refused("gone");
  const { kind, code } = placeParts(place);
  if (kind === "instrument" || kind === "consent") return refused("nowhere");
  const copy = structuredClone(definition);
  if (kind === "scale") {
    const name = codeAfter(code, new Set(Object.keys(copy.scales)));
    copy.scales[name] = structuredClone(copy.scales[code]!);
    return { definition: copy, place: placeFor("scale", name) };
  }
  const standing = findStanding(copy, place);
  if (!standing) return refused("gone");
  const taken = new Set([...codesOf(copy), ...retired]);
  const entry = standing.list[standing.at] as Element;
  const made = kind === "page" ? copiedPage(copy, entry.code, taken) : copied(entry, kind, taken);
  standing.list.splice(standing.at + 1, 0, made);
  return { definition: copy, place: placeOfEntry(kind, made) };
}

function copiedPage(definition: Definition, code: string, taken: Set<string>) {
  const page = definition.pages.find((one) => one.code === code)!;
  const pages = new Set(definition.pages.map((one) => one.code));
  const codes = newCodes(page.items.flatMap(codesIn), taken);
  const named = code.slice(0, 28);
  return { ...recoded(page, codes), code: freeCode(`${named}-2`, pages) };
}

function copied(entry: Element, kind: string, taken: Set<string>) {
  const isElement = kind === "item" || kind === "block";
  return recoded(entry, newCodes(isElement ? codesIn(entry) : [entry.code], taken));
}

function newCodes(codes: readonly string[], taken: Set<string>): Map<string, string> {
  return new Map(
    codes.map((code) => {
      const made = codeAfter(code, taken);
      taken.add(made);
      return [code, made];
    }),
  );
}

/** The same with other codes, in it and in its routing. Option codes are lower case and stay. */
function recoded<Value>(value: Value, codes: ReadonlyMap<string, string>): Value {
  if (Array.isArray(value)) return value.map((one) => recoded(one, codes)) as Value;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if ((name === "code" || name === "item") && typeof inner === "string")
        return [name, codes.get(inner) ?? inner];
      return [
        name,
        name === "rev" && codes.has((value as { code?: string }).code ?? "") ? 1 : recoded(inner, codes),
      ];
    }),
  ) as Value;
}
