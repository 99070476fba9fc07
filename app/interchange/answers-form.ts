/** Fields of the mapping's form, by column of the file. The value whose meaning is chosen is part of its field's name. */
export const targetField = (at: number) => `to.${at}`;
/** What the column was when the values beside it were shown: of another question their meanings say nothing. */
export const wasField = (at: number) => `was.${at}`;
export const meaningField = (at: number, value: string) => `is.${at}.${value}`;

/** What a form says each column is, and what the values of some columns mean. */
export function answerColumns(form: FormData): {
  targets?: string[];
  meanings: [column: number, values: [value: string, answer: string][]][];
} {
  const targets: string[] = [];
  const meanings = new Map<number, [string, string][]>();
  const was = new Map<number, string>();
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const found = /^(to|was|is)\.(\d{1,3})(?:\.(.*))?$/s.exec(name);
    if (!found) continue;
    const at = Number(found[2]);
    if (found[1] === "to") targets[at] = value.slice(0, 80);
    else if (found[1] === "was") was.set(at, value);
    else meanings.set(at, [...(meanings.get(at) ?? []), [found[3] ?? "", value.slice(0, 80)]]);
  }
  if (targets.length === 0) return { meanings: [] };
  return {
    targets: Array.from(targets, (target) => target ?? ""),
    meanings: [...meanings].filter(([at]) => was.get(at) === targets[at]),
  };
}
