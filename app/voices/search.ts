/** One stretch of an answer; `hit` where the searched text stands. */
export interface Stretch {
  text: string;
  hit: boolean;
}

/** What is looked for: trimmed, white space within it as one space, at most 60 characters. */
export const cleanSearch = (typed: string): string =>
  [
    ...typed
      .replace(/\p{Surrogate}/gu, "")
      .trim()
      .replace(/\s+/g, " "),
  ]
    .slice(0, 60)
    .join("");

/** Latin letters without their case, everything else as it is; keeps the length, so that positions stay true. */
const fold = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** Line breaks and tabs in an answer count as the spaces they look like. */
const flat = (text: string) => fold(text).replace(/\s/g, " ");

/** Whether the answer contains the searched text, as written, whatever the case of Latin letters. */
export const contains = (answer: string, search: string): boolean => flat(answer).includes(flat(search));

/** The answer cut into stretches, so that a page can mark the hits without touching the words. */
export function markHits(answer: string, search: string): Stretch[] {
  if (search === "") return [{ text: answer, hit: false }];
  const stretches: Stretch[] = [];
  const [within, wanted] = [flat(answer), flat(search)];
  let from = 0;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, from)) {
    if (at > from) stretches.push({ text: answer.slice(from, at), hit: false });
    from = at + wanted.length;
    stretches.push({ text: answer.slice(at, from), hit: true });
  }
  if (from < answer.length) stretches.push({ text: answer.slice(from), hit: false });
  return stretches;
}

/**
 * A LIKE pattern (escape character `!`) that every stored JSON text holding the searched words matches. JSON spells
 * each character by itself, so the spelling of a part is part of the spelling of the whole. A space also stands for
 * line breaks, which JSON spells with a backslash.
 */
export function storedPattern(search: string): string {
  const spelled = JSON.stringify(search).slice(1, -1);
  const literal = spelled.replace(/[!%_]/g, "!$&").replaceAll(" ", "%");
  return `%${literal}%`;
}
