import type { GivenFile } from "./format.ts";
import { limits, Unreadable } from "./report.ts";

/** JSON as it may stand in a file of somebody else: anything. */
export type Tree = unknown;
export type Branch = Record<string, unknown>;

export const isBranch = (value: Tree): value is Branch =>
  typeof value === "object" && value !== null && !Array.isArray(value);
/** A branch, or an empty one. */
export const branch = (value: Tree): Branch => (isBranch(value) ? value : {});
/** The entries of a list; of anything else none. */
export const list = (value: Tree): unknown[] => (Array.isArray(value) ? value : []);
/** What is a string or a number, as a string; anything else is "". */
export const word = (value: Tree): string =>
  typeof value === "string"
    ? value
    : typeof value === "number" && Number.isFinite(value)
      ? String(value)
      : "";

/**
 * The text of a file: UTF-8, or UTF-16 with its mark.
 * @throws Unreadable where it is empty, too large, or not text
 */
export function readText({ bytes }: GivenFile): string {
  if (bytes.length === 0) throw new Unreadable("empty");
  if (bytes.length > limits.bytes) throw new Unreadable("tooLarge");
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = wide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.trim() === "") throw new Unreadable("empty");
    return text;
  } catch (problem) {
    throw problem instanceof Unreadable ? problem : new Unreadable("wrongFormat");
  }
}

/** The text of a file for a look at it; "" where it has none, so that no format takes it for its own. */
export function peek(file: GivenFile): string {
  try {
    return readText(file);
  } catch {
    return "";
  }
}

/**
 * Reads a JSON file as a tree that is neither deep nor vast.
 * @param nodes how many values it may hold: above any questionnaire, and few enough to be looked at in a second
 * @throws Unreadable: broken, tooMany, or dangerous (deeper than `limits.depth`, or a field named `__proto__`)
 */
export function readTree(file: GivenFile, nodes = 400_000): Tree {
  const text = readText(file);
  refuseSize(text, nodes);
  let tree: Tree;
  try {
    tree = JSON.parse(text);
  } catch {
    throw new Unreadable("broken");
  }
  refuseNames(tree, "");
  return tree;
}

/** Before anything is built: how deep brackets stand outside of strings, and how many values there are. */
function refuseSize(text: string, nodes: number) {
  let depth = 0;
  let seen = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (quoted) {
      if (sign === 92) at++;
      else if (sign === 34) quoted = false;
    } else if (sign === 34) quoted = true;
    else if (sign === 123 || sign === 91) {
      if (++depth > limits.depth) throw new Unreadable("dangerous");
      seen++;
    } else if (sign === 125 || sign === 93) depth--;
    else if (sign === 44) seen++;
    if (seen > nodes) throw new Unreadable("tooMany");
  }
}

function refuseNames(tree: Tree, path: string) {
  if (typeof tree !== "object" || tree === null) return;
  for (const key of Object.keys(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (key === "__proto__") throw new Unreadable("dangerous", { path: here });
    refuseNames((tree as Branch)[key], here);
  }
}
