/** What every letter can say of its reader and its study, whatever columns the roster has. */
export const letterFields = [
  "name",
  "link",
  "unsubscribe",
  "closes",
  "minutes",
  "institution",
  "contact",
] as const;
export type LetterField = (typeof letterFields)[number];

/** Names a column of a roster cannot take. */
export const reservedFields: ReadonlySet<string> = new Set([...letterFields, "email", "language"]);

/** `{field}` in a letter; a field's name may be in any script. */
const field = /\{([^{}\r\n]{1,60})\}/g;

/** The fields a text uses, each once, in the order they come. */
export const fieldsIn = (text: string) => [
  ...new Set([...text.matchAll(field)].map((one) => one[1]!.trim())),
];

/** A text cut at its fields, so that values can be put in once and are never read for fields themselves. */
export function textParts(text: string): ({ text: string } | { field: string })[] {
  const parts: ({ text: string } | { field: string })[] = [];
  let from = 0;
  for (const found of text.matchAll(field)) {
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ field: found[1]!.trim() });
    from = found.index + found[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
