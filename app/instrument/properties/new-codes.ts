import { codeAfter } from "../free-code.ts";

/** A code for a new option: its English words where it has any, else the next after its neighbour's, else a number. */
export function newOptionCode(taken: ReadonlySet<string>, words: string, near: string | undefined): string {
  const spoken = words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, 24)
    .replace(/_+$/, "");
  if (spoken) return taken.has(spoken) ? codeAfter(`${spoken}_1`, taken) : spoken;
  // Lists named by letters go on by letters.
  const next = near && /^[a-y]$/.test(near) ? String.fromCharCode(near.charCodeAt(0) + 1) : undefined;
  if (next && !taken.has(next)) return next;
  return codeAfter(near && /\d$/.test(near) ? near : "o0", taken);
}

/** A code for a new row: the next after its neighbour's, else the question's with a number. */
export const newRowCode = (taken: ReadonlySet<string>, owner: string, near: string | undefined): string =>
  codeAfter(near ?? `${owner.slice(0, 28)}_0`, taken);
