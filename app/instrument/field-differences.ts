/** One field that two have written differently: where it is (`text.en`, `options.2.label.zh-CN`), and both values as text. */
export interface FieldDifference {
  path: string;
  theirs: string;
  mine: string;
}

/** What differs between two contents of the same place, field by field; an absent field is empty. */
export function fieldDifferences(theirs: unknown, mine: unknown): FieldDifference[] {
  const [one, other] = [leaves(theirs), leaves(mine)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((path) => ({ path, theirs: one.get(path) ?? "", mine: other.get(path) ?? "" }))
    .filter((field) => field.theirs !== field.mine);
}

/** Routing is one field: its parts alone say nothing. */
const whole = new Set(["showIf"]);

function leaves(value: unknown, path: string[] = [], found = new Map<string, string>()): Map<string, string> {
  const isLeaf = value === null || typeof value !== "object" || whole.has(path.at(-1) ?? "");
  if (isLeaf) {
    const text = typeof value === "object" ? JSON.stringify(value) : String(value ?? "");
    if (value !== undefined) found.set(path.join("."), text);
  } else for (const [name, inner] of Object.entries(value)) leaves(inner, [...path, name], found);
  return found;
}
