import type { Definition } from "./definition.ts";
import { codesOf } from "./free-code.ts";

/** A code like this one that no version used: CUR01 becomes CUR01B. @param versions all there were, and the draft */
export function newCodeFor(code: string, versions: readonly Definition[]): string {
  const taken = new Set(versions.flatMap((one) => [...codesOf(one)]));
  const stem = /[0-9]$/.test(code) ? code : code.replace(/[A-Z]$/, "");
  for (const letter of "BCDEFGHIJKLMNOPQRSTUVWXYZ") {
    const free = `${stem.slice(0, 31)}${letter}`;
    if (!taken.has(free)) return free;
  }
  for (let n = 2; ; n++) {
    const free = `${code.slice(0, 27)}_${n}`;
    if (!taken.has(free)) return free;
  }
}

/**
 * The definition with one question under another code, from revision 1 on: its conditions, scores and places where its
 * answer is put into a text go along. What was answered under the old code stays there.
 */
export function withNewCode(definition: Definition, from: string, to: string): Definition {
  const slot = new RegExp(`\\{\\s*${from}(?=\\s*[}|.:])`, "g");
  const rename = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") return value.replace(slot, `{${to}`);
    if (Array.isArray(value))
      return key === "mirrors"
        ? value
        : value.map((one) => (key === "items" && one === from ? to : rename(one)));
    if (value === null || typeof value !== "object") return value;
    const copy: Record<string, unknown> = Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, rename(inner, name)]),
    );
    if (copy.item === from) copy.item = to;
    if (copy.item === `${from}_OTHER`) copy.item = `${to}_OTHER`;
    if (copy.code === from && typeof copy.rev === "number") return { ...copy, code: to, rev: 1 };
    return copy;
  };
  return rename(definition) as Definition;
}
