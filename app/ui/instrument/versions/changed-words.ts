/** A piece of two texts: in both, only in the first, or only in the second. */
export interface Piece {
  text: string;
  kind: "same" | "gone" | "come";
}

/** Texts longer than this are shown whole, one after the other. */
const most = 400;

/** What changed from one text to another, word by word, in Chinese sign by sign. */
export function changedWords(before: string, after: string): Piece[] {
  const split = (text: string) => text.match(/\p{Script=Han}|[\p{L}\p{N}]+|\s+|[\s\S]/gu) ?? [];
  const [was, is] = [split(before), split(after)];
  if (was.length > most || is.length > most)
    return pieces([
      { text: before, kind: "gone" },
      { text: after, kind: "come" },
    ]);
  // The longest common part, from every pair of places on.
  const common = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  const at = (a: number, b: number) => common[a]?.[b] ?? 0;
  for (let a = was.length - 1; a >= 0; a--)
    for (let b = is.length - 1; b >= 0; b--) {
      const row = common[a];
      if (row) row[b] = was[a] === is[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  const found: Piece[] = [];
  let [a, b] = [0, 0];
  while (a < was.length || b < is.length) {
    if (a < was.length && was[a] === is[b]) {
      found.push({ text: was[a] ?? "", kind: "same" });
      a++;
      b++;
    } else if (a < was.length && (b === is.length || at(a + 1, b) >= at(a, b + 1)))
      found.push({ text: was[a++] ?? "", kind: "gone" });
    else found.push({ text: is[b++] ?? "", kind: "come" });
  }
  return pieces(found);
}

/** Neighbours of one kind joined. */
function pieces(found: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const one of found) {
    const last = joined.at(-1);
    if (last?.kind === one.kind) last.text += one.text;
    else if (one.text) joined.push({ ...one });
  }
  return joined;
}
